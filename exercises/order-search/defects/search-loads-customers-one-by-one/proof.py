"""A page of many results must not take more statements than a page of a few."""
import unittest

from sqlalchemy import event

from desk.db import Session
from desk.models import Customer, Order
from tests.support import ServiceTest


class Proof(ServiceTest):
    def add_orders(self, numbers):
        with Session.begin() as session:
            for number in numbers:
                email = f"c{number}@example.com"
                session.add(
                    Order(
                        number=f"M-{number}",
                        shop_id=1,
                        status="paid",
                        total_cents=100,
                        placed_at=number,
                        customer=Customer(name=f"C {number}", email=email, email_key=email),
                    )
                )

    def statements_of_a_page(self):
        statements = []

        def keep(connection, cursor, statement, parameters, context, many):
            statements.append(statement)

        event.listen(self.engine, "before_cursor_execute", keep)
        try:
            response = self.client.get("/search")
        finally:
            event.remove(self.engine, "before_cursor_execute", keep)
        self.assertEqual(response.status_code, 200)
        return len(response.json()["orders"]), len(statements)

    def test_the_number_of_statements_does_not_grow_with_the_page(self):
        self.add_orders(range(2))
        few, statements_for_few = self.statements_of_a_page()
        self.add_orders(range(2, 40))
        many, statements_for_many = self.statements_of_a_page()
        self.assertEqual((few, many), (2, 40))
        self.assertEqual(statements_for_many, statements_for_few)


if __name__ == "__main__":
    unittest.main()
