"""An agent must not learn anything about the parcel of another shop's order."""
import unittest

from tests.support import ServiceTest


class Proof(ServiceTest):
    def test_the_parcel_of_another_shop_is_not_shown(self):
        self.add_order("M-1", shop_id=2, status="shipped", tracking_code="JX-1")
        self.add_order("M-2", shop_id=2)
        for number in ["M-1", "M-2"]:
            response = self.client.get(f"/orders/{number}/parcel")
            self.assertIn(response.status_code, (403, 404))
        owner = self.client.get("/orders/M-1/parcel", headers={"Desk-Token": "wool"})
        self.assertEqual(owner.json()["state"], "on its way")


if __name__ == "__main__":
    unittest.main()
