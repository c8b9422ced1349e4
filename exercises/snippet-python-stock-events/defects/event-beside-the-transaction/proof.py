"""The broker is away when goods are moved; when it is back, others are told."""
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
    def test_no_event_is_lost(self):
        down, told = [True], []

        def publish(topic, body):
            if down[0]:
                raise moves.BrokerDown
            told.append(topic)

        warehouse = moves.Warehouse(self.db, publish)
        for attempt in range(2):
            try:
                warehouse.move("m1", "tea", "A1", "B2", 4)
            except moves.BrokerDown:
                pass
            down[0] = False
        warehouse.send_waiting()
        self.assertEqual(self.pieces(), {"A1": 6, "B2": 4})
        self.assertEqual(told, ["stock.moved"], "the goods are moved, and nobody is told")


if __name__ == "__main__":
    unittest.main()
