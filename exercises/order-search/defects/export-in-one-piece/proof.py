"""An export of a large shop must not hold all its orders in memory: three times the orders, about the same peak."""
import tracemalloc
import unittest

from desk.db import Session
from desk.models import Order
from tests.support import ServiceTest


class Proof(ServiceTest):
    def add_orders(self, numbers):
        rows = [
            {
                "number": f"M-{number}",
                "shop_id": 1,
                "customer_id": 1,
                "status": "paid",
                "total_cents": 100,
                "placed_at": number,
            }
            for number in numbers
        ]
        with Session.begin() as session:
            session.bulk_insert_mappings(Order, rows)

    def peak_of_an_export(self):
        """Bytes. The client of the tests keeps the answer itself, about 30 bytes for each order."""
        tracemalloc.start()
        try:
            response = self.client.get("/export")
            return response, tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    def test_memory_does_not_grow_with_the_shop(self):
        self.add_orders(range(1500))
        self.peak_of_an_export()
        _, small = self.peak_of_an_export()
        self.add_orders(range(1500, 4500))
        response, large = self.peak_of_an_export()
        if response.status_code == 200:
            self.assertLess(large - small, 3000 * 600)


if __name__ == "__main__":
    unittest.main()
