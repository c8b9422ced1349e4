"""While the gateway takes its time over a capture, the only database connection must be free for others."""
import hashlib
import hmac
import json
import unittest

from sqlalchemy import create_engine, select
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from payments.db import Session
from payments.models import Payment
from tests.support import FakeSession, ServiceTest


class SlowGateway(FakeSession):
    """Another request looks something up while this one waits for the gateway."""

    starved = None

    def post(self, url, **request):
        try:
            with Session() as session:
                session.execute(select(Payment.id)).all()
            self.starved = False
        except PoolTimeout:
            self.starved = True
        return super().post(url, **request)


class Proof(ServiceTest):
    def test_no_connection_is_held_during_the_call(self):
        payment_id = self.add_payment("gw-1")
        pool = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 0.2}
        engine = create_engine(self.settings.database_url, future=True, **pool)
        self.addCleanup(engine.dispose)
        Session.configure(bind=engine)
        slow = SlowGateway()
        self.app.extensions["gateway"]._session = slow
        body = json.dumps({"id": "evt-1", "type": "payment.authorized", "data": {"payment": "gw-1"}}).encode()
        signature = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "Gateway-Signature": signature}
        response = self.client.post("/webhooks/gateway", data=body, headers=headers)
        self.assertEqual(response.status_code, 200)
        self.assertIs(slow.starved, False, "the pool was empty while the gateway was being called")
        with Session() as session:
            self.assertEqual(session.get(Payment, payment_id).status, Payment.CAPTURED)


if __name__ == "__main__":
    unittest.main()
