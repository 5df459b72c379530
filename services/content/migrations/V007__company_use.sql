-- What a company uses: the bytes that it keeps, and how many films and reports wait or are at work. Everybody's rows stay their own;
-- the function tells two sums of the scope's tenant and nothing else. It runs as the owner, whom these policies let read.
ALTER TABLE stored_objects ADD COLUMN bytes bigint NOT NULL DEFAULT 0 CHECK (bytes >= 0);
CREATE INDEX stored_objects_company ON stored_objects (tenant_id) INCLUDE (bytes, lifecycle, expires_at);
CREATE INDEX content_requests_open ON content_requests (tenant_id) WHERE status IN ('PENDING', 'PROCESSING');

CREATE POLICY company_use ON stored_objects FOR SELECT TO CURRENT_USER
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY company_use ON content_requests FOR SELECT TO CURRENT_USER
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

-- A piece of music counts once it is kept: an upload that is refused leaves its note behind for a day.
CREATE FUNCTION company_use() RETURNS TABLE (open bigint, bytes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT (SELECT count(*) FROM content_requests r
          WHERE r.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
            AND r.status IN ('PENDING', 'PROCESSING')),
         (SELECT coalesce(sum(o.bytes), 0)::bigint FROM stored_objects o
          WHERE o.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
            AND (o.expires_at IS NULL OR (o.expires_at > now() AND o.lifecycle <> 'track')))
$$;
REVOKE EXECUTE ON FUNCTION company_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION company_use TO ${app};

-- verify
SELECT NOT has_function_privilege('public', 'company_use()', 'EXECUTE');
