-- After the migrations the old release reads stations as it always did, and the new one its district.
INSERT INTO stations (id, name, city, zone) VALUES (1, 'Zoo', 'Berlin', 'Mitte');
-- migrate: 0007_cities.sql
SELECT 'the old release reads another zone' FROM stations WHERE zone IS DISTINCT FROM 'Mitte';
SELECT 'the new release reads another district' FROM stations WHERE district IS DISTINCT FROM 'Mitte';
