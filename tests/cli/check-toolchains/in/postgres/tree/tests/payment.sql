INSERT INTO payment VALUES (1, 'a', 5);
SELECT 'lost' FROM payment HAVING count(*) <> 1;
