"""The gateway is down all night: the log and the answer must say so."""
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
    def test_failures_are_told(self):
        logging.disable(logging.NOTSET)

        def charge(key, card, cents):
            raise ConnectionError("gateway is down")

        with self.assertLogs(level="DEBUG") as logs:
            logging.getLogger("proof").debug("begin")
            try:
                job.run(self.engine, charge, TODAY)
            except Exception:
                return
        loud = [record for record in logs.records if record.levelno >= logging.WARNING]
        self.assertTrue(loud, "twelve renewals failed, and the log says: " + "; ".join(logs.output[1:]))


if __name__ == "__main__":
    unittest.main()
