"""The database fails: its words stay in the house."""
import logging
import os
import sqlite3
import tempfile
import unittest

from flask import Flask

from cards import api as cards


class Between:
    """A connection that lets another request in behind its first SELECT."""

    def __init__(self, db, other):
        self._db, self._other = db, other

    def __getattr__(self, name):
        return getattr(self._db, name)

    def __enter__(self):
        return self._db.__enter__() and self

    def __exit__(self, *what):
        return self._db.__exit__(*what)

    def execute(self, statement, *rest):
        rows = self._db.execute(statement, *rest)
        if statement.lstrip().upper().startswith("SELECT") and self._other:
            found, other, self._other = rows.fetchall(), self._other, None
            other()
            return Fetched(found)
        return rows


class Fetched:
    def __init__(self, rows):
        self._rows = rows

    def fetchone(self):
        return self._rows[0] if self._rows else None

    def fetchall(self):
        return self._rows


class Case(unittest.TestCase):
    def setUp(self):
        logging.disable(logging.CRITICAL)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "cards.db")
        app = Flask(__name__)
        app.config["DATABASE"] = self.path
        app.register_blueprint(cards.api)
        with open("schema.sql", encoding="utf-8") as schema:
            self.sql(schema.read())
        self.client, self.connect = app.test_client(), cards.connect

    def tearDown(self):
        cards.connect = self.connect

    def sql(self, text):
        db = sqlite3.connect(self.path)
        db.executescript(text)
        db.close()

    def between(self, other):
        cards.connect = lambda: Between(self.connect(), other)


class Proof(Case):
    def test_no_detail_is_answered(self):
        self.sql("DROP TABLE cards")
        answer = self.client.post("/cards/A1/redeem", json={"payment": "p1", "cents": 700})
        self.assertEqual(answer.status_code, 500)
        self.assertNotIn("cards", answer.get_data(as_text=True))


if __name__ == "__main__":
    unittest.main()
