-- DESK-90: priorities, teams and attachments.
ALTER TABLE agents ADD COLUMN team text NOT NULL DEFAULT 'first line';

UPDATE agents SET team = 'second line' WHERE name LIKE 'L2 %';

ALTER TABLE tickets ADD COLUMN priority smallint NOT NULL DEFAULT 3;

ALTER TABLE tickets ADD CONSTRAINT tickets_priority CHECK (priority BETWEEN 1 AND 5) NOT VALID;

-- What the list shows.
ALTER TABLE tickets ADD COLUMN short_subject varchar(200);

CREATE TABLE attachments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES tickets,
  name text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  added_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX attachments_ticket ON attachments (ticket_id);

-- Attachments are deleted after two years.
CREATE INDEX attachments_added ON attachments (added_at);
