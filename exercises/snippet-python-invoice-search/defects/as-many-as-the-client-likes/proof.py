"""Somebody asks for everything."""
import os
import sqlite3
import tempfile
import unittest

from flask import Flask, g

from invoices.api import api


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        app = Flask(__name__)
        app.config["DATABASE"] = os.path.join(folder.name, "invoices.db")
        app.register_blueprint(api)
        app.before_request(lambda: setattr(g, "tenant", 1))
        self.db = sqlite3.connect(app.config["DATABASE"])
        self.addCleanup(self.db.close)
        with open("schema.sql", encoding="utf-8") as schema:
            self.db.executescript(schema.read())
        self.client = app.test_client()

    def add(self, *invoices):
        self.db.executemany("INSERT INTO invoices VALUES (?, ?, ?, ?, '2026-05-02')", invoices)
        self.db.commit()


class Proof(Case):
    def test_a_page_stays_a_page(self):
        self.add(*((number, 1, "Acme", 5) for number in range(1, 3001)))
        for limit in ("1000000", "-1"):
            answer = self.client.get("/invoices", query_string={"limit": limit})
            if answer.status_code == 200:
                self.assertLessEqual(len(answer.get_json()), 1000, f"limit={limit} loaded {len(answer.get_json())} invoices")


if __name__ == "__main__":
    unittest.main()
