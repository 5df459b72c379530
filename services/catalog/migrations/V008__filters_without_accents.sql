-- What filters compare by, and what figures count as one value: letter case, accents and compatibility forms do not matter, as in
-- the search index (text::folded). ICU's first level says so.
CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level1', deterministic = false);

DROP INDEX poc_tags_tag;
CREATE INDEX poc_tags_tag ON poc_tags (tag COLLATE folded, tenant_id, poc_id);
DROP INDEX poc_frameworks_framework;
CREATE INDEX poc_frameworks_framework ON poc_frameworks (framework COLLATE folded, tenant_id, poc_id);

-- verify
SELECT NOT collisdeterministic FROM pg_collation WHERE collname = 'folded';
