"""What is sorted by must not be able to ask the database questions."""
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
    def test_the_order_tells_no_secret(self):
        self.add((1, 1, "Acme", 1, ), (2, 1, "Bolt", 2), (3, 9, "Secret", 3))
        orders = []
        for guess in ("Secret", "Wrong"):
            sort = f"(CASE WHEN (SELECT customer FROM invoices WHERE tenant = 9) = '{guess}' THEN number ELSE -number END)"
            answer = self.client.get("/invoices", query_string={"sort": sort})
            orders.append([each["number"] for each in answer.get_json()] if answer.status_code == 200 else answer.status_code)
        self.assertEqual(orders[0], orders[1], "the order of one tenant's invoices tells what another one has")


if __name__ == "__main__":
    unittest.main()
