import os
import sqlite3
import tempfile
import unittest

from flask import Flask, g

from invoices.api import api


class InvoicesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        app = Flask(__name__)
        app.config["DATABASE"] = os.path.join(folder.name, "invoices.db")
        app.register_blueprint(api)
        app.before_request(lambda: setattr(g, "tenant", 1))
        db = sqlite3.connect(app.config["DATABASE"])
        with open("schema.sql", encoding="utf-8") as schema:
            db.executescript(schema.read())
        db.execute("INSERT INTO invoices VALUES (1, 1, 'Acme', 900, '2026-05-02'), (2, 1, 'Bolt', 500, '2026-05-01')")
        db.execute("INSERT INTO invoice_lines VALUES (1, 'Tea', 900)")
        db.commit()
        db.close()
        self.client = app.test_client()

    def numbers(self, address):
        return [each["number"] for each in self.client.get(address).get_json()]

    def test_they_are_listed(self):
        self.assertEqual(self.numbers("/invoices"), [2, 1])
        self.assertEqual(self.numbers("/invoices?limit=1"), [2])
        self.assertEqual(self.numbers("/invoices?sort=due"), [2, 1])
        self.assertEqual(self.numbers("/invoices?customer=Bolt"), [2])

    def test_one_is_opened(self):
        self.assertEqual(self.client.get("/invoices/1").get_json()["lines"], [{"text": "Tea", "cents": 900}])
        self.assertEqual(self.client.get("/invoices/7").status_code, 404)
