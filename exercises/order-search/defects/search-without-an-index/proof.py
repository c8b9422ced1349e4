"""The search must walk along an index: no reading of all orders, no sorting of what is left."""
import unittest

from sqlalchemy import event

from tests.support import ServiceTest


class Proof(ServiceTest):
    def plans_of(self, **params):
        plans = []

        def explain(connection, cursor, statement, parameters, context, many):
            if "FROM orders" in statement and "LIMIT" in statement.upper():
                plan = connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                plans.append(" / ".join(row[-1] for row in plan.fetchall()))

        event.listen(self.engine, "before_cursor_execute", explain)
        try:
            self.assertEqual(self.client.get("/search", params=params).status_code, 200)
        finally:
            event.remove(self.engine, "before_cursor_execute", explain)
        self.assertTrue(plans)
        return plans

    def test_the_search_is_served_by_an_index(self):
        for params in [{}, {"status": "shipped"}]:
            for plan in self.plans_of(**params):
                self.assertIn("SEARCH orders USING", plan)
                self.assertNotIn("TEMP B-TREE", plan)


if __name__ == "__main__":
    unittest.main()
