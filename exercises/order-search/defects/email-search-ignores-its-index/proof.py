"""The search by e-mail must reach the customer through an index, not by reading all of them."""
import unittest

from sqlalchemy import event

from tests.support import ServiceTest


class Proof(ServiceTest):
    def test_the_customer_is_looked_up_in_an_index(self):
        self.add_order("M-1", customer_id=2)
        plans = []

        def explain(connection, cursor, statement, parameters, context, many):
            if "@example.com" in str(parameters).lower():
                plan = connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                plans.append([row[-1] for row in plan.fetchall()])

        event.listen(self.engine, "before_cursor_execute", explain)
        try:
            response = self.client.get("/search", params={"email": "BEN@example.com"})
        finally:
            event.remove(self.engine, "before_cursor_execute", explain)
        self.assertEqual([order["number"] for order in response.json()["orders"]], ["M-1"])
        self.assertTrue(plans)
        for plan in plans:
            by_index = [step for step in plan if "SEARCH customers USING" in step and "INDEX" in step]
            self.assertTrue([step for step in by_index if "PRIMARY KEY" not in step], plan)


if __name__ == "__main__":
    unittest.main()
