-- The answer of the first call got lost, and the support desk asks again.
INSERT INTO stations (id, name) VALUES (1, 'Zoo');
INSERT INTO riders (email, name, locale) VALUES ('a@example.com', 'A', 'de');
INSERT INTO rides (rider_id, start_station_id, amount_minor) SELECT id, 1, 1000 FROM riders;
SELECT 'no refund' WHERE refund_ride((SELECT id FROM rides), 300, 'desk-7') IS NULL;
SELECT 'no answer to a repeated call' WHERE refund_ride((SELECT id FROM rides), 300, 'desk-7') IS NULL;
SELECT count(*) || ' refunds are paid out for one request' FROM outbox WHERE topic = 'refund' HAVING count(*) <> 1;
SELECT sum(amount_minor) || ' were refunded instead of 300' FROM refunds HAVING sum(amount_minor) <> 300;
