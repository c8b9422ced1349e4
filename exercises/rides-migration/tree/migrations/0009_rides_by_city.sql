-- Rides of a city and a time, for the reports.
CREATE INDEX CONCURRENTLY rides_city_started ON rides (city_id, started_at);
