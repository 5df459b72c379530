-- Films shown to others by a link, music of one's own, and what is made without being asked for each time.

CREATE TABLE shares (
  tenant_id  uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  request_id uuid        NOT NULL,
  token_hash bytea       NOT NULL CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, request_id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES content_requests (tenant_id, request_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX shares_token ON shares (token_hash);

CREATE TABLE tracks (
  tenant_id  uuid         NOT NULL,
  user_id    uuid         NOT NULL,
  track_id   uuid         NOT NULL,
  name       varchar(100) NOT NULL,
  object_key varchar(512) NOT NULL,
  created_at timestamptz  NOT NULL,
  PRIMARY KEY (tenant_id, track_id)
);
CREATE INDEX tracks_mine ON tracks (tenant_id, user_id, created_at DESC);

CREATE TABLE schedules (
  tenant_id       uuid        NOT NULL,
  user_id         uuid        NOT NULL,
  monthly_report  boolean     NOT NULL,
  report_format   varchar(10) NOT NULL CHECK (report_format IN ('PDF', 'EXCEL', 'CSV')),
  report_group_by text[]      NOT NULL,
  year_video      boolean     NOT NULL,
  video_style     varchar(50),
  video_shape     varchar(10) NOT NULL CHECK (video_shape IN ('LANDSCAPE', 'PORTRAIT', 'SQUARE')),
  version         bigint      NOT NULL,
  updated_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX schedules_on ON schedules (user_id) WHERE monthly_report OR year_video;

-- One row for each thing that was made by schedule: that is what makes it happen once. Written with the request.
CREATE TABLE schedule_runs (
  tenant_id  uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  kind       varchar(20) NOT NULL CHECK (kind IN ('monthly_report', 'year_video')),
  period     varchar(7)  NOT NULL,        -- 2026-01 or 2026
  request_id uuid        NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id, kind, period)
);

ALTER TABLE shares        ENABLE ROW LEVEL SECURITY;
ALTER TABLE shares        FORCE ROW LEVEL SECURITY;
ALTER TABLE tracks        ENABLE ROW LEVEL SECURITY;
ALTER TABLE tracks        FORCE ROW LEVEL SECURITY;
ALTER TABLE schedules     ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedules     FORCE ROW LEVEL SECURITY;
ALTER TABLE schedule_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedule_runs FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON shares TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY shares_lookups ON shares FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY own ON tracks TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own ON schedules TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON shares TO ${app};
GRANT SELECT, INSERT, DELETE ON tracks TO ${app};
GRANT SELECT, INSERT, UPDATE ON schedules TO ${app};

-- The worker reads the music of the person whose film it makes, and everybody's schedules.
CREATE POLICY worker_reads ON tracks FOR SELECT TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_reads ON shares FOR SELECT TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_reads ON schedules FOR SELECT TO ${worker} USING (true);
CREATE POLICY worker_reads ON schedule_runs FOR SELECT TO ${worker} USING (true);
CREATE POLICY worker_runs ON schedule_runs FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_switches_off ON schedules FOR UPDATE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (NOT monthly_report AND NOT year_video);
GRANT SELECT ON shares, tracks, schedules TO ${worker};
GRANT UPDATE (monthly_report, year_video) ON schedules TO ${worker};
GRANT SELECT, INSERT ON schedule_runs TO ${worker};
-- Whose calendar counts: the sweep reads every zone.
CREATE POLICY worker_sweeps ON people FOR SELECT TO ${worker} USING (true);

-- Who shows what, by a link: the one thing that must be found before anybody is known. It wants the whole secret and gives one
-- row, and runs as the owner, whom shares_lookups lets read.
CREATE FUNCTION find_share(wanted_hash bytea) RETURNS TABLE (tenant_id uuid, user_id uuid, request_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.tenant_id, s.user_id, s.request_id FROM shares s WHERE s.token_hash = wanted_hash
$$;
REVOKE ALL ON FUNCTION find_share(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_share(bytea) TO ${app};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class
  WHERE oid IN ('shares'::regclass, 'tracks'::regclass, 'schedules'::regclass, 'schedule_runs'::regclass);
