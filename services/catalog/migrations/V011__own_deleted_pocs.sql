-- What a person has deleted and can still restore, the newest deletion first.
CREATE INDEX pocs_mine_deleted ON pocs (tenant_id, user_id, deleted_at DESC, poc_id DESC) WHERE deleted_at IS NOT NULL;

-- verify
SELECT indisvalid FROM pg_index WHERE indexrelid = 'pocs_mine_deleted'::regclass;
