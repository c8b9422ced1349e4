"""Two payments overlap on one card: it must not pay for both."""
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
    def test_a_card_pays_once(self):
        self.sql("INSERT INTO cards (code, cents) VALUES ('A1', 1000)")

        def other():
            self.sql("INSERT INTO redemptions SELECT 'p0', code, 800 FROM cards WHERE cents >= 800; UPDATE cards SET cents = cents - 800 WHERE cents >= 800")

        self.between(other)
        answers = [self.client.post("/cards/A1/redeem", json={"payment": "p1", "cents": 700}).status_code]
        db = sqlite3.connect(self.path)
        left, = db.execute("SELECT cents FROM cards").fetchone()
        booked, = db.execute("SELECT sum(cents) FROM redemptions").fetchone()
        db.close()
        self.assertEqual(left + booked, 1000, f"{booked} were booked on a card of 1000, {left} are left, {answers}")


if __name__ == "__main__":
    unittest.main()
