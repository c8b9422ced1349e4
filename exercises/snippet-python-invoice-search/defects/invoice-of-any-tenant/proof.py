"""Somebody asks for the invoice of another tenant."""
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
    def test_it_is_not_there_for_us(self):
        self.add((1, 1, "Acme", 1), (3, 9, "Secret", 3))
        self.assertEqual(self.client.get("/invoices/1").status_code, 200)
        answer = self.client.get("/invoices/3")
        self.assertNotIn("Secret", answer.get_data(as_text=True))
        self.assertIn(answer.status_code, (403, 404))


if __name__ == "__main__":
    unittest.main()
