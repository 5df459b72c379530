-- Whose membership of a company is over, as auth tells (membership.changed): what ran for them has ended, and the company's
-- administrators look after the public POCs that they left. Who was never told of is a member.
CREATE TABLE memberships (
  tenant_id uuid    NOT NULL,
  user_id   uuid    NOT NULL,
  is_over   boolean NOT NULL,
  version   bigint  NOT NULL,           -- of the event; an older one changes nothing
  PRIMARY KEY (tenant_id, user_id)
);

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON memberships FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT ON memberships TO ${app};

CREATE POLICY worker_follows ON memberships TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON memberships TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'memberships'::regclass;
