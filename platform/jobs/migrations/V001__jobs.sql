-- Long work as rows: the row is the truth, a message only a hint.
--
-- A worker holds a job by a lease with an end, by the database's clock. lease_number counts the leases of the job: it is the
-- fence, every write of a worker names the one it was given, so that a worker that was thought dead writes nothing more.

CREATE TABLE jobs (
  job_id           uuid        PRIMARY KEY,
  tenant_id        uuid        NOT NULL,
  owner_id         uuid        NOT NULL,
  kind             text        NOT NULL,
  status           text        NOT NULL CHECK (status IN ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  progress         smallint    NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  parameters       json        NOT NULL CHECK (json_typeof(parameters) = 'object'),
  checkpoint       json        NOT NULL CHECK (json_typeof(checkpoint) = 'object'),
  result           json        CHECK (json_typeof(result) = 'object'),
  error_code       text        NOT NULL DEFAULT '',
  error_message    text        NOT NULL DEFAULT '',
  cancel_requested boolean     NOT NULL DEFAULT false,
  attempts         integer     NOT NULL DEFAULT 0,
  lease_number     bigint      NOT NULL DEFAULT 0,
  leased_by        text,
  leased_until     timestamptz,
  run_after        timestamptz NOT NULL DEFAULT now(),
  created_at       timestamptz NOT NULL,
  started_at       timestamptz,
  completed_at     timestamptz,
  CONSTRAINT jobs_processing_is_leased CHECK ((status = 'PROCESSING') = (leased_until IS NOT NULL)),
  CONSTRAINT jobs_over_has_time CHECK ((status IN ('COMPLETED', 'FAILED', 'CANCELLED')) = (completed_at IS NOT NULL))
);
CREATE INDEX jobs_open ON jobs (kind, tenant_id, created_at) WHERE status IN ('PENDING', 'PROCESSING');
CREATE INDEX jobs_served ON jobs (kind, tenant_id, started_at);  -- when a tenant last had its turn
CREATE INDEX jobs_mine ON jobs (tenant_id, owner_id, kind, created_at DESC, job_id DESC);
CREATE INDEX jobs_over ON jobs (completed_at) WHERE completed_at IS NOT NULL;

ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE jobs FORCE ROW LEVEL SECURITY;

-- A person sees and makes their own jobs, and may wish them cancelled.
CREATE POLICY own ON jobs TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND owner_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND owner_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY only_cancel ON jobs AS RESTRICTIVE FOR UPDATE TO ${app}
  USING (status IN ('PENDING', 'PROCESSING', 'CANCELLED'))
  WITH CHECK (cancel_requested AND status IN ('PROCESSING', 'CANCELLED'));
CREATE POLICY workers ON jobs TO ${worker} USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON jobs TO ${app};
GRANT UPDATE (cancel_requested, status, completed_at) ON jobs TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs TO ${worker};
