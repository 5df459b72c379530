-- What auth tells of people (person.changed), one row for each tenant of a person: so that a list of a tenant's POCs can name
-- their creators without asking. No e-mail address: addresses stay in auth.
CREATE TABLE people (
  tenant_id  uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  full_name  varchar(100),            -- NULL once the person was erased
  locale     varchar(35) NOT NULL,
  time_zone  varchar(64) NOT NULL,
  version    bigint      NOT NULL,    -- of the event; an older one changes nothing
  PRIMARY KEY (tenant_id, user_id)
);

ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON people FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT ON people TO ${app};

CREATE POLICY worker_follows ON people TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON people TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'people'::regclass;
