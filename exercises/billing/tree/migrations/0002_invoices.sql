ALTER TABLE members ADD COLUMN payday INTEGER DEFAULT 1 NOT NULL;

CREATE TABLE invoices (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  period CHAR(7) NOT NULL,
  cents INTEGER NOT NULL,
  state VARCHAR(10) DEFAULT 'OPEN' NOT NULL
);

CREATE UNIQUE INDEX invoices_by_member ON invoices (member_id, period);
CREATE INDEX invoices_by_state ON invoices (state, id);

-- The office has charged May by hand.
INSERT INTO invoices (member_id, period, cents, state) SELECT id, '2026-05', cents, 'PAID' FROM members;
