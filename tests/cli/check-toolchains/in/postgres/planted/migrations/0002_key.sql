CREATE UNIQUE INDEX once ON payment (key);
