from payments.db import Session
from payments.models import Payment
from tests.support import ServiceTest

ORDER = {"order_ref": "order-7", "amount_cents": 1250, "card_token": "tok-1"}


class CreatePaymentTest(ServiceTest):
    def create(self, order, key="tea"):
        return self.client.post("/payments", json=order, headers={"Api-Key": key})

    def test_a_payment_is_authorised(self):
        response = self.create(ORDER)
        self.assertEqual(response.status_code, 201)
        self.assertEqual(self.gateway.posted, ["/payments"])
        with Session() as session:
            self.assertEqual(session.get(Payment, response.json["id"]).reference, "gw-1")

    def test_an_order_is_paid_once(self):
        self.create(ORDER)
        self.assertEqual(self.create(ORDER).status_code, 409)
        self.assertEqual(self.gateway.posted, ["/payments"])

    def test_an_amount_is_positive(self):
        self.assertEqual(self.create({**ORDER, "amount_cents": 0}).status_code, 400)

    def test_a_key_is_needed(self):
        self.assertEqual(self.create(ORDER, key="coffee").status_code, 401)
