-- People, companies, and who belongs where. Roles: ${app} serves requests under row-level security, ${worker} has one explicit
-- policy on each table it needs, the owner (who runs this) only answers the lookups of V005.

CREATE TABLE users (
  user_id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email               varchar(255) NOT NULL,
  password_hash       varchar(255) NOT NULL,
  full_name           varchar(100) NOT NULL,
  locale              varchar(35)  NOT NULL DEFAULT 'en',
  time_zone           varchar(64)  NOT NULL DEFAULT 'UTC',
  status              varchar(20)  NOT NULL DEFAULT 'ACTIVE',
  email_verified_at   timestamptz,
  password_changed_at timestamptz NOT NULL DEFAULT now(),
  last_login_at       timestamptz,
  created_at          timestamptz  NOT NULL DEFAULT now(),
  updated_at          timestamptz  NOT NULL DEFAULT now(),
  version             bigint       NOT NULL DEFAULT 1,
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_status_known CHECK (status IN ('ACTIVE', 'LOCKED'))
);
CREATE INDEX idx_users_status ON users (status);
COMMENT ON COLUMN users.email IS 'normalised: NFC, lower case, trimmed; the unique constraint is its index';

CREATE TABLE tenants (
  tenant_id  uuid PRIMARY KEY,
  name       varchar(100) NOT NULL,
  created_at timestamptz  NOT NULL DEFAULT now(),
  updated_at timestamptz  NOT NULL DEFAULT now(),
  version    bigint       NOT NULL DEFAULT 1
);

-- The role of section 10's users.role lives here: a person may have another one in each company.
CREATE TABLE memberships (
  tenant_id  uuid        NOT NULL REFERENCES tenants ON DELETE CASCADE,
  user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
  role       varchar(20) NOT NULL DEFAULT 'USER',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  version    bigint      NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT memberships_role_known CHECK (role IN ('USER', 'ADMIN', 'OWNER'))
);
CREATE INDEX memberships_of_person ON memberships (user_id);

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;

-- A person is seen by themselves and by who works in a company they belong to.
CREATE POLICY users_self ON users TO ${app}
  USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY users_colleagues ON users FOR SELECT TO ${app}
  USING (EXISTS (SELECT FROM memberships m
                 WHERE m.user_id = users.user_id
                   AND m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY users_worker ON users FOR SELECT TO ${worker} USING (true);
CREATE POLICY users_lookups ON users FOR SELECT TO CURRENT_USER USING (true);

CREATE POLICY tenants_own ON tenants TO ${app}
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Whoever signs in chooses among the companies they belong to.
CREATE POLICY tenants_joined ON tenants FOR SELECT TO ${app}
  USING (EXISTS (SELECT FROM memberships m
                 WHERE m.tenant_id = tenants.tenant_id
                   AND m.user_id = nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY tenants_worker ON tenants FOR SELECT TO ${worker} USING (true);
CREATE POLICY tenants_lookups ON tenants FOR SELECT TO CURRENT_USER USING (true);

CREATE POLICY memberships_own ON memberships TO ${app}
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY memberships_of_self ON memberships FOR SELECT TO ${app}
  USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY memberships_worker ON memberships FOR SELECT TO ${worker} USING (true);
CREATE POLICY memberships_lookups ON memberships FOR SELECT TO CURRENT_USER USING (true);

-- ${app} may write a password hash but never read one back: find_login (V005) is the only way to it.
GRANT SELECT (user_id, email, full_name, locale, time_zone, status, email_verified_at, password_changed_at, last_login_at,
              created_at, updated_at, version) ON users TO ${app};
GRANT INSERT, UPDATE ON users TO ${app};
GRANT SELECT, INSERT, UPDATE ON tenants TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON memberships TO ${app};
GRANT SELECT (user_id, email, full_name, locale, time_zone, status, email_verified_at) ON users TO ${worker};
GRANT SELECT ON tenants, memberships TO ${worker};
