import json
import os
import sqlite3
import tempfile
import unittest

from results.ports import Message
from results.worker import Worker

RESULT = {"sample": "S-1", "measured": "potassium", "value": 4.1, "unit": "mmol/l", "low": 3.5, "high": 5.1}


class Settled(list):
    def done(self, message):
        self.append(("done", message.id))

    def later(self, message, seconds):
        self.append(("later", message.id))

    def park(self, message, reason):
        self.append(("parked", message.id))


class WorkerTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "lab.db")
        with open("schema.sql", encoding="utf-8") as schema:
            self.rows(schema.read())
        self.settled = Settled()
        self.worker = Worker(lambda: sqlite3.connect(self.path), self.settled)

    def rows(self, sql):
        db = sqlite3.connect(self.path)
        rows = db.execute(sql).fetchall() if sql.startswith("SELECT") else db.executescript(sql).fetchall()
        db.close()
        return rows

    def handle(self, id, attempts=1, **fields):
        self.worker.handle(Message(id, json.dumps({**RESULT, **fields}).encode(), attempts))

    def test_a_result_is_stored(self):
        self.handle("m1")
        self.handle("m2", value=6.4)
        self.handle("m2", attempts=2, value=6.4)
        self.assertEqual(self.rows("SELECT value, abnormal FROM results ORDER BY message"), [(4.1, 0), (6.4, 1)])
        self.assertEqual(self.rows("SELECT message, sample FROM outgoing"), [("m1", "S-1"), ("m2", "S-1")])
        self.assertEqual(self.settled, [("done", "m1"), ("done", "m2"), ("done", "m2")])


if __name__ == "__main__":
    unittest.main()
