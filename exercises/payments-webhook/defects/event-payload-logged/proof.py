"""What the gateway knows about customer and card must not get into the log."""
import hashlib
import hmac
import json
import logging
import unittest

from payments.models import Payment
from tests.support import ServiceTest


class Proof(ServiceTest):
    def test_the_log_holds_nothing_of_the_customer(self):
        self.add_payment("gw-1", status=Payment.CAPTURED)
        data = {
            "payment": "gw-1",
            "gross": "20.00",
            "fee": "1.00",
            "customer": {"name": "Grace Sommer", "email": "grace@example.org"},
            "card": {"holder": "G SOMMER", "first6": "555544", "last4": "4242", "expires": "07/29"},
        }
        body = json.dumps({"id": "evt-1", "type": "payment.settled", "data": data}).encode()
        signature = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
        with self.assertLogs(level=logging.DEBUG) as logs:
            logging.getLogger().debug("so that there is a line")
            response = self.client.post("/webhooks/gateway", data=body, headers=headers)
        self.assertEqual(response.status_code, 200)
        written = "\n".join(logs.output)
        for secret in ("Grace Sommer", "grace@example.org", "G SOMMER", "555544", "4242"):
            self.assertNotIn(secret, written)


if __name__ == "__main__":
    unittest.main()
