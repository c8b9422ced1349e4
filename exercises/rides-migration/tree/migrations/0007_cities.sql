-- Cities, which were a free text of stations until now.
CREATE TABLE cities (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  timezone text NOT NULL DEFAULT 'Europe/Berlin'
);

INSERT INTO cities (name)
  SELECT DISTINCT btrim(city) FROM stations WHERE btrim(city) <> '';

ALTER TABLE stations ADD COLUMN city_id int REFERENCES cities;

UPDATE stations
   SET city_id = cities.id
  FROM cities
 WHERE cities.name = btrim(stations.city)
   AND stations.city_id IS NULL;

-- The new release reads district.
ALTER TABLE stations ADD COLUMN district text GENERATED ALWAYS AS (zone) STORED;

-- The language of receipts, as the app sends it: 'de', 'cs', 'fr-CH'.
ALTER TABLE riders ADD COLUMN locale text;
