"""A service with a database of its own and a gateway that answers at once."""
import hashlib
import tempfile
import unittest

from payments.app import create_app
from payments.config import Settings
from payments.db import Base, Session
from payments.gateway import GatewayClient
from payments.models import Merchant, Payment


class FakeResponse:
    def __init__(self, body):
        self._body = body

    def raise_for_status(self):
        pass

    def json(self):
        return self._body


class FakeSession:
    """Stands where the gateway's HTTP session stands; keeps the paths that were posted to."""

    def __init__(self):
        self.posted = []

    def post(self, url, **request):
        self.posted.append(url.removeprefix("https://gateway.example"))
        return FakeResponse({"reference": f"gw-{len(self.posted)}"})


class ServiceTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.settings = Settings(
            database_url=f"sqlite:///{folder.name}/payments.db",
            gateway_url="https://gateway.example",
            gateway_key="key",
            webhook_secret="secret",
            orders_url="http://orders.example",
        )
        self.gateway = FakeSession()
        self.app = create_app(self.settings, GatewayClient(self.gateway, self.settings.gateway_url))
        Base.metadata.create_all(Session.kw["bind"])
        self.client = self.app.test_client()
        with Session.begin() as session:
            session.add(
                Merchant(
                    id=1,
                    name="Tea and Cake",
                    api_key_sha256=hashlib.sha256(b"tea").hexdigest(),
                    gateway_account="acct-1",
                )
            )

    def add_payment(self, reference, status=Payment.AUTHORISED, amount_cents=2500):
        with Session.begin() as session:
            payment = Payment(
                merchant_id=1,
                order_ref=f"order-{reference}",
                amount_cents=amount_cents,
                status=status,
                reference=reference,
            )
            session.add(payment)
            session.flush()
            return payment.id
