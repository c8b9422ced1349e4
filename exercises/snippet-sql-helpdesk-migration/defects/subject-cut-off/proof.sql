-- Long subjects that are there stay as they are, and the old release may write more of them.
INSERT INTO tickets (subject, body) VALUES (repeat('x', 1500), 'b');
-- migrate: 0012_priorities.sql
INSERT INTO tickets (subject, body, state) VALUES (repeat('y', 1500), 'b', 'open');
SELECT 'a subject of 1500 characters has ' || length(subject) FROM tickets WHERE length(subject) <> 1500;
