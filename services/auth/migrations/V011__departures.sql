-- Whether somebody's membership ended within the hour (revocations are kept that long), so that a removal whose answer was lost can be sent
-- again. Of the company that asks only.
CREATE FUNCTION has_left(of_person uuid)
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM revocations r
                 WHERE r.kind = 'MEMBERSHIP' AND r.subject = of_person
                   AND r.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
     AND NOT EXISTS (SELECT FROM memberships m
                     WHERE m.user_id = of_person
                       AND m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
$$;
REVOKE EXECUTE ON FUNCTION has_left FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_left TO ${app};

-- verify
SELECT count(*) = 1 FROM pg_proc WHERE proname = 'has_left';
