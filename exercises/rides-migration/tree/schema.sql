-- Production on 7 September 2026. Changed by migrations only.
CREATE TABLE riders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE stations (
  id int PRIMARY KEY,
  name text NOT NULL,
  city text,
  zone text
);

CREATE TABLE rides (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rider_id bigint NOT NULL REFERENCES riders,
  start_station_id int NOT NULL REFERENCES stations,
  end_station_id int REFERENCES stations,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  price_cents bigint CHECK (price_cents >= 0)
);

CREATE INDEX rides_rider ON rides (rider_id, started_at);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
