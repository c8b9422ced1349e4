-- A ride cannot be filled in: whoever calls the function has to be told.
INSERT INTO cities (name) VALUES ('Berlin');
INSERT INTO stations (id, name, city_id) SELECT 1, 'Zoo', id FROM cities;
INSERT INTO riders (email, name, locale) VALUES ('a@example.com', 'A', 'de');
INSERT INTO rides (rider_id, start_station_id, price_cents) SELECT riders.id, 1, 100 + n FROM riders, generate_series(1, 20) n;
-- migrate: 0008_rides.sql
ALTER TABLE rides ADD CHECK (city_id IS NULL OR price_cents <> 107) NOT VALID;
-- must fail
SELECT backfill_rides(0, 100);
