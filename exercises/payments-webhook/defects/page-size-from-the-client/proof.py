"""A client that asks for everything must get a page."""
import unittest

from payments.db import Session
from payments.models import Settlement
from tests.support import ServiceTest

ROWS = 1500


class Proof(ServiceTest):
    def test_a_page_is_bounded(self):
        payment_id = self.add_payment("gw-1")
        rows = [
            {"merchant_id": 1, "payment_id": payment_id, "gross_cents": 1, "fee_cents": 0, "settled_at": 0}
        ] * ROWS
        with Session.begin() as session:
            session.bulk_insert_mappings(Settlement, rows)
        response = self.client.get("/settlements?limit=1000000", headers={"Api-Key": "tea"})
        if response.status_code != 400:
            self.assertLessEqual(len(response.json["items"]), 1000)


if __name__ == "__main__":
    unittest.main()
