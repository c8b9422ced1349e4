"""Two deliveries of one event at the same moment: orders must hear of the capture once."""
import hashlib
import hmac
import json
import unittest

from payments.db import Session
from payments.models import Notification
from tests.support import FakeSession, ServiceTest


class Proof(ServiceTest):
    def deliver(self):
        body = json.dumps({"id": "evt-1", "type": "payment.authorized", "data": {"payment": "gw-1"}}).encode()
        signature = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
        return self.app.test_client().post("/webhooks/gateway", data=body, headers=headers).status_code

    def test_one_capture_is_one_notification(self):
        self.add_payment("gw-1")
        inner = []
        deliver = self.deliver

        class BusyGateway(FakeSession):
            """The second delivery comes and goes while the first waits for the gateway."""

            def post(self, url, **request):
                if not inner:
                    inner.append(None)
                    inner[0] = deliver()
                return super().post(url, **request)

        self.app.extensions["gateway"]._session = BusyGateway()
        outer = self.deliver()
        self.assertLess(inner[0], 300)
        with Session() as session:
            self.assertEqual(session.query(Notification).count(), 1)
        self.assertLess(outer, 600)


if __name__ == "__main__":
    unittest.main()
