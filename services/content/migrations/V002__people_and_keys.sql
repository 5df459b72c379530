-- What auth tells of people and tenants (person.changed, tenant.changed), and what a repeated request is answered from.

CREATE TABLE people (
  tenant_id uuid        NOT NULL,
  user_id   uuid        NOT NULL,
  full_name varchar(100),            -- NULL once the person was erased
  locale    varchar(35) NOT NULL,
  time_zone varchar(64) NOT NULL,
  version   bigint      NOT NULL,    -- of the event; an older one changes nothing
  PRIMARY KEY (tenant_id, user_id)
);
CREATE TABLE companies (
  tenant_id    uuid         PRIMARY KEY,
  company_name varchar(100) NOT NULL,
  version      bigint       NOT NULL
);
-- As in the catalogue: one row per Idempotency-Key that did something, kept 24 hours.
CREATE TABLE idempotency_keys (
  tenant_id    uuid        NOT NULL,
  user_id      uuid        NOT NULL,
  route        varchar(60) NOT NULL,
  key          varchar(255) NOT NULL,
  request_hash bytea       NOT NULL CHECK (length(request_hash) = 32),
  resource_id  uuid        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

-- The wall clock of a zone; of UTC where PostgreSQL does not know the zone.
CREATE FUNCTION wall_clock(moment timestamptz, zone text) RETURNS timestamp LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN moment AT TIME ZONE zone;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN moment AT TIME ZONE 'UTC';
END $$;
CREATE FUNCTION moment_of(wall timestamp, zone text) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN wall AT TIME ZONE zone;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN wall AT TIME ZONE 'UTC';
END $$;

ALTER TABLE people           ENABLE ROW LEVEL SECURITY;
ALTER TABLE people           FORCE ROW LEVEL SECURITY;
ALTER TABLE companies        ENABLE ROW LEVEL SECURITY;
ALTER TABLE companies        FORCE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;

CREATE POLICY self ON people FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY tenant ON companies FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY own ON idempotency_keys TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT ON people, companies TO ${app};
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO ${app};

CREATE POLICY worker_follows ON people TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY worker_follows ON companies TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY worker_reads ON idempotency_keys FOR SELECT TO ${worker} USING (created_at < now() - interval '24 hours');
CREATE POLICY worker_purges ON idempotency_keys FOR DELETE TO ${worker} USING (created_at < now() - interval '24 hours');
GRANT SELECT, INSERT, UPDATE ON people, companies TO ${worker};
GRANT SELECT, DELETE ON idempotency_keys TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class
  WHERE oid IN ('people'::regclass, 'companies'::regclass, 'idempotency_keys'::regclass);
