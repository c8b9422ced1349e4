-- While the index is built, rides must be written.
INSERT INTO stations (id, name) VALUES (1, 'Zoo');
INSERT INTO riders (email, name, locale) VALUES ('a@example.com', 'A', 'de');
INSERT INTO rides (rider_id, start_station_id) SELECT id, 1 FROM riders;
-- migrate: 0009_rides_by_city.sql
SELECT 'no ride is written while the index is built: ' || mode FROM harness.locks
 WHERE command = 'CREATE INDEX' AND relation = 'rides'
   AND mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock');
