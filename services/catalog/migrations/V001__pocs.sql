-- The catalogue: POCs with their tags, frameworks and favourites.
--
-- Every key holds tenant_id: a row is only ever found inside its tenant, the isolation policies become index conditions, and
-- the tables can be hash-partitioned by tenant without changing a key. They are not partitioned now: a million POCs are well
-- under a gigabyte with their indexes, every query touches one tenant through an index, and planning over partitions costs
-- more than it saves there (see the README, "Partitioning").
--
-- A table that is new has no statistics, and then every index that can use `tenant_id = ...` costs the planner the same. So
-- no index is there to be mistaken for another: those that serve one kind of query are partial, or begin with that query's
-- own column.
--
-- The scope of a transaction is app.tenant_id and app.user_id. Wrapped in (SELECT ...) the planner reads them once a
-- statement, not once a row. Without a scope they are null and nothing matches.

-- The tenant's clock: the writing transaction increments it and holds the row, so the numbers are without gaps and in
-- commit order.
CREATE TABLE tenant_counters (
  tenant_id  uuid   PRIMARY KEY,
  change_seq bigint NOT NULL CHECK (change_seq >= 0)
);

CREATE TABLE pocs (
  poc_id         uuid         NOT NULL,
  tenant_id      uuid         NOT NULL,
  user_id        uuid         NOT NULL,
  name           varchar(100) NOT NULL CHECK (name <> ''),
  description    text,
  repository_url varchar(255),
  language       varchar(50),
  is_public      boolean      NOT NULL DEFAULT false,
  thumbnail_url  varchar(255),
  -- The canonical repository URL of the one live POC of this person that imports update; posting never conflicts on it.
  import_key     text,
  created_at     timestamptz  NOT NULL,
  updated_at     timestamptz  NOT NULL,
  deleted_at     timestamptz,
  change_seq     bigint       NOT NULL CHECK (change_seq > 0),
  -- When each field last changed: what a client that was offline is merged by.
  name_changed_at           timestamptz NOT NULL,
  description_changed_at    timestamptz NOT NULL,
  repository_url_changed_at timestamptz NOT NULL,
  language_changed_at       timestamptz NOT NULL,
  is_public_changed_at      timestamptz NOT NULL,
  tags_changed_at           timestamptz NOT NULL,
  frameworks_changed_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, poc_id),
  -- What tags and frameworks refer to, so that their copies of the two visibility columns cannot differ.
  CONSTRAINT pocs_visibility_key UNIQUE (tenant_id, poc_id, user_id, is_public)
);
-- For what says "change_seq > 0" itself, and nothing else.
CREATE UNIQUE INDEX pocs_change_seq ON pocs (tenant_id, change_seq) WHERE change_seq > 0;
-- The columns that the visibility policy reads are included, so that counting a person's POCs reads the index alone.
CREATE INDEX pocs_mine_created ON pocs (tenant_id, user_id, created_at DESC, poc_id DESC) INCLUDE (is_public, deleted_at)
  WHERE deleted_at IS NULL;
CREATE INDEX pocs_mine_updated ON pocs (tenant_id, user_id, updated_at DESC, poc_id DESC) WHERE deleted_at IS NULL;
CREATE INDEX pocs_tenant_created ON pocs (tenant_id, created_at DESC, poc_id DESC)
  INCLUDE (user_id, is_public, deleted_at) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX pocs_import_key ON pocs (tenant_id, user_id, import_key)
  WHERE import_key IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX pocs_deleted ON pocs (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE poc_tags (
  tenant_id  uuid        NOT NULL,
  poc_id     uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  is_public  boolean     NOT NULL,
  tag        varchar(50) NOT NULL,
  position   smallint    NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, poc_id, tag),
  FOREIGN KEY (tenant_id, poc_id, user_id, is_public) REFERENCES pocs (tenant_id, poc_id, user_id, is_public)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX poc_tags_tag ON poc_tags (tag, tenant_id, poc_id);

CREATE TABLE poc_frameworks (
  tenant_id  uuid        NOT NULL,
  poc_id     uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  is_public  boolean     NOT NULL,
  framework  varchar(50) NOT NULL,
  position   smallint    NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, poc_id, framework),
  FOREIGN KEY (tenant_id, poc_id, user_id, is_public) REFERENCES pocs (tenant_id, poc_id, user_id, is_public)
    ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX poc_frameworks_framework ON poc_frameworks (lower(framework), tenant_id, poc_id);

CREATE TABLE favorites (
  tenant_id  uuid        NOT NULL,
  user_id    uuid        NOT NULL,
  poc_id     uuid        NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,             -- kept a while, so that a client that was offline learns of it
  change_seq bigint      NOT NULL,
  PRIMARY KEY (tenant_id, user_id, poc_id),
  FOREIGN KEY (tenant_id, poc_id) REFERENCES pocs (tenant_id, poc_id) ON DELETE CASCADE
);
CREATE INDEX favorites_poc ON favorites (tenant_id, poc_id);
CREATE INDEX favorites_removed ON favorites (removed_at) WHERE removed_at IS NOT NULL;

ALTER TABLE tenant_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_counters FORCE ROW LEVEL SECURITY;
ALTER TABLE pocs            ENABLE ROW LEVEL SECURITY;
ALTER TABLE pocs            FORCE ROW LEVEL SECURITY;
ALTER TABLE poc_tags        ENABLE ROW LEVEL SECURITY;
ALTER TABLE poc_tags        FORCE ROW LEVEL SECURITY;
ALTER TABLE poc_frameworks  ENABLE ROW LEVEL SECURITY;
ALTER TABLE poc_frameworks  FORCE ROW LEVEL SECURITY;
ALTER TABLE favorites       ENABLE ROW LEVEL SECURITY;
ALTER TABLE favorites       FORCE ROW LEVEL SECURITY;

-- First wall: the tenant.
CREATE POLICY tenant ON tenant_counters TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY tenant ON pocs TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY tenant ON poc_tags TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY tenant ON poc_frameworks TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY tenant ON favorites TO ${app}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

-- Second wall: the person. Private means its creator alone; a deleted POC too. RESTRICTIVE: both walls must let pass.
CREATE POLICY visible ON pocs AS RESTRICTIVE FOR SELECT TO ${app}
  USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid)
         OR (is_public AND deleted_at IS NULL));
