"""While a card is charged, no transaction is open: customers can change their subscriptions."""
import logging
import os
import tempfile
import unittest
from datetime import date

from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from renewals import job
from renewals.models import Base, Customer, Subscription

TODAY = date(2026, 3, 1)


class Case(unittest.TestCase):
    def setUp(self):
        logging.disable(logging.CRITICAL)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.engine = create_engine("sqlite:///" + os.path.join(folder.name, "s.db"), connect_args={"timeout": 0.2})
        self.addCleanup(self.engine.dispose)
        Base.metadata.create_all(self.engine)
        with Session(self.engine) as session, session.begin():
            for number in range(1, 13):
                customer = Customer(id=number, email=f"{number}@example.com", card=f"card-{number}")
                session.add(Subscription(id=number, customer=customer, cents=900, paid_until=TODAY))


class Proof(Case):
    def test_nothing_is_locked_while_the_gateway_works(self):
        begun, ended, open_while_charged = [], [], []
        event.listen(self.engine, "begin", begun.append)
        event.listen(self.engine, "commit", ended.append)
        event.listen(self.engine, "rollback", ended.append)

        def charge(key, card, cents):
            open_while_charged.append(len(begun) - len(ended))

        job.run(self.engine, charge, TODAY)
        self.assertEqual(len(open_while_charged), 12, "twelve cards are to be charged")
        self.assertEqual(max(open_while_charged), 0, "a transaction is open until the gateway has answered")


if __name__ == "__main__":
    unittest.main()
