-- Refunds a part of what a ride cost, or all of it, and answers the refund's id.
CREATE FUNCTION refund_ride(p_ride bigint, p_amount bigint, p_key text, p_reason text DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  paid bigint;
  paid_in text;
  made bigint;
BEGIN
  -- One refund of a ride at a time.
  SELECT coalesce(amount_minor, price_cents, 0), currency INTO STRICT paid, paid_in
    FROM rides WHERE id = p_ride FOR UPDATE;

  INSERT INTO refunds (ride_id, amount_minor, request_key, reason)
    VALUES (p_ride, p_amount, p_key, p_reason)
    ON CONFLICT DO NOTHING
    RETURNING id INTO made;
  IF made IS NULL THEN
    SELECT id INTO made FROM refunds WHERE (request_key, ride_id, amount_minor) = (p_key, p_ride, p_amount);
    IF made IS NULL THEN
      RAISE EXCEPTION 'request % was another refund', p_key USING ERRCODE = 'unique_violation';
    END IF;
    RETURN made;
  END IF;

  IF (SELECT sum(amount_minor) FROM refunds WHERE ride_id = p_ride) > paid THEN
    RAISE EXCEPTION 'ride % would be refunded more than it cost', p_ride
      USING ERRCODE = 'check_violation';
  END IF;

  INSERT INTO outbox (topic, payload)
    VALUES ('refund', jsonb_build_object(
      'refund', made, 'ride', p_ride, 'amount_minor', p_amount, 'currency', paid_in));
  RETURN made;
END $$;

-- Fills in the next rides from before this change, and answers the last of them; NULL when there is none left.
CREATE FUNCTION backfill_rides(p_after bigint, p_batch bigint DEFAULT 5000)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  last bigint;
BEGIN
  last := (SELECT max(id) FROM (
    SELECT id FROM rides WHERE id > p_after ORDER BY id LIMIT p_batch) AS batch);
  UPDATE rides
     SET amount_minor = price_cents,
         city_id = stations.city_id
    FROM stations
   WHERE stations.id = rides.start_station_id
     AND rides.id > p_after AND rides.id <= last
     AND (rides.city_id IS NULL OR rides.amount_minor IS DISTINCT FROM rides.price_cents);
  RETURN last;
EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
  RETURN p_after;
END $$;
