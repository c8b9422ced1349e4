import hashlib
import hmac
import json

from payments.db import Session
from payments.models import Merchant, Notification, Payment
from tests.support import ServiceTest

CUSTOMER = {"name": "Ada Winter", "email": "ada@example.com"}
CARD = {"holder": "A WINTER", "first6": "411111", "last4": "1111", "expires": "11/28"}


class WebhookTest(ServiceTest):
    def deliver(self, event_id, event_type, secret="secret", **data):
        event = {"id": event_id, "type": event_type, "data": {**data, "customer": CUSTOMER, "card": CARD}}
        body = json.dumps(event).encode()
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
        return self.client.post("/webhooks/gateway", data=body, headers=headers)

    def test_an_authorised_payment_is_captured(self):
        payment_id = self.add_payment("gw-1")
        response = self.deliver("evt-1", "payment.authorized", payment="gw-1")
        self.assertEqual(response.json, {"status": "captured"})
        self.assertEqual(self.gateway.posted, ["/payments/gw-1/capture"])
        with Session() as session:
            self.assertEqual(session.get(Payment, payment_id).status, Payment.CAPTURED)
            self.assertEqual(session.query(Notification).one().payment_id, payment_id)

    def test_a_settled_payment_is_credited(self):
        self.add_payment("gw-1", status=Payment.CAPTURED)
        response = self.deliver("evt-2", "payment.settled", payment="gw-1", gross="25.00", fee="0.75")
        self.assertEqual(response.json, {"status": "credited"})
        with Session() as session:
            self.assertEqual(session.get(Merchant, 1).balance_cents, 2425)

    def test_a_forged_event_is_refused(self):
        self.add_payment("gw-1")
        response = self.deliver("evt-3", "payment.authorized", secret="guess", payment="gw-1")
        self.assertEqual(response.status_code, 401)

    def test_an_unknown_payment_is_not_found(self):
        response = self.deliver("evt-4", "payment.authorized", payment="gw-9")
        self.assertEqual(response.status_code, 404)

    def test_other_events_are_ignored(self):
        response = self.deliver("evt-5", "payout.sent")
        self.assertEqual(response.json, {"status": "ignored"})

    def test_a_merchant_sees_its_settlements(self):
        self.add_payment("gw-1", status=Payment.CAPTURED)
        self.deliver("evt-6", "payment.settled", payment="gw-1", gross="10.00", fee="0.30")
        self.deliver("evt-7", "payment.settled", payment="gw-1", gross="15.00", fee="0.45")
        first = self.client.get("/settlements?limit=1", headers={"Api-Key": "tea"}).json
        self.assertEqual([(i["order_ref"], i["gross_cents"]) for i in first["items"]], [("order-gw-1", 1000)])
        rest = self.client.get(f"/settlements?after={first['next']}", headers={"Api-Key": "tea"}).json
        self.assertEqual([i["gross_cents"] for i in rest["items"]], [1500])
        self.assertIsNone(rest["next"])
