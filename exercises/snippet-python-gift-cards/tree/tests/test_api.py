import os
import tempfile
import unittest

from flask import Flask

from cards.api import api


class CardsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        app = Flask(__name__)
        app.config["DATABASE"] = os.path.join(folder.name, "cards.db")
        app.register_blueprint(api)
        with app.app_context():
            from cards.api import connect

            db = connect()
            with open("schema.sql", encoding="utf-8") as schema:
                db.executescript(schema.read())
            db.close()
        self.client = app.test_client()

    def post(self, path, **body):
        answer = self.client.post(path, json=body)
        return answer.status_code, answer.get_json()

    def test_a_card_is_sold_once(self):
        self.assertEqual(self.post("/cards", code="A1", cents=2500)[0], 201)
        self.assertEqual(self.post("/cards", code="A1", cents=2500)[0], 409)

    def test_a_card_is_used_in_parts(self):
        self.post("/cards", code="A1", cents=2500)
        self.assertEqual(self.post("/cards/A1/redeem", payment="p1", cents=1000), (200, {"left": 1500}))
        self.assertEqual(self.post("/cards/A1/redeem", payment="p1", cents=1000), (200, {"left": 1500}))
        self.assertEqual(self.post("/cards/A1/redeem", payment="p2", cents=1600)[0], 409)

    def test_odd_amounts(self):
        for cents in (0, -5, True, "10", 10**9):
            self.assertEqual(self.post("/cards", code="A2", cents=cents)[0], 400)
