"""Two settlements of one merchant at the same moment: neither credit may be lost."""
import hashlib
import hmac
import json
import unittest

from sqlalchemy import event

from payments.db import Session
from payments.models import Merchant, Payment
from tests.support import ServiceTest


class Proof(ServiceTest):
    def settle(self, event_id, reference):
        data = {"payment": reference, "gross": "10.00", "fee": "0.00"}
        body = json.dumps({"id": event_id, "type": "payment.settled", "data": data}).encode()
        signature = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
        return self.app.test_client().post("/webhooks/gateway", data=body, headers=headers)

    def test_both_credits_arrive(self):
        self.add_payment("gw-1", status=Payment.CAPTURED)
        self.add_payment("gw-2", status=Payment.CAPTURED)
        inner = []

        def deliver_the_other(connection, cursor, statement, parameters, context, many):
            """Runs a whole second delivery after the first has read and before it writes."""
            if not inner and not statement.lstrip().upper().startswith("SELECT"):
                inner.append(None)
                inner[0] = self.settle("evt-2", "gw-2").status_code

        engine = Session.kw["bind"]
        event.listen(engine, "before_cursor_execute", deliver_the_other)
        try:
            outer = self.settle("evt-1", "gw-1").status_code
        finally:
            event.remove(engine, "before_cursor_execute", deliver_the_other)
        self.assertEqual((outer, inner), (200, [200]))
        with Session() as session:
            self.assertEqual(session.get(Merchant, 1).balance_cents, 2000)


if __name__ == "__main__":
    unittest.main()
