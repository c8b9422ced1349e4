-- There are riders already, and the old release goes on adding some.
INSERT INTO riders (email, name) VALUES ('a@example.com', 'A');
-- migrate: 0007_cities.sql
INSERT INTO riders (email, name) VALUES ('b@example.com', 'B');
SELECT 'a rider is missing' WHERE (SELECT count(*) FROM riders) <> 2;
