-- When the bus has lost events, who follows people asks for all of them again: once in each of its lives.
ALTER TABLE people_asked_for ADD COLUMN bus_life varchar(100);
GRANT UPDATE ON people_asked_for TO ${worker};

-- verify
SELECT count(*) = 1 FROM information_schema.columns WHERE table_name = 'people_asked_for' AND column_name = 'bus_life';
