-- The table is the catalogue's: platform/postgres/idempotency writes both. Nothing here has a place in a tenant's counter.
ALTER TABLE idempotency_keys ADD COLUMN change_seq bigint NOT NULL DEFAULT 0;

-- verify
SELECT count(*) = 1 FROM information_schema.columns WHERE table_name = 'idempotency_keys' AND column_name = 'change_seq';
