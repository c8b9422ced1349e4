"""The broker is away for a while: it is not asked all the time."""
import logging
import sqlite3
import unittest

from stock import moves


class Case(unittest.TestCase):
    def setUp(self):
        logging.disable(logging.CRITICAL)
        self.db = sqlite3.connect(":memory:")
        with open("schema.sql", encoding="utf-8") as schema:
            self.db.executescript(schema.read())
        self.db.execute("INSERT INTO stock VALUES ('A1', 'tea', 10)")
        self.db.commit()

    def pieces(self):
        return dict(self.db.execute("SELECT shelf, pieces FROM stock"))


class Proof(Case):
    def test_there_is_a_pause(self):
        self.db.execute("INSERT INTO outbox (topic, body) VALUES ('t', '{}')")
        self.db.commit()
        asked, slept = [0], [0]

        class Enough(BaseException):
            pass

        def publish(topic, body):
            asked[0] += 1
            if asked[0] >= 1000 or slept[0] > 300:
                raise Enough
            raise moves.BrokerDown

        def sleep(seconds):
            slept[0] += seconds

        with self.assertRaises(Enough):
            moves.Warehouse(self.db, publish).relay(sleep)
        self.assertLess(asked[0], 400, f"{asked[0]} attempts in {slept[0]} seconds")


if __name__ == "__main__":
    unittest.main()
