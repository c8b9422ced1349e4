-- When the foreign key is checked against the rides, a lock is held that lets writers pass; not to check it yet is fine too.
INSERT INTO stations (id, name) VALUES (1, 'Zoo');
INSERT INTO riders (email, name, locale) VALUES ('a@example.com', 'A', 'de');
INSERT INTO rides (rider_id, start_station_id) SELECT id, 1 FROM riders;
-- migrate: 0008_rides.sql
SELECT 'rides are checked against cities while writers wait'
 WHERE EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'rides'::regclass AND confrelid = to_regclass('cities') AND convalidated)
   AND NOT EXISTS (SELECT FROM harness.locks
                    WHERE command = 'ALTER TABLE' AND relation = 'rides' AND mode = 'ShareUpdateExclusiveLock');
