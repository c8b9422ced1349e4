CREATE TABLE results (
  message TEXT PRIMARY KEY,
  sample TEXT NOT NULL,
  measured TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  abnormal INTEGER NOT NULL
);
CREATE TABLE outgoing (message TEXT PRIMARY KEY REFERENCES results, sample TEXT NOT NULL);
