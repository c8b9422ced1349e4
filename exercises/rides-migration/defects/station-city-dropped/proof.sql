-- After the migrations the old release reads stations as it always did.
INSERT INTO stations (id, name, city) VALUES (1, 'Zoo', ' Berlin ');
-- migrate: 0007_cities.sql
SELECT 'the old release reads another city' FROM stations WHERE city IS DISTINCT FROM ' Berlin ';
