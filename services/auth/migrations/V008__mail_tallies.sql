-- How many mails of a kind an address was sent lately: a count that leaks (domain/tally). Mails are counted by the worker when they
-- are really written, once each (admitted), and each kind apart, so that nobody uses up another's password recovery.
CREATE TABLE mail_tallies (
  recipient varchar(255) NOT NULL,
  kind      varchar(30)  NOT NULL,
  written   integer      NOT NULL,
  since     timestamptz  NOT NULL,
  PRIMARY KEY (recipient, kind),
  CONSTRAINT mail_tallies_written_positive CHECK (written >= 0)
);
CREATE INDEX mail_tallies_by_time ON mail_tallies (since);
COMMENT ON COLUMN mail_tallies.since IS 'from when on the next of them is being forgotten';

ALTER TABLE mails ADD COLUMN admitted boolean NOT NULL DEFAULT false;

ALTER TABLE mail_tallies ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_tallies FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_tallies_worker ON mail_tallies TO ${worker} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_tallies TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'mail_tallies'::regclass;
