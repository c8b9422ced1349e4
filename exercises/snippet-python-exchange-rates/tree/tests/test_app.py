import os
import unittest
from decimal import Decimal
from unittest import mock

from fastapi.testclient import TestClient

from currency import app as currency


class ConvertTest(unittest.TestCase):
    def setUp(self):
        os.environ["BANK_URL"] = "http://bank.example"
        currency.rates.clear()
        currency.quiet_until.clear()
        currency.rates["CHF"] = (Decimal("0.9375"), currency.time.monotonic())
        self.client = TestClient(currency.app)

    def test_an_amount_is_converted(self):
        answer = self.client.get("/convert", params={"cents": 1600, "to": "CHF"}).json()
        self.assertEqual(answer, {"cents": 1500, "rate": "0.9375"})

    def test_an_unknown_currency_is_refused(self):
        self.assertEqual(self.client.get("/convert", params={"cents": 1, "to": "XXX"}).status_code, 400)

    def test_an_old_rate_is_better_than_none(self):
        currency.rates["CHF"] = (Decimal("0.9375"), currency.time.monotonic() - 90)
        with mock.patch("currency.app.httpx.AsyncClient", side_effect=currency.httpx.ConnectError("down")), mock.patch(
            "currency.app.httpx.get", side_effect=currency.httpx.ConnectError("down")
        ), self.assertLogs("currency.app"):
            self.assertEqual(self.client.get("/convert", params={"cents": 1600, "to": "CHF"}).status_code, 200)

    def test_requests_are_counted(self):
        self.client.get("/convert", params={"cents": 1600, "to": "CHF"})
        self.assertIn("requests_total{", self.client.get("/metrics").text)
