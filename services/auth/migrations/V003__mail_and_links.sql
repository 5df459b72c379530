-- Mails are rows of the transaction that caused them; the worker renders, delivers and deletes them. A row holds no secret: the
-- link's token is derived from an id, and only its SHA-256 is stored. Rows are written for unknown addresses too (the API does the
-- same work for every address); the worker drops those.

CREATE TABLE mails (
  mail_id    uuid PRIMARY KEY,
  kind       varchar(30)  NOT NULL,
  recipient  varchar(255) NOT NULL,
  invitation uuid,
  created_at timestamptz  NOT NULL,
  not_before timestamptz  NOT NULL,
  attempts   integer      NOT NULL DEFAULT 0,
  CONSTRAINT mails_kind_known CHECK (kind IN ('verify_email', 'reset_password', 'invitation', 'password_changed'))
);
CREATE INDEX mails_due ON mails (not_before);
COMMENT ON COLUMN mails.invitation IS 'what an invitation is about; other links are named by mail_id itself';

CREATE FUNCTION tell_of_mails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('mails', '');
  RETURN NULL;
END $$;
CREATE TRIGGER mails_added AFTER INSERT ON mails FOR EACH STATEMENT EXECUTE FUNCTION tell_of_mails();

CREATE TABLE email_tokens (
  token_id   uuid PRIMARY KEY,
  user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
  purpose    varchar(20) NOT NULL,
  token_hash bytea       NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CONSTRAINT email_tokens_token_key UNIQUE (token_hash),
  CONSTRAINT email_tokens_purpose_known CHECK (purpose IN ('verify_email', 'reset_password'))
);
CREATE INDEX email_tokens_of_person ON email_tokens (user_id);
CREATE INDEX email_tokens_by_end ON email_tokens (expires_at);

CREATE TABLE invitations (
  invitation_id uuid PRIMARY KEY,
  tenant_id     uuid         NOT NULL REFERENCES tenants ON DELETE CASCADE,
  email         varchar(255) NOT NULL,
  role          varchar(20)  NOT NULL,
  invited_by    uuid         NOT NULL,
  token_hash    bytea        NOT NULL,
  created_at    timestamptz  NOT NULL,
  expires_at    timestamptz  NOT NULL,
  accepted_at   timestamptz,
  revoked_at    timestamptz,
  CONSTRAINT invitations_token_key UNIQUE (token_hash),
  CONSTRAINT invitations_role_known CHECK (role IN ('USER', 'ADMIN', 'OWNER'))
);
-- One open invitation an address and company; a newer one takes the place of the older.
CREATE UNIQUE INDEX invitations_open ON invitations (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitations_by_end ON invitations (expires_at);

-- Networks from which a person has signed in, as HMACs: there the throttle of strangers does not slow them.
CREATE TABLE known_networks (
  user_id      uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
  network      bytea       NOT NULL,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, network)
);
CREATE INDEX known_networks_by_time ON known_networks (last_seen_at);

ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails FORCE ROW LEVEL SECURITY;
ALTER TABLE email_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE email_tokens FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
ALTER TABLE known_networks ENABLE ROW LEVEL SECURITY;
ALTER TABLE known_networks FORCE ROW LEVEL SECURITY;

-- ${app} puts mails into the box and cannot look into it.
CREATE POLICY mails_post ON mails FOR INSERT TO ${app} WITH CHECK (true);
CREATE POLICY mails_worker ON mails TO ${worker} USING (true) WITH CHECK (true);

CREATE POLICY email_tokens_own ON email_tokens TO ${app}
  USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY email_tokens_worker ON email_tokens TO ${worker} USING (true) WITH CHECK (true);
CREATE POLICY email_tokens_lookups ON email_tokens FOR SELECT TO CURRENT_USER USING (true);

CREATE POLICY invitations_own ON invitations TO ${app}
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY invitations_worker ON invitations TO ${worker} USING (true);
CREATE POLICY invitations_lookups ON invitations FOR SELECT TO CURRENT_USER USING (true);

CREATE POLICY known_networks_own ON known_networks TO ${app}
  USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY known_networks_worker ON known_networks TO ${worker} USING (true);
CREATE POLICY known_networks_lookups ON known_networks FOR SELECT TO CURRENT_USER USING (true);

GRANT INSERT ON mails TO ${app};
GRANT SELECT, UPDATE ON email_tokens TO ${app};
GRANT SELECT, INSERT, UPDATE ON invitations TO ${app};
GRANT SELECT, INSERT, UPDATE ON known_networks TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON mails TO ${worker};
GRANT SELECT, INSERT, DELETE ON email_tokens TO ${worker};
GRANT SELECT, DELETE ON invitations, known_networks TO ${worker};
