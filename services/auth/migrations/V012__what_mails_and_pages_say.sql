-- Of content_ready: whether a film or a report is ready.
ALTER TABLE mails ADD COLUMN notice_what varchar(20);

-- The page behind an invitation names who invites: nobody once they are gone.
DROP FUNCTION find_invitation(bytea);
CREATE FUNCTION find_invitation(wanted_hash bytea)
RETURNS TABLE (invitation_id uuid, tenant_id uuid, tenant_name text, email text, role text, expires_at timestamptz,
               accepted_at timestamptz, revoked_at timestamptz, user_id uuid, inviter_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.invitation_id, i.tenant_id, t.name::text, i.email::text, i.role::text, i.expires_at, i.accepted_at, i.revoked_at,
         u.user_id, inviter.full_name::text
  FROM invitations i JOIN tenants t USING (tenant_id) LEFT JOIN users u ON u.email = i.email
    LEFT JOIN users inviter ON inviter.user_id = i.invited_by
  WHERE i.token_hash = wanted_hash
$$;
REVOKE EXECUTE ON FUNCTION find_invitation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_invitation TO ${app};

-- verify
SELECT count(*) = 1 FROM information_schema.columns WHERE table_name = 'mails' AND column_name = 'notice_what';
