-- How many private POCs a film or report names: who shows it to others is told, and confirms it.
ALTER TABLE renders ADD COLUMN private_pocs integer NOT NULL DEFAULT 0 CHECK (private_pocs BETWEEN 0 AND poc_count);

-- verify
SELECT attnotnull FROM pg_attribute WHERE attrelid = 'renders'::regclass AND attname = 'private_pocs';
