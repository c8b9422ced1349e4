CREATE TABLE invoices (
  number INTEGER PRIMARY KEY,
  tenant INTEGER NOT NULL,
  customer TEXT NOT NULL,
  cents INTEGER NOT NULL,
  due TEXT NOT NULL
);

CREATE TABLE invoice_lines (
  invoice INTEGER NOT NULL REFERENCES invoices (number),
  text TEXT NOT NULL,
  cents INTEGER NOT NULL
);

CREATE INDEX invoices_number ON invoices (tenant, number);
CREATE INDEX invoices_customer ON invoices (tenant, customer, number);
CREATE INDEX invoices_due ON invoices (tenant, due, number);
CREATE INDEX invoice_lines_invoice ON invoice_lines (invoice);
