-- Whoever watches all that a person's films and reports do is woken by the person's id, new and deleted ones included. Who watches one
-- request goes on being woken by its own id, on the channel `content`.
CREATE INDEX content_requests_changed ON content_requests (tenant_id, user_id, updated_at);

CREATE FUNCTION tell_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('content_people', CASE TG_OP WHEN 'DELETE' THEN OLD.user_id ELSE NEW.user_id END::text);
  RETURN NULL;
END $$;
CREATE TRIGGER content_tells_person AFTER INSERT OR UPDATE OR DELETE ON content_requests FOR EACH ROW EXECUTE FUNCTION tell_person();

-- verify
SELECT count(*) = 1 FROM pg_trigger WHERE tgname = 'content_tells_person';
