-- Cities and rides: what was there is carried over, and what comes is filled in.
INSERT INTO stations (id, name, city) VALUES (1, 'Alexanderplatz', 'Berlin'), (2, 'Zoo', ' Berlin'), (3, 'Altona', 'Hamburg');

-- migrate: 0007_cities.sql
SELECT 'a station lost its city', name FROM stations WHERE city_id IS NULL;
SELECT 'two cities for one' WHERE (SELECT count(*) FROM cities) <> 2;
SELECT 'no district' WHERE NOT EXISTS (
  SELECT FROM information_schema.columns WHERE table_name = 'stations' AND column_name = 'district');

-- The new release
INSERT INTO riders (email, name, locale) VALUES ('ada@example.com', 'Ada', 'de'), ('jan@example.com', 'Jan', 'cs');
INSERT INTO rides (rider_id, start_station_id) SELECT id, 3 FROM riders;
UPDATE rides SET end_station_id = 1, ended_at = now(), amount_minor = 350 WHERE start_station_id = 3;
SELECT 'the columns differ', id FROM rides WHERE price_cents <> amount_minor;
SELECT 'not in Hamburg', rides.id FROM rides JOIN cities ON cities.id = city_id WHERE name <> 'Hamburg';
SELECT 'not in euros', id FROM rides WHERE currency <> 'EUR' OR recorded_at > now();

-- The old one
INSERT INTO rides (rider_id, start_station_id, price_cents) SELECT id, 1, 420 FROM riders;
UPDATE rides SET price_cents = 430 WHERE price_cents = 420;
SELECT 'the amount is not kept', id FROM rides WHERE start_station_id = 1 AND amount_minor IS DISTINCT FROM 430;
SELECT 'no index for reports' WHERE to_regclass('rides_city_started') IS NULL;
