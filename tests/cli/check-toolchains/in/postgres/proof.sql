INSERT INTO payment SELECT n, 'k' || n, n FROM generate_series(1, 1000) n;
-- migrate: 0002_key.sql
SELECT 'blocks writes', relation FROM harness.locks WHERE relation = 'payment' AND mode = 'ShareLock';