CREATE POLICY own_insert ON pocs AS RESTRICTIVE FOR INSERT TO ${app}
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own_update ON pocs AS RESTRICTIVE FOR UPDATE TO ${app}
  USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));

CREATE POLICY visible ON poc_tags AS RESTRICTIVE FOR SELECT TO ${app}
  USING (is_public OR user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own_insert ON poc_tags AS RESTRICTIVE FOR INSERT TO ${app}
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own_delete ON poc_tags AS RESTRICTIVE FOR DELETE TO ${app}
  USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));

CREATE POLICY visible ON poc_frameworks AS RESTRICTIVE FOR SELECT TO ${app}
  USING (is_public OR user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own_insert ON poc_frameworks AS RESTRICTIVE FOR INSERT TO ${app}
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY own_delete ON poc_frameworks AS RESTRICTIVE FOR DELETE TO ${app}
  USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));

CREATE POLICY own ON favorites AS RESTRICTIVE TO ${app}
  USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));

GRANT SELECT, INSERT, UPDATE ON tenant_counters, pocs, favorites TO ${app};
GRANT SELECT, INSERT, DELETE ON poc_tags, poc_frameworks TO ${app};

-- The worker: the indexer reads every tenant; imports write for the person whose job it is; the clean-up deletes for good
-- what was deleted 30 days ago.
CREATE POLICY worker_reads ON tenant_counters FOR SELECT TO ${worker} USING (true);
CREATE POLICY worker_reads ON pocs FOR SELECT TO ${worker} USING (true);
CREATE POLICY worker_reads ON poc_tags FOR SELECT TO ${worker} USING (true);
CREATE POLICY worker_reads ON poc_frameworks FOR SELECT TO ${worker} USING (true);

CREATE POLICY worker_counts ON tenant_counters FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY worker_counts_on ON tenant_counters FOR UPDATE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY worker_imports ON pocs FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_updates ON pocs FOR UPDATE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_purges ON pocs FOR DELETE TO ${worker}
  USING (deleted_at < now() - interval '30 days');
CREATE POLICY worker_imports ON poc_tags FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_replaces ON poc_tags FOR DELETE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_imports ON poc_frameworks FOR INSERT TO ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
              AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_replaces ON poc_frameworks FOR DELETE TO ${worker}
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)
         AND user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY worker_reads ON favorites FOR SELECT TO ${worker} USING (removed_at < now() - interval '30 days');
CREATE POLICY worker_purges ON favorites FOR DELETE TO ${worker} USING (removed_at < now() - interval '30 days');

GRANT SELECT, INSERT, UPDATE ON tenant_counters TO ${worker};
GRANT SELECT, INSERT, UPDATE, DELETE ON pocs TO ${worker};
GRANT SELECT, INSERT, DELETE ON poc_tags, poc_frameworks TO ${worker};
GRANT SELECT, DELETE ON favorites TO ${worker};

-- verify
SELECT relrowsecurity AND relforcerowsecurity FROM pg_class
  WHERE oid IN ('tenant_counters'::regclass, 'pocs'::regclass, 'poc_tags'::regclass, 'poc_frameworks'::regclass, 'favorites'::regclass);
