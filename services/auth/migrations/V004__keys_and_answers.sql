-- Signing keys, wrapped by the key-encryption key that only the processes hold. next, current and retired follow from the times:
-- published from created_at, signs from activates_at until the next one does, published still until its last token expired.
CREATE TABLE signing_keys (
  kid          varchar(64) PRIMARY KEY,
  wrapped_key  bytea       NOT NULL,
  public_jwk   text        NOT NULL,
  created_at   timestamptz NOT NULL,
  activates_at timestamptz NOT NULL
);

-- The answers of POSTs that create, kept 24 h: (tenant, user, route, key, request hash). Sign-up has neither tenant nor user.
CREATE TABLE idempotency_keys (
  tenant_id    uuid,
  user_id      uuid,
  route        varchar(60) NOT NULL,
  key_hash     bytea       NOT NULL,
  request_hash bytea       NOT NULL,
  answer       text        NOT NULL,
  created_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX idempotency_keys_key ON idempotency_keys
  (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), coalesce(user_id, '00000000-0000-0000-0000-000000000000'),
   route, key_hash);
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);

ALTER TABLE signing_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE signing_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;

CREATE POLICY signing_keys_app ON signing_keys TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY signing_keys_worker ON signing_keys TO ${worker} USING (true) WITH CHECK (true);

CREATE POLICY idempotency_keys_own ON idempotency_keys TO ${app}
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
         AND user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
              AND user_id = nullif(current_setting('app.user_id', true), '')::uuid);
-- Of those without a person, ${app} adds, and finds by the whole key only (find_answer, V005).
CREATE POLICY idempotency_keys_of_nobody ON idempotency_keys FOR INSERT TO ${app}
  WITH CHECK (tenant_id IS NULL AND user_id IS NULL);
CREATE POLICY idempotency_keys_worker ON idempotency_keys TO ${worker} USING (true);
CREATE POLICY idempotency_keys_lookups ON idempotency_keys FOR SELECT TO CURRENT_USER USING (true);

GRANT SELECT, INSERT ON signing_keys TO ${app};
GRANT SELECT, INSERT, DELETE ON signing_keys TO ${worker};
GRANT SELECT, INSERT ON idempotency_keys TO ${app};
GRANT SELECT, DELETE ON idempotency_keys TO ${worker};
