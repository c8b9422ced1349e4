CREATE TABLE payment (id bigint PRIMARY KEY, key text, amount int);
