-- Money that went back to a rider. The support desk names each request by a key.
CREATE TABLE refunds (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ride_id bigint NOT NULL REFERENCES rides,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  request_key text NOT NULL UNIQUE,
  reason text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX refunds_ride ON refunds (ride_id);

-- Finance exports the refunds of the day before.
CREATE INDEX refunds_created ON refunds (created_at);
