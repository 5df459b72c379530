-- Whose membership of a company is over, as auth tells (membership.changed): what was made for them has ended, and the links to
-- films that they left are the company's, whose owners see and end them. Who was never told of is a member.
CREATE TABLE memberships (
  tenant_id uuid    NOT NULL,
  user_id   uuid    NOT NULL,
  is_over   boolean NOT NULL,
  version   bigint  NOT NULL,           -- of the event; an older one changes nothing
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX shares_of_company ON shares (tenant_id, created_at DESC, request_id);

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON memberships FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
GRANT SELECT ON memberships TO ${app};

-- The company itself, in whose name nobody acts but its owners (usecases/company_shares): a transaction of the tenant without a
-- person sees what the company shows to others, and nothing else of anybody.
CREATE POLICY company ON shares FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND (SELECT nullif(current_setting('app.user_id', true), '') IS NULL));
CREATE POLICY company_ends ON shares FOR DELETE TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND (SELECT nullif(current_setting('app.user_id', true), '') IS NULL));
CREATE POLICY company ON content_requests FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND (SELECT nullif(current_setting('app.user_id', true), '') IS NULL)
         AND EXISTS (SELECT FROM shares s
                     WHERE s.tenant_id = content_requests.tenant_id AND s.request_id = content_requests.request_id));
CREATE POLICY company ON people FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND (SELECT nullif(current_setting('app.user_id', true), '') IS NULL));

CREATE POLICY worker_reads ON memberships FOR SELECT TO ${worker} USING (true);
CREATE POLICY worker_follows ON memberships FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY worker_follows_on ON memberships FOR UPDATE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY worker_ends ON shares FOR DELETE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON memberships TO ${worker};
GRANT DELETE ON shares TO ${worker};

-- A job that was ended for a reason of its own says which.
CREATE OR REPLACE FUNCTION follow_job() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  followed uuid;
BEGIN
  UPDATE content_requests r
  SET status = CASE NEW.status WHEN 'CANCELLED' THEN 'FAILED' ELSE NEW.status END,
      progress = NEW.progress,
      error_code = CASE NEW.status WHEN 'CANCELLED' THEN coalesce(nullif(NEW.error_code, ''), 'cancelled')
                                   WHEN 'FAILED' THEN NEW.error_code END,
      error_message = CASE NEW.status WHEN 'FAILED' THEN NEW.error_message END,
      completed_at = NEW.completed_at,
      updated_at = clock_timestamp()
  WHERE r.job_id = NEW.job_id
  RETURNING r.request_id INTO followed;
  IF followed IS NOT NULL THEN
    PERFORM pg_notify('content', followed::text);
  END IF;
  RETURN NULL;
END $$;

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = 'memberships'::regclass;
