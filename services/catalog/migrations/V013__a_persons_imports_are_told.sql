-- Whoever watches a person's imports is woken by the person's id. A heartbeat alone changes nothing that they are told.
CREATE FUNCTION tell_importer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('imports', NEW.owner_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER a_new_import_tells_its_person AFTER INSERT ON jobs FOR EACH ROW WHEN (NEW.kind = 'poc_import') EXECUTE FUNCTION tell_importer();
CREATE TRIGGER an_import_tells_its_person AFTER UPDATE ON jobs FOR EACH ROW
  WHEN (NEW.kind = 'poc_import' AND (NEW.status, NEW.progress, NEW.checkpoint::text) IS DISTINCT FROM (OLD.status, OLD.progress, OLD.checkpoint::text))
  EXECUTE FUNCTION tell_importer();

-- verify
SELECT count(*) = 2 FROM pg_trigger WHERE tgname IN ('a_new_import_tells_its_person', 'an_import_tells_its_person');
