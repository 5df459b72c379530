-- What a repeated request is answered from, what an import could not take, and the names of people.

-- One row per Idempotency-Key that did something, kept 24 hours. The answer of a creating request follows from the request
-- itself (the hash says it is the same one) and from these three: the id, the number and the moment of the creation.
CREATE TABLE idempotency_keys (
  tenant_id    uuid        NOT NULL,
  user_id      uuid        NOT NULL,
  route        varchar(60) NOT NULL,
  key          varchar(255) NOT NULL,
  request_hash bytea       NOT NULL CHECK (length(request_hash) = 32),
  resource_id  uuid        NOT NULL,
  change_seq   bigint      NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

-- The lines of an import that were refused: at most a thousand a job, the count of all stands in the job's result.
CREATE TABLE import_errors (
  tenant_id  uuid         NOT NULL,
  user_id    uuid         NOT NULL,
  job_id     uuid         NOT NULL,
  position   integer      NOT NULL,      -- 0, 1, 2 ... within the job
  line       bigint       NOT NULL,      -- of the file, from 1
  pointer    varchar(200) NOT NULL,
  code       varchar(50)  NOT NULL,
  detail     varchar(500) NOT NULL,
  created_at timestamptz  NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, job_id, position)
);
CREATE INDEX import_errors_age ON import_errors (created_at);

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE import_errors    ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_errors    FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON idempotency_keys TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own ON import_errors FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON idempotency_keys TO ${app};
GRANT SELECT ON import_errors TO ${app};

CREATE POLICY worker_reads ON idempotency_keys FOR SELECT TO ${worker} USING (created_at < now() - interval '24 hours');
CREATE POLICY worker_purges ON idempotency_keys FOR DELETE TO ${worker} USING (created_at < now() - interval '24 hours');
CREATE POLICY worker_writes ON import_errors FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_reads ON import_errors FOR SELECT TO ${worker} USING (created_at < now() - interval '30 days');
CREATE POLICY worker_purges ON import_errors FOR DELETE TO ${worker} USING (created_at < now() - interval '30 days');
GRANT SELECT, DELETE ON idempotency_keys TO ${worker};
GRANT SELECT, INSERT, DELETE ON import_errors TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class
  WHERE oid IN ('idempotency_keys'::regclass, 'import_errors'::regclass);
