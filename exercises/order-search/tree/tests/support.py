"""A service with a database of its own and a carrier that answers at once."""
import hashlib
import tempfile
import unittest

from fastapi.testclient import TestClient

from desk.app import create_app
from desk.config import Settings
from desk.db import Base, Session
from desk.models import Agent, Customer, Order, OrderLine
from desk.schemas import ParcelOut


class FakeCarrier:
    async def track(self, tracking_code):
        return ParcelOut(state="on its way", place="Lyon")


class ServiceTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.settings = Settings(
            database_url=f"sqlite:///{folder.name}/desk.db",
            carrier_url="http://carrier.example",
            carrier_key="key",
        )
        self.app = create_app(self.settings, FakeCarrier())
        self.engine = Session.kw["bind"]
        self.addCleanup(self.engine.dispose)
        Base.metadata.create_all(self.engine)
        self.client = TestClient(self.app, headers={"Desk-Token": "tea"})
        with Session.begin() as session:
            for shop_id, token in [(1, "tea"), (2, "wool")]:
                digest = hashlib.sha256(token.encode()).hexdigest()
                session.add(Agent(shop_id=shop_id, name=f"Agent of {token}", token_sha256=digest))
            for name in ["Ada", "Ben"]:
                email = f"{name}@Example.com"
                session.add(Customer(name=name, email=email, email_key=email.lower()))

    def add_order(self, number, shop_id=1, customer_id=1, status="paid", placed_at=1000, tracking_code=None):
        with Session.begin() as session:
            order = Order(
                number=number,
                shop_id=shop_id,
                customer_id=customer_id,
                status=status,
                total_cents=2500,
                placed_at=placed_at,
                tracking_code=tracking_code,
            )
            order.lines = [OrderLine(title="Green tea", quantity=2, price_cents=1250)]
            session.add(order)
