from unittest import mock

import requests

from payments import notifier
from payments.db import Session
from payments.models import Notification, Payment, now
from tests.support import ServiceTest


class NotifierTest(ServiceTest):
    def setUp(self):
        super().setUp()
        payment_id = self.add_payment("gw-1", status=Payment.CAPTURED)
        with Session.begin() as session:
            times = {"queued_at": now(), "due_at": now()}
            session.add(Notification(payment_id=payment_id, topic="captured", state="pending", **times))

    def state(self):
        with Session() as session:
            return session.query(Notification).one().state

    def test_orders_is_told_once(self):
        with mock.patch.object(requests, "post") as post:
            self.assertEqual(notifier.run_once("http://orders.example"), 1)
            self.assertEqual(notifier.run_once("http://orders.example"), 0)
        self.assertEqual(post.call_args.args, ("http://orders.example/payments/captured",))
        self.assertEqual(post.call_args.kwargs["json"], {"order_ref": "order-gw-1", "amount_cents": 2500})
        self.assertEqual(self.state(), Notification.SENT)

    def test_a_failure_is_put_off(self):
        with mock.patch.object(requests, "post", side_effect=requests.ConnectionError):
            notifier.run_once("http://orders.example")
            self.assertEqual(notifier.run_once("http://orders.example"), 0)
        self.assertEqual(self.state(), Notification.PENDING)
