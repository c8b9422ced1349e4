"""The second half fails: the goods must be somewhere."""
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
    def test_goods_do_not_vanish(self):
        self.db.executescript("CREATE TRIGGER full BEFORE INSERT ON stock BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
        warehouse = moves.Warehouse(self.db, lambda *event: None)
        try:
            warehouse.move("m1", "tea", "A1", "B2", 4)
        except sqlite3.DatabaseError:
            pass
        self.db.execute("DROP TRIGGER full")
        warehouse.move("m1", "tea", "A1", "B2", 4)
        self.assertEqual(sum(self.pieces().values()), 10, f"ten pieces were there, and now {self.pieces()}")


if __name__ == "__main__":
    unittest.main()
