"""The returns scanners read number, status and total of an order."""
import unittest

from tests.support import ServiceTest


class Proof(ServiceTest):
    def test_the_scanners_find_their_fields(self):
        self.add_order("M-1", status="delivered")
        order = self.client.get("/orders/M-1").json()
        fields = {name: order.get(name) for name in ("number", "status", "total")}
        self.assertEqual(fields, {"number": "M-1", "status": "delivered", "total": 2500})


if __name__ == "__main__":
    unittest.main()
