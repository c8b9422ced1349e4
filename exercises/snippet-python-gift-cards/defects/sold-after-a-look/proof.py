"""A till's repeated request overlaps with the first: it must be told that the card is sold, not that we are broken."""
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
    def test_the_second_sale_is_a_conflict(self):
        self.between(lambda: self.sql("INSERT INTO cards (code, cents) VALUES ('A1', 1000)"))
        first = self.client.post("/cards", json={"code": "A1", "cents": 1000}).status_code
        second = self.client.post("/cards", json={"code": "A1", "cents": 1000}).status_code
        self.assertLess(max(first, second), 500, f"answered {first} and {second}")


if __name__ == "__main__":
    unittest.main()
