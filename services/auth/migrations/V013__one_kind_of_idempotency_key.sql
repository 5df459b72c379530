-- The table is that of catalog and content: platform/postgres/idempotency writes all three. An answer follows from the request
-- (the hash says it is the same one), the id and the moment of the creation, and is not kept itself. What a sign-up made is found
-- by its whole key alone: the row belongs to a person whose id follows from the key (the nil tenant's), so that the policy of
-- everybody's own rows says it and no function is needed. What was kept under the former shape was for a day at most; it goes.
DROP FUNCTION find_answer;
DROP TABLE idempotency_keys;

CREATE TABLE idempotency_keys (
  tenant_id    uuid         NOT NULL,
  user_id      uuid         NOT NULL,
  route        varchar(60)  NOT NULL,
  key          varchar(255) NOT NULL,
  request_hash bytea        NOT NULL CHECK (length(request_hash) = 32),
  resource_id  uuid         NOT NULL,
  change_seq   bigint       NOT NULL,
  created_at   timestamptz  NOT NULL,
  PRIMARY KEY (tenant_id, user_id, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotency_keys TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO ${app};
CREATE POLICY worker_reads ON idempotency_keys FOR SELECT TO ${worker} USING (created_at < now() - interval '24 hours');
CREATE POLICY worker_purges ON idempotency_keys FOR DELETE TO ${worker} USING (created_at < now() - interval '24 hours');
GRANT SELECT, DELETE ON idempotency_keys TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'idempotency_keys'::regclass;
