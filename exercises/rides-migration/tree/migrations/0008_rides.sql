-- What a ride cost, in the minor unit of its currency, and where it began.
ALTER TABLE rides ADD COLUMN currency text NOT NULL DEFAULT 'EUR';

ALTER TABLE rides ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now();

ALTER TABLE rides ADD COLUMN amount_minor bigint;

ALTER TABLE rides ADD COLUMN city_id int;

ALTER TABLE rides ADD CONSTRAINT rides_city_fkey
  FOREIGN KEY (city_id) REFERENCES cities NOT VALID;

-- Two releases write rides: one knows price_cents, the other amount_minor.
CREATE FUNCTION rides_in_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.city_id IS NULL THEN
    NEW.city_id := (SELECT city_id FROM stations WHERE id = NEW.start_station_id);
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.amount_minor := coalesce(NEW.amount_minor, NEW.price_cents);
    NEW.price_cents := NEW.amount_minor;
  ELSIF NEW.amount_minor IS DISTINCT FROM OLD.amount_minor THEN
    NEW.price_cents := NEW.amount_minor;
  ELSE
    NEW.amount_minor := NEW.price_cents;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER rides_in_step BEFORE INSERT OR UPDATE ON rides
  FOR EACH ROW EXECUTE FUNCTION rides_in_step();
