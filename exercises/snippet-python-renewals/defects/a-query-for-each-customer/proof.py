"""Twelve subscriptions are due: a handful of queries must find them."""
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
    def test_queries_do_not_grow_with_what_is_due(self):
        queries = []
        event.listen(self.engine, "before_cursor_execute", lambda c, k, statement, *rest: queries.append(statement))
        with Session(self.engine) as session:
            self.assertEqual(len(job.due(session, TODAY)), 12)
        self.assertLess(len(queries), 5, f"{len(queries)} queries for 12 subscriptions")


if __name__ == "__main__":
    unittest.main()
