-- What a person looks for again: a query of the list under a name. They go when their person leaves the company.
CREATE TABLE saved_searches (
  tenant_id      uuid         NOT NULL,
  user_id        uuid         NOT NULL,
  search_id      uuid         NOT NULL,
  name           varchar(100) NOT NULL CHECK (name <> ''),
  search         varchar(200) NOT NULL,       -- '' for none
  languages      text[]       NOT NULL,
  tags           text[]       NOT NULL,
  frameworks     text[]       NOT NULL,
  scope          varchar(10)  NOT NULL CHECK (scope IN ('mine', 'tenant')),
  favorite       boolean,
  created_from   timestamptz,
  created_before timestamptz,
  sort_by        varchar(20),                 -- the words of the contract
  sort_order     varchar(4),
  version        bigint       NOT NULL CHECK (version > 0),
  created_at     timestamptz  NOT NULL,
  updated_at     timestamptz  NOT NULL,
  PRIMARY KEY (tenant_id, user_id, search_id)
);

ALTER TABLE saved_searches ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_searches FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON saved_searches TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_searches TO ${app};

CREATE POLICY worker_reads ON saved_searches FOR SELECT TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_ends ON saved_searches FOR DELETE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, DELETE ON saved_searches TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'saved_searches'::regclass;
