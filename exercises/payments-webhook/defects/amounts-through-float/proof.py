"""What the gateway writes must be credited to the cent."""
import hashlib
import hmac
import json
import unittest

from payments.db import Session
from payments.models import Payment, Settlement
from tests.support import ServiceTest

AMOUNTS = {"19.99": 1999, "1.15": 115, "0.29": 29, "8.20": 820, "4.35": 435, "1234.56": 123456}


class Proof(ServiceTest):
    def test_no_cent_is_lost(self):
        self.add_payment("gw-1", status=Payment.CAPTURED)
        for number, amount in enumerate(AMOUNTS):
            data = {"payment": "gw-1", "gross": amount, "fee": "0.00"}
            body = json.dumps({"id": f"evt-{number}", "type": "payment.settled", "data": data}).encode()
            signature = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
            headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
            response = self.client.post("/webhooks/gateway", data=body, headers=headers)
            self.assertEqual(response.status_code, 200)
        with Session() as session:
            credited = [row.gross_cents for row in session.query(Settlement).order_by(Settlement.id)]
        self.assertEqual(credited, list(AMOUNTS.values()))


if __name__ == "__main__":
    unittest.main()
