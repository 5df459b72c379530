-- A revocation is one row of what it is about (a session, a membership, a person), however often it is revoked: it names the version
-- below which tokens are void. Sessions keep their sid and count versions instead. Rows are followed in the order of the
-- transactions that wrote them, so an answer can begin where the last one ended.
ALTER TABLE sessions ADD COLUMN version bigint NOT NULL DEFAULT 1;
COMMENT ON COLUMN sessions.sid IS 'the sid claim of its access tokens';
COMMENT ON COLUMN sessions.version IS 'the sv claim: grows when what its tokens say (the company) no longer holds';

DROP FUNCTION revocations_since(timestamptz);
DROP TABLE revocations;
CREATE TABLE revocations (
  kind       varchar(10) NOT NULL,
  subject    uuid        NOT NULL,
  tenant_id  uuid        NOT NULL,
  below      bigint      NOT NULL,
  revoked_at timestamptz NOT NULL,
  written_by xid8        NOT NULL,
  PRIMARY KEY (kind, subject, tenant_id),
  CONSTRAINT revocations_kind_known CHECK (kind IN ('SESSION', 'USER', 'MEMBERSHIP'))
);
COMMENT ON COLUMN revocations.subject IS 'the sid, or the person';
COMMENT ON COLUMN revocations.tenant_id IS 'of a membership, else the nil UUID';
CREATE INDEX revocations_by_writer ON revocations (written_by);
CREATE INDEX revocations_by_time ON revocations (revoked_at);

ALTER TABLE revocations ENABLE ROW LEVEL SECURITY;
ALTER TABLE revocations FORCE ROW LEVEL SECURITY;
CREATE POLICY revocations_noting ON revocations TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY revocations_worker ON revocations TO ${worker} USING (true);
GRANT SELECT, DELETE ON revocations TO ${worker};

-- ${app} cannot touch the table: it revokes, and it tells what was revoked, ids without names.
CREATE FUNCTION revoke_tokens(of_kind text, of_subject uuid, of_tenant uuid, below_version bigint)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO revocations AS known (kind, subject, tenant_id, below, revoked_at, written_by)
  VALUES (of_kind, of_subject, coalesce(of_tenant, '00000000-0000-0000-0000-000000000000'), below_version, now(),
          pg_current_xact_id())
  ON CONFLICT (kind, subject, tenant_id) DO UPDATE
  SET below = greatest(known.below, excluded.below), revoked_at = greatest(known.revoked_at, excluded.revoked_at),
      written_by = excluded.written_by
$$;

-- What transactions from `since` on have written, of the last quarter of an hour (a token lives ten minutes), and the horizon: every
-- transaction before it is over, so what they wrote is here; those after it are asked for next time. A cursor beyond the horizon is
-- of another life of the database: then all is told. One row at least, so that the horizon is of the same snapshot as the rows.
CREATE FUNCTION revocations_since(since xid8, most integer)
RETURNS TABLE (horizon text, kind text, subject uuid, tenant_id uuid, below bigint, revoked_at timestamptz, written_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT now_at.horizon::text, r.kind::text, r.subject, r.tenant_id, r.below, r.revoked_at, r.written_by::text
  FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS horizon) now_at
  LEFT JOIN LATERAL (
    SELECT * FROM revocations known
    WHERE known.written_by >= CASE WHEN since <= now_at.horizon THEN since ELSE '0'::xid8 END
      AND known.revoked_at > now() - interval '15 minutes'
    ORDER BY known.written_by LIMIT most) r ON true
$$;
REVOKE EXECUTE ON FUNCTION revoke_tokens, revocations_since FROM PUBLIC;
GRANT EXECUTE ON FUNCTION revoke_tokens, revocations_since TO ${app};

-- However an account is locked (an operator does it by hand), its sessions and tokens end with it.
CREATE POLICY sessions_of_locked ON sessions FOR UPDATE TO CURRENT_USER USING (true);
CREATE FUNCTION end_sessions_of_locked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.version := greatest(NEW.version, OLD.version + 1);
  UPDATE sessions SET revoked_at = now(), revoked_for = 'account_locked' WHERE user_id = NEW.user_id AND revoked_at IS NULL;
  PERFORM revoke_tokens('USER', NEW.user_id, NULL, NEW.version);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION end_sessions_of_locked FROM PUBLIC;
CREATE TRIGGER users_locked BEFORE UPDATE OF status ON users
  FOR EACH ROW WHEN (OLD.status <> 'LOCKED' AND NEW.status = 'LOCKED') EXECUTE FUNCTION end_sessions_of_locked();

-- verify
SELECT count(*) = 6 FROM information_schema.columns WHERE table_name = 'revocations';
