-- A session is one refresh family. Of each generation only the token's SHA-256 is kept.

CREATE TABLE sessions (
  session_id   uuid PRIMARY KEY,
  sid          uuid        NOT NULL,
  user_id      uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
  tenant_id    uuid        NOT NULL REFERENCES tenants ON DELETE CASCADE,
  transport    varchar(10) NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz,
  revoked_for  varchar(30),
  CONSTRAINT sessions_sid_key UNIQUE (sid),
  CONSTRAINT sessions_transport_known CHECK (transport IN ('body', 'cookie'))
);
COMMENT ON COLUMN sessions.sid IS 'the sid claim of its access tokens: a new one when what they say (tenant, role) changes, the old one revoked';
CREATE INDEX sessions_of_person ON sessions (user_id) WHERE revoked_at IS NULL;
CREATE INDEX sessions_of_membership ON sessions (tenant_id, user_id) WHERE revoked_at IS NULL;
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE refresh_generations (
  session_id uuid        NOT NULL REFERENCES sessions ON DELETE CASCADE,
  generation integer     NOT NULL,
  token_hash bytea       NOT NULL,
  created_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (session_id, generation),
  CONSTRAINT refresh_generations_token_key UNIQUE (token_hash)
);

-- Which sid claims are void: written with its cause, announced at once by the API and again by the worker, kept until every
-- token with that sid has expired. A sid is never used again, so no time is compared.
CREATE TABLE revocations (
  revocation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sid           uuid        NOT NULL,
  revoked_at    timestamptz NOT NULL,
  announced_at  timestamptz
);
CREATE INDEX revocations_unannounced ON revocations (revocation_id) WHERE announced_at IS NULL;
CREATE INDEX revocations_by_time ON revocations (revoked_at);

ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE refresh_generations ENABLE ROW LEVEL SECURITY;
ALTER TABLE refresh_generations FORCE ROW LEVEL SECURITY;
ALTER TABLE revocations ENABLE ROW LEVEL SECURITY;
ALTER TABLE revocations FORCE ROW LEVEL SECURITY;

-- Their person's own, and, for ending them, those opened in the company of who administers it.
CREATE POLICY sessions_own ON sessions TO ${app}
  USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid
         OR tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid
              OR tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY sessions_worker ON sessions TO ${worker} USING (true);
CREATE POLICY sessions_lookups ON sessions FOR SELECT TO CURRENT_USER USING (true);

CREATE POLICY refresh_generations_own ON refresh_generations TO ${app}
  USING (EXISTS (SELECT FROM sessions s
                 WHERE s.session_id = refresh_generations.session_id
                   AND s.user_id = nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (EXISTS (SELECT FROM sessions s
                      WHERE s.session_id = refresh_generations.session_id
                        AND s.user_id = nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY refresh_generations_worker ON refresh_generations TO ${worker} USING (true);
CREATE POLICY refresh_generations_lookups ON refresh_generations FOR SELECT TO CURRENT_USER USING (true);

-- ${app} only adds; ids without names, so revocations_since (V005) may tell them all.
CREATE POLICY revocations_add ON revocations FOR INSERT TO ${app} WITH CHECK (true);
CREATE POLICY revocations_worker ON revocations TO ${worker} USING (true) WITH CHECK (true);
CREATE POLICY revocations_lookups ON revocations FOR SELECT TO CURRENT_USER USING (true);

GRANT SELECT, INSERT, UPDATE ON sessions, refresh_generations TO ${app};
GRANT INSERT ON revocations TO ${app};
GRANT SELECT, DELETE ON sessions, refresh_generations TO ${worker};
GRANT SELECT, INSERT, UPDATE, DELETE ON revocations TO ${worker};
