-- The refunds of one ride are found by an index.
CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
  RETURN plan::text;
END $$;
SET enable_seqscan = off;
SELECT 'the refunds of a ride are looked for in the whole table'
 WHERE plan_of('SELECT sum(amount_minor) FROM refunds WHERE ride_id = 1') !~ '"Index Cond": "\(ride_id = ';
