-- However amounts are filled in, no one transaction may rewrite most of the rides.
INSERT INTO stations (id, name) VALUES (1, 'Zoo');
INSERT INTO riders (email, name, locale) VALUES ('a@example.com', 'A', 'de');
INSERT INTO rides (rider_id, start_station_id, price_cents) SELECT r.id, 1, 300 FROM riders r, generate_series(1, 600);
INSERT INTO rides (rider_id, start_station_id, price_cents) SELECT r.id, 1, 300 FROM riders r, generate_series(1, 600);
INSERT INTO rides (rider_id, start_station_id, price_cents) SELECT r.id, 1, 300 FROM riders r, generate_series(1, 600);
INSERT INTO rides (rider_id, start_station_id, price_cents) SELECT r.id, 1, 300 FROM riders r, generate_series(1, 600);
-- migrate: 0008_rides.sql
SELECT count(*) || ' of 2400 rides are rewritten in one transaction' FROM rides GROUP BY xmin::text HAVING count(*) > 1200;
