-- Which POCs of the tenant have changed, whoever may see them: a search leaves out what the index holds of these. A private or
-- deleted one shows nothing here but that it changed: its id, and when in the order of the tenant's changes. The function runs as
-- the owner, whom this policy lets read within the scope's tenant.
CREATE POLICY changes ON pocs FOR SELECT TO CURRENT_USER
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

CREATE FUNCTION changed_pocs(since bigint, most integer)
RETURNS TABLE (poc_id uuid, change_seq bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.poc_id, p.change_seq FROM pocs p
  WHERE p.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND p.change_seq > since AND p.change_seq > 0
  ORDER BY p.change_seq DESC LIMIT most
$$;

REVOKE EXECUTE ON FUNCTION changed_pocs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changed_pocs TO ${app};

-- verify
SELECT NOT has_function_privilege('public', 'changed_pocs(bigint, integer)', 'EXECUTE');
