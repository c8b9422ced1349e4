import json
import sqlite3
import unittest
from unittest import mock

from stock import moves


class Enough(Exception):
    pass


class MovesTest(unittest.TestCase):
    def setUp(self):
        self.db = sqlite3.connect(":memory:")
        with open("schema.sql", encoding="utf-8") as schema:
            self.db.executescript(schema.read())
        self.db.execute("INSERT INTO stock VALUES ('A1', 'tea', 10)")
        self.db.commit()
        self.publish = mock.Mock()
        self.warehouse = moves.Warehouse(self.db, self.publish)
        self.move = self.warehouse.move

    def pieces(self):
        return dict(self.db.execute("SELECT shelf, pieces FROM stock"))

    def relay(self):
        with self.assertRaises(Enough):
            self.warehouse.relay(mock.Mock(side_effect=[None, None, Enough]))

    def test_goods_are_moved_once(self):
        self.move("m1", "tea", "A1", "B2", 4)
        self.move("m1", "tea", "A1", "B2", 4)
        self.assertEqual(self.pieces(), {"A1": 6, "B2": 4})
        self.assertRaises(moves.NotThere, self.move, "m2", "tea", "A1", "B2", 7)
        self.assertEqual(self.pieces(), {"A1": 6, "B2": 4})

    def test_others_are_told(self):
        self.move("m1", "tea", "A1", "B2", 4)
        self.relay()
        topic, body = self.publish.call_args.args
        self.assertEqual((topic, json.loads(body)["pieces"]), ("stock.moved", 4))
