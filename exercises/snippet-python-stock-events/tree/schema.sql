CREATE TABLE stock (
  shelf TEXT NOT NULL,
  article TEXT NOT NULL,
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  PRIMARY KEY (shelf, article)
);

CREATE TABLE movements (
  number TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  pieces INTEGER NOT NULL CHECK (pieces > 0)
);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  body TEXT NOT NULL
);
