"""The gateway delivers at least once: the second delivery of an event must not move money again."""
import hashlib
import hmac
import json
import unittest

from payments.db import Session
from payments.models import Merchant, Payment, Settlement
from tests.support import ServiceTest


class Proof(ServiceTest):
    def deliver(self, event):
        body = json.dumps(event).encode()
        signature = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
        return self.client.post("/webhooks/gateway", data=body, headers=headers)

    def test_a_repeated_event_is_credited_once(self):
        self.add_payment("gw-1", status=Payment.CAPTURED)
        data = {"payment": "gw-1", "gross": "20.00", "fee": "1.00"}
        event = {"id": "evt-1", "type": "payment.settled", "data": data}
        self.assertEqual(self.deliver(event).status_code, 200)
        self.deliver(event)
        with Session() as session:
            self.assertEqual(session.get(Merchant, 1).balance_cents, 1900)
            self.assertEqual(session.query(Settlement).count(), 1)
        self.deliver({**event, "id": "evt-2"})
        with Session() as session:
            self.assertEqual(session.get(Merchant, 1).balance_cents, 3800, "another event is other money")


if __name__ == "__main__":
    unittest.main()
