-- What people asked to be made (films and reports), what was used for it, and what came of it.
--
-- The work itself is a row of the platform's `jobs`; a request follows its job by a trigger, in the same transaction, whoever
-- writes: so there is one truth, and a request outlives its job. Every key holds tenant_id, as in the catalogue.

-- A finished film or report. Requests that are answered by the same one share it; its files' keys follow from these columns.
CREATE TABLE renders (
  tenant_id  uuid         NOT NULL,
  user_id    uuid         NOT NULL,
  render_id  uuid         NOT NULL,       -- the request that it was first made for
  order_hash bytea        NOT NULL CHECK (length(order_hash) = 32),  -- of everything that it is made of
  type       varchar(20)  NOT NULL CHECK (type IN ('VIDEO', 'REPORT')),
  extension  varchar(10)  NOT NULL,
  year       smallint     NOT NULL,
  poc_count  integer      NOT NULL,
  seconds    double precision,            -- of a film
  width      integer,
  height     integer,
  pages      integer,                     -- of a PDF
  created_at timestamptz  NOT NULL,
  PRIMARY KEY (tenant_id, render_id)
);
CREATE UNIQUE INDEX renders_order ON renders (tenant_id, user_id, order_hash);

CREATE TABLE content_requests (
  request_id    uuid         NOT NULL,
  tenant_id     uuid         NOT NULL,
  user_id       uuid         NOT NULL,
  type          varchar(20)  NOT NULL CHECK (type IN ('VIDEO', 'REPORT')),
  status        varchar(20)  NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED')),
  title         varchar(100) NOT NULL CHECK (title <> ''),
  description   text,
  from_date     timestamptz  NOT NULL,
  to_date       timestamptz  NOT NULL,
  parameters    jsonb        NOT NULL,
  created_at    timestamptz  NOT NULL,
  updated_at    timestamptz  NOT NULL,
  completed_at  timestamptz,
  error_code    varchar(50),
  error_message text,
  result_url    varchar(512),             -- the key of its main file; a link is signed when it is asked for
  progress      integer      NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  job_id        uuid         NOT NULL,    -- of the last attempt
  render_id     uuid,
  scheduled     boolean      NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, request_id),
  FOREIGN KEY (tenant_id, render_id) REFERENCES renders (tenant_id, render_id) ON DELETE SET NULL (render_id)
);
CREATE INDEX content_requests_mine ON content_requests (tenant_id, user_id, type, created_at DESC, request_id DESC);
CREATE UNIQUE INDEX content_requests_job ON content_requests (job_id);
CREATE INDEX content_requests_render ON content_requests (render_id, tenant_id) WHERE render_id IS NOT NULL;

CREATE TABLE content_request_pocs (
  tenant_id        uuid    NOT NULL,
  user_id          uuid    NOT NULL,
  request_id       uuid    NOT NULL,
  poc_id           uuid    NOT NULL,
  sequence_order   integer NOT NULL,
  duration_seconds integer,               -- of a film: how long it is seen, rounded up
  at_second        double precision,      -- of a film: when it is first seen
  PRIMARY KEY (tenant_id, request_id, poc_id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES content_requests (tenant_id, request_id) ON DELETE CASCADE
);

-- Every object of this service, noted before it is put: so that a killed worker leaves nothing that nobody knows of. What
-- expires_at has passed is removed with its row.
CREATE TABLE stored_objects (
  object_key varchar(512) PRIMARY KEY,
  tenant_id  uuid         NOT NULL,
  user_id    uuid         NOT NULL,
  owner_id   uuid         NOT NULL,       -- the request, render or track that it belongs to
  lifecycle  varchar(20)  NOT NULL CHECK (lifecycle IN ('temp', 'report', 'video', 'track')),
  created_at timestamptz  NOT NULL,
  expires_at timestamptz
);
CREATE INDEX stored_objects_owner ON stored_objects (owner_id);
CREATE INDEX stored_objects_due ON stored_objects (expires_at) WHERE expires_at IS NOT NULL;

ALTER TABLE renders              ENABLE ROW LEVEL SECURITY;
ALTER TABLE renders              FORCE ROW LEVEL SECURITY;
ALTER TABLE content_requests     ENABLE ROW LEVEL SECURITY;
ALTER TABLE content_requests     FORCE ROW LEVEL SECURITY;
ALTER TABLE content_request_pocs ENABLE ROW LEVEL SECURITY;
ALTER TABLE content_request_pocs FORCE ROW LEVEL SECURITY;
ALTER TABLE stored_objects       ENABLE ROW LEVEL SECURITY;
ALTER TABLE stored_objects       FORCE ROW LEVEL SECURITY;

-- All of it is a person's own, within one tenant: admins included, nobody else sees it.
CREATE POLICY own ON renders TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own ON content_requests TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own ON content_request_pocs FOR SELECT TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own ON stored_objects TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, DELETE ON renders TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON content_requests TO ${app};
GRANT SELECT ON content_request_pocs TO ${app};
GRANT SELECT, INSERT, UPDATE ON stored_objects TO ${app};

-- The worker makes for the person whose job it is, lets requests follow their jobs, makes what is scheduled, and removes what
-- has outlived its time.
CREATE POLICY worker_makes ON renders TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_schedules ON content_requests FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_reads ON content_requests FOR SELECT TO ${worker} USING (true);
CREATE POLICY worker_follows ON content_requests FOR UPDATE TO ${worker} USING (true) WITH CHECK (true);
CREATE POLICY worker_makes ON content_request_pocs TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_keeps ON stored_objects TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_clears ON stored_objects FOR SELECT TO ${worker} USING (expires_at <= now());
CREATE POLICY worker_purges ON stored_objects FOR DELETE TO ${worker} USING (expires_at <= now());
GRANT SELECT, INSERT, UPDATE, DELETE ON renders, content_request_pocs, stored_objects TO ${worker};
GRANT SELECT, INSERT, UPDATE ON content_requests TO ${worker};

-- The customer's statuses have no CANCELLED: it is FAILED with the code `cancelled` (docs/adr/0026).
CREATE FUNCTION follow_job() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  followed uuid;
BEGIN
  UPDATE content_requests r
  SET status = CASE NEW.status WHEN 'CANCELLED' THEN 'FAILED' ELSE NEW.status END,
      progress = NEW.progress,
      error_code = CASE NEW.status WHEN 'CANCELLED' THEN 'cancelled' WHEN 'FAILED' THEN NEW.error_code END,
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
CREATE TRIGGER content_follows AFTER UPDATE ON jobs FOR EACH ROW
  WHEN ((OLD.status, OLD.progress) IS DISTINCT FROM (NEW.status, NEW.progress))
  EXECUTE FUNCTION follow_job();

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class
  WHERE oid IN ('renders'::regclass, 'content_requests'::regclass, 'content_request_pocs'::regclass, 'stored_objects'::regclass);
