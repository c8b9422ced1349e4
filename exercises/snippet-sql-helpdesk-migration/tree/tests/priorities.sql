INSERT INTO agents (name) VALUES ('Ada'), ('L2 Bob');
INSERT INTO tickets (agent_id, subject, body) SELECT id, 'Printer', 'It burns.' FROM agents;
-- migrate: 0012_priorities.sql
SELECT 'the wrong team', name FROM agents WHERE team <> CASE name WHEN 'Ada' THEN 'first line' ELSE 'second line' END;
SELECT 'the wrong priority', id FROM tickets WHERE priority <> 3;
INSERT INTO tickets (subject, body, priority) VALUES ('Fire', 'Still burns.', 1);
-- must fail
INSERT INTO tickets (subject, body, priority) VALUES ('Fire', 'Still burns.', 9);
INSERT INTO attachments (ticket_id, name, bytes) SELECT id, 'fire.jpg', 9 FROM tickets;
SELECT 'no attachment' WHERE (SELECT count(*) FROM attachments) <> 3;
