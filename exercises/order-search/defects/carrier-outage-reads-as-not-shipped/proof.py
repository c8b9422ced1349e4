"""A carrier that does not answer is not a parcel that was not shipped."""
import logging
import unittest

from desk.parcels import CarrierError
from tests.support import ServiceTest


class BrokenCarrier:
    async def track(self, tracking_code):
        raise CarrierError("the carrier did not say where the parcel is")


class Proof(ServiceTest):
    def test_an_outage_is_told_from_an_order_that_waits(self):
        logging.disable(logging.CRITICAL)
        self.addCleanup(logging.disable, logging.NOTSET)
        self.add_order("M-1", status="shipped", tracking_code="JX-1")
        self.app.state.carrier = BrokenCarrier()
        response = self.client.get("/orders/M-1/parcel")
        if response.status_code < 500:
            self.assertNotEqual(response.json()["state"], "not shipped")


if __name__ == "__main__":
    unittest.main()
