import unittest
from datetime import date

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from renewals.job import Refused, run
from renewals.models import Base, Customer, Subscription

TODAY = date(2026, 3, 1)


class RenewalsTest(unittest.TestCase):
    def setUp(self):
        self.engine = create_engine("sqlite://")
        Base.metadata.create_all(self.engine)
        with Session(self.engine) as session, session.begin():
            for number, until in ((1, TODAY), (2, date(2026, 2, 27)), (3, date(2026, 9, 1))):
                customer = Customer(id=number, email=f"{number}@example.com", card=f"card-{number}")
                session.add(Subscription(id=number, customer=customer, cents=900, paid_until=until))

    def until(self, number):
        with Session(self.engine) as session:
            return session.get(Subscription, number).paid_until

    def test_what_is_due_is_renewed(self):
        charged = []
        self.assertEqual(run(self.engine, lambda *card: charged.append(card), TODAY), (2, 0))
        self.assertEqual(charged, [("1-2026-03-01", "card-1", 900), ("2-2026-02-27", "card-2", 900)])
        self.assertEqual([self.until(1), self.until(2), self.until(3)], [date(2026, 4, 1), date(2026, 3, 27), date(2026, 9, 1)])

    def test_a_refused_card_is_left(self):
        def refuse(key, card, cents):
            raise Refused

        self.assertEqual(run(self.engine, refuse, TODAY), (0, 0))
        self.assertEqual(self.until(1), TODAY)
