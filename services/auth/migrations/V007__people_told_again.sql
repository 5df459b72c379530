-- Whoever begins to follow people is told of all of them (people.requested): the worker reads which version of a person it tells.
GRANT SELECT (version) ON users TO ${worker};

-- verify
SELECT count(*) > 0 FROM pg_attribute, aclexplode(attacl) grants
  WHERE attrelid = 'users'::regclass AND attname = 'version' AND grants.privilege_type = 'SELECT'
    AND grants.grantee::regrole::text LIKE '%worker%';
