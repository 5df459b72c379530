-- What an import changed, for as long as it can be undone: of a POC that was overwritten, what it said before; of POCs that were
-- created, only the change_seqs that the import gave them, a row for each batch. Whatever still has the change_seq stands as the
-- import left it.
CREATE TABLE import_changes (
  tenant_id  uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  job_id     uuid        NOT NULL,
  first_seq  bigint      NOT NULL CHECK (first_seq > 0),
  last_seq   bigint      NOT NULL CHECK (last_seq >= first_seq),
  poc_id     uuid,                 -- of a POC that was overwritten
  former     jsonb,                -- what it said
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, job_id, first_seq),
  CHECK ((poc_id IS NULL) = (former IS NULL)),
  CHECK (poc_id IS NULL OR last_seq = first_seq)
);
CREATE INDEX import_changes_age ON import_changes (created_at);

ALTER TABLE import_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_changes FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON import_changes FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT ON import_changes TO ${app};

CREATE POLICY worker_writes ON import_changes FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_reads ON import_changes FOR SELECT TO ${worker} USING (created_at < now() - interval '30 days');
CREATE POLICY worker_purges ON import_changes FOR DELETE TO ${worker} USING (created_at < now() - interval '30 days');
GRANT SELECT, INSERT, DELETE ON import_changes TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'import_changes'::regclass;
