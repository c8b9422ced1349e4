"""The gateway fails: the event must not be acknowledged, or nobody ever captures the payment."""
import hashlib
import hmac
import json
import unittest

import requests

from payments.db import Session
from payments.models import Payment
from tests.support import FakeSession, ServiceTest


class FailingGateway(FakeSession):
    def post(self, url, **request):
        raise requests.ConnectionError("the gateway is down")


class Proof(ServiceTest):
    def test_a_failed_capture_is_delivered_again(self):
        payment_id = self.add_payment("gw-1")
        self.app.extensions["gateway"]._session = FailingGateway()
        body = json.dumps({"id": "evt-1", "type": "payment.authorized", "data": {"payment": "gw-1"}}).encode()
        signature = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
        response = self.client.post("/webhooks/gateway", data=body, headers=headers)
        with Session() as session:
            self.assertEqual(session.get(Payment, payment_id).status, Payment.AUTHORISED)
        self.assertGreaterEqual(response.status_code, 500, "a 2xx answer ends the redelivery")


if __name__ == "__main__":
    unittest.main()
