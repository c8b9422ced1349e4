-- When the tickets are checked, nobody is kept from them; not to check the old ones at all is fine too.
INSERT INTO tickets (subject, body) VALUES ('s', 'b');
-- migrate: 0012_priorities.sql
SELECT 'tickets are checked while nobody can read them'
 WHERE EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'tickets'::regclass AND conname = 'tickets_priority' AND convalidated)
   AND NOT EXISTS (SELECT FROM harness.locks
                    WHERE command = 'ALTER TABLE' AND relation = 'tickets' AND mode = 'ShareUpdateExclusiveLock');
