-- Refunds, and the rides from before.
INSERT INTO cities (name) VALUES ('Berlin');
INSERT INTO stations (id, name, city_id) SELECT 1, 'Alexanderplatz', id FROM cities;
INSERT INTO riders (email, name, locale) VALUES ('ada@example.com', 'Ada', 'de');
INSERT INTO rides (rider_id, start_station_id, price_cents) SELECT riders.id, 1, 400 FROM riders, generate_series(1, 25);

-- migrate: 0008_rides.sql
SELECT 'not the tenth' WHERE backfill_rides(0, 10) IS DISTINCT FROM 10;
SELECT 'not the last' WHERE backfill_rides(10, 1000) IS DISTINCT FROM 25;
SELECT 'there is no further' WHERE backfill_rides(25, 10) IS NOT NULL;
SELECT 'not filled in', id FROM rides WHERE amount_minor IS DISTINCT FROM 400 OR city_id IS NULL;

SELECT 'no refund' WHERE refund_ride((SELECT min(id) FROM rides), 150, 'k-1', 'flat tyre') IS NULL;
SELECT 'no refund of the rest' WHERE refund_ride((SELECT min(id) FROM rides), 250, 'k-2') IS NULL;
SELECT 'nothing to pay out' WHERE (SELECT sum((payload->>'amount_minor')::int) FROM outbox WHERE topic = 'refund') <> 400;
-- must fail
SELECT refund_ride((SELECT min(id) FROM rides), 1, 'k-3');
-- must fail
SELECT refund_ride((SELECT max(id) FROM rides), 0, 'k-4');
SELECT 'more than it cost' WHERE (SELECT sum(amount_minor) FROM refunds) <> 400;
-- must fail
SELECT refund_ride((SELECT min(id) FROM rides), 100, 'k-1');
