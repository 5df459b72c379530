-- Who belongs to no company at present signs in all the same: to accept an invitation, or to found a company.
ALTER TABLE sessions ALTER COLUMN tenant_id DROP NOT NULL;
COMMENT ON COLUMN sessions.tenant_id IS 'null: of a person who belonged to no company when it was opened';

-- From now on nobody has an open invitation to a role that they may not give; those of before are withdrawn here. The owner of the
-- tables sees all rows only while the policies are not forced upon them.
ALTER TABLE invitations NO FORCE ROW LEVEL SECURITY;
UPDATE invitations i SET revoked_at = now()
WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL
  AND NOT EXISTS (SELECT FROM memberships m
                  WHERE m.tenant_id = i.tenant_id AND m.user_id = i.invited_by
                    AND (m.role = 'OWNER' OR (m.role = 'ADMIN' AND i.role <> 'OWNER')));
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;

-- verify
SELECT is_nullable = 'YES' FROM information_schema.columns WHERE table_name = 'sessions' AND column_name = 'tenant_id';
SELECT relforcerowsecurity FROM pg_class WHERE oid = 'invitations'::regclass;
