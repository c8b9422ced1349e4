"""Orders that come in or leave while an agent turns pages must not repeat or hide others."""
import unittest

from desk.db import Session
from desk.models import Order
from tests.support import ServiceTest


class Proof(ServiceTest):
    def page(self, **params):
        page = self.client.get("/search", params={"limit": 3, "status": "paid", **params}).json()
        return [order["number"] for order in page["orders"]], page["next"]

    def setUp(self):
        super().setUp()
        for number in range(1, 7):
            self.add_order(f"M-{number}", placed_at=1000 + number)

    def test_new_orders_repeat_nothing(self):
        first, following = self.page()
        self.add_order("M-7", placed_at=2000)
        rest, _ = self.page(after=following)
        self.assertEqual((first, rest), (["M-6", "M-5", "M-4"], ["M-3", "M-2", "M-1"]))

    def test_shipped_orders_hide_nothing(self):
        first, following = self.page()
        with Session.begin() as session:
            session.query(Order).filter(Order.number == "M-5").update({"status": "shipped"})
        rest, _ = self.page(after=following)
        self.assertEqual(rest, ["M-3", "M-2", "M-1"])

    def test_orders_of_one_second_are_all_shown(self):
        for number in range(10, 15):
            self.add_order(f"M-{number}", placed_at=5000)
        first, following = self.page()
        second, _ = self.page(after=following)
        self.assertEqual(set(first + second), {"M-10", "M-11", "M-12", "M-13", "M-14", "M-6"})


if __name__ == "__main__":
    unittest.main()
