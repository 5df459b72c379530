-- Events on their way: an event is a row of the transaction that caused it (outbox), and a consumer's effect is in one
-- transaction with the note that it handled the event (inbox).

-- seq is the order of publishing. Transactions commit in another order than they draw numbers, except within a tenant:
-- there the writer takes the tenant's turn (an advisory lock, events/outbox.cpp) before it draws its number and holds it
-- until it commits. So per tenant, and only there, seq is the order of the commits.
CREATE TABLE outbox (
  seq         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id    uuid        NOT NULL,
  tenant_id   uuid        NOT NULL,
  source      text        NOT NULL,
  type        text        NOT NULL,
  subject     text        NOT NULL,
  time        timestamptz NOT NULL,
  traceparent text        NOT NULL,
  data        json        NOT NULL CHECK (json_typeof(data) = 'object'),
  created_at  timestamptz NOT NULL DEFAULT now()
) WITH (
  -- A queue: as many rows die as are born. Vacuum by their number, not by the table's size, which is near nothing.
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000
);

CREATE TABLE inbox (
  consumer   text        NOT NULL,
  event_id   uuid        NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_handled_at ON inbox (handled_at);

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;

-- Whoever writes events writes those of the tenant of its scope, and reads none. Who founds a tenant sets the scope to the
-- new one.
CREATE POLICY own_tenant ON outbox FOR INSERT TO ${app}, ${worker}
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
-- The relay.
CREATE POLICY relay_reads ON outbox FOR SELECT TO ${worker} USING (true);
CREATE POLICY relay_deletes ON outbox FOR DELETE TO ${worker} USING (true);
-- Consumers are workers; what they handled belongs to no tenant.
CREATE POLICY consumers ON inbox TO ${worker} USING (true) WITH CHECK (true);

GRANT INSERT ON outbox TO ${app}, ${worker};
GRANT SELECT, DELETE ON outbox TO ${worker};
GRANT SELECT, INSERT, DELETE ON inbox TO ${worker};
