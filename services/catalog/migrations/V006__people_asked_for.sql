-- Events tell of changes alone: who follows people asks for all of them (people.requested) at its first start, and again when the
-- bus has lost events: once in each of its lives.
CREATE TABLE people_asked_for (
  one      boolean      PRIMARY KEY DEFAULT true CHECK (one),
  bus_life varchar(100) NOT NULL,
  asked_at timestamptz  NOT NULL DEFAULT now()
);
ALTER TABLE people_asked_for ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_asked_for FORCE ROW LEVEL SECURITY;
CREATE POLICY worker_asks ON people_asked_for TO ${worker} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON people_asked_for TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'people_asked_for'::regclass;
