-- What stands behind # or ? of a repository's address is part of the key that imports know a POC by. POCs of before that rule bear keys
-- without it, or none because another bore theirs: they get what domain/repository_url gives today, so that a file of before finds
-- its POCs again. The owner of the tables sees all rows only while the policies are not forced upon them.
CREATE FUNCTION key_of_address(address text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (
  SELECT 'https://' || regexp_replace(regexp_replace(lower(part[1]), ':443$', ''), ':80$', '')
         || regexp_replace(part[2], '(/|\.git)+$', '') || CASE WHEN part[3] IN ('#', '?') THEN '' ELSE part[3] END
  FROM regexp_match(address, '^[^:]+://([^/?#]*)([^?#]*)(.*)$') AS part);

ALTER TABLE pocs NO FORCE ROW LEVEL SECURITY;
UPDATE pocs SET import_key = NULL
WHERE deleted_at IS NULL AND repository_url ~ '[?#]' AND import_key <> key_of_address(repository_url);
-- The first one of a repository bears the key.
UPDATE pocs p SET import_key = first.key
FROM (SELECT DISTINCT ON (tenant_id, user_id, key_of_address(repository_url))
             tenant_id, user_id, poc_id, key_of_address(repository_url) AS key
      FROM pocs
      WHERE deleted_at IS NULL AND repository_url IS NOT NULL AND import_key IS NULL
      ORDER BY tenant_id, user_id, key_of_address(repository_url), created_at, poc_id) first
WHERE p.tenant_id = first.tenant_id AND p.poc_id = first.poc_id
  AND NOT EXISTS (SELECT FROM pocs k
                  WHERE k.tenant_id = first.tenant_id AND k.user_id = first.user_id AND k.import_key = first.key
                    AND k.deleted_at IS NULL);
ALTER TABLE pocs FORCE ROW LEVEL SECURITY;
DROP FUNCTION key_of_address(text);

-- verify
SELECT relforcerowsecurity FROM pg_class WHERE oid = 'pocs'::regclass;
