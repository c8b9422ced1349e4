-- The attachments of one ticket are found by an index.
CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
  RETURN plan::text;
END $$;
SET enable_seqscan = off;
SELECT 'the attachments of a ticket are looked for in the whole table'
 WHERE plan_of('SELECT name FROM attachments WHERE ticket_id = 1') !~ '"Index Cond": "\(ticket_id = ';
