-- What other services want people to be told (notification.requested): one more kind of mail, with what it is about.
ALTER TABLE mails DROP CONSTRAINT mails_kind_known;
ALTER TABLE mails ADD CONSTRAINT mails_kind_known
  CHECK (kind IN ('verify_email', 'reset_password', 'invitation', 'password_changed', 'content_ready'));
ALTER TABLE mails ADD COLUMN notice_title varchar(100);
ALTER TABLE mails ADD COLUMN notice_link varchar(2048);
COMMENT ON COLUMN mails.notice_title IS 'of content_ready: what is ready';

-- verify
SELECT count(*) = 2 FROM information_schema.columns
  WHERE table_name = 'mails' AND column_name IN ('notice_title', 'notice_link');
