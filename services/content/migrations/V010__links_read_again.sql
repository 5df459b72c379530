-- What the token of a link is derived from, so that its owner can read the link again. Links of before keep working and are not read
-- again: only their hash is known.
ALTER TABLE shares ADD COLUMN share_id uuid;

-- verify
SELECT count(*) = 1 FROM information_schema.columns WHERE table_name = 'shares' AND column_name = 'share_id';
