-- The search indexes built from this database, each with the newest mark that its writer left here. A database that was put
-- back to an earlier state does not hold the mark that the index remembers: so the index knows that it has to be built anew.
-- No tenant's data, and nothing of it is shown to anybody.
CREATE TABLE search_indexes (
  index_id  uuid        PRIMARY KEY,
  mark      uuid        NOT NULL,
  marked_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE search_indexes ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_indexes FORCE ROW LEVEL SECURITY;
CREATE POLICY worker_marks ON search_indexes TO ${worker} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON search_indexes TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'search_indexes'::regclass;
