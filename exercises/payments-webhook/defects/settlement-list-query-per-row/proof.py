"""A page of many settlements must not take more statements than a page of a few."""
import unittest

from sqlalchemy import event

from payments.db import Session
from payments.models import Payment, Settlement
from tests.support import ServiceTest


class Proof(ServiceTest):
    def add_settlements(self, numbers):
        with Session.begin() as session:
            for number in numbers:
                payment = Payment(
                    merchant_id=1, order_ref=f"order-{number}", amount_cents=100, reference=f"gw-{number}"
                )
                session.add(Settlement(merchant_id=1, payment=payment, gross_cents=100, fee_cents=3))

    def statements_of_a_page(self):
        statements = []

        def keep(connection, cursor, statement, parameters, context, many):
            statements.append(statement)

        engine = Session.kw["bind"]
        event.listen(engine, "before_cursor_execute", keep)
        try:
            response = self.client.get("/settlements", headers={"Api-Key": "tea"})
        finally:
            event.remove(engine, "before_cursor_execute", keep)
        self.assertEqual(response.status_code, 200)
        return len(response.json["items"]), len(statements)

    def test_the_number_of_statements_does_not_grow_with_the_page(self):
        self.add_settlements(range(2))
        few, statements_for_few = self.statements_of_a_page()
        self.add_settlements(range(2, 40))
        many, statements_for_many = self.statements_of_a_page()
        self.assertEqual((few, many), (2, 40))
        self.assertEqual(statements_for_many, statements_for_few)


if __name__ == "__main__":
    unittest.main()
