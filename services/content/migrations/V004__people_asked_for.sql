-- Events tell of changes alone: who begins to follow people after they came has to ask for them (people.requested), once.
CREATE TABLE people_asked_for (
  one      boolean     PRIMARY KEY DEFAULT true CHECK (one),
  asked_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE people_asked_for ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_asked_for FORCE ROW LEVEL SECURITY;
CREATE POLICY worker_asks ON people_asked_for TO ${worker} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON people_asked_for TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'people_asked_for'::regclass;
