-- What must be found before anybody is authenticated. Each function wants the whole secret or the whole address and gives one
-- row, so ${app} cannot list what it may not see. They run as the owner, whom the *_lookups policies let read.

-- The account of an address, to check a password against; known: signed in from this network before.
CREATE FUNCTION find_login(wanted_email text, from_network bytea)
RETURNS TABLE (user_id uuid, password_hash text, status text, verified boolean, password_changed_at timestamptz,
               known boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.user_id, u.password_hash::text, u.status::text, u.email_verified_at IS NOT NULL, u.password_changed_at,
         EXISTS (SELECT FROM known_networks n WHERE n.user_id = u.user_id AND n.network = from_network)
  FROM users u WHERE u.email = wanted_email
$$;

-- The session that a refresh token belongs to.
CREATE FUNCTION find_refresh(wanted_hash bytea)
RETURNS TABLE (session_id uuid, generation integer, user_id uuid, tenant_id uuid, transport text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT g.session_id, g.generation, s.user_id, s.tenant_id, s.transport::text
  FROM refresh_generations g JOIN sessions s USING (session_id) WHERE g.token_hash = wanted_hash
$$;

-- What a mailed link is about.
CREATE FUNCTION find_email_token(wanted_hash bytea, wanted_purpose text)
RETURNS TABLE (token_id uuid, user_id uuid, expires_at timestamptz, used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.token_id, t.user_id, t.expires_at, t.used_at
  FROM email_tokens t WHERE t.token_hash = wanted_hash AND t.purpose = wanted_purpose
$$;

-- The invitation behind a link, and the account of the invited address if there is one.
CREATE FUNCTION find_invitation(wanted_hash bytea)
RETURNS TABLE (invitation_id uuid, tenant_id uuid, tenant_name text, email text, role text, expires_at timestamptz,
               accepted_at timestamptz, revoked_at timestamptz, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.invitation_id, i.tenant_id, t.name::text, i.email::text, i.role::text, i.expires_at, i.accepted_at, i.revoked_at,
         u.user_id
  FROM invitations i JOIN tenants t USING (tenant_id) LEFT JOIN users u ON u.email = i.email
  WHERE i.token_hash = wanted_hash
$$;

-- The answer that a sign-up with this key was given.
CREATE FUNCTION find_answer(wanted_route text, wanted_key bytea)
RETURNS TABLE (request_hash bytea, answer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT k.request_hash, k.answer FROM idempotency_keys k
  WHERE k.tenant_id IS NULL AND k.user_id IS NULL AND k.route = wanted_route AND k.key_hash = wanted_key
$$;

-- The snapshot for who missed messages: ids only.
CREATE FUNCTION revocations_since(moment timestamptz)
RETURNS TABLE (sid uuid, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.sid, r.revoked_at FROM revocations r WHERE r.revoked_at >= moment
$$;

REVOKE EXECUTE ON FUNCTION find_login, find_refresh, find_email_token, find_invitation, find_answer, revocations_since FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_login, find_refresh, find_email_token, find_invitation, find_answer, revocations_since TO ${app};
