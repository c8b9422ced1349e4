CREATE TABLE cards (
  code TEXT PRIMARY KEY,
  cents INTEGER NOT NULL CHECK (cents >= 0),
  sold_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE redemptions (
  payment TEXT PRIMARY KEY,
  code TEXT NOT NULL REFERENCES cards (code),
  cents INTEGER NOT NULL CHECK (cents > 0)
);
