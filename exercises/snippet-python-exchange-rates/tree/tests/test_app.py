import http.server
import os
import threading
import unittest

from fastapi.testclient import TestClient

from currency import app as currency


class Bank(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/rates/CHF" else 404)
        self.end_headers()
        self.wfile.write(b'{"rate": "0.9375"}')

    def log_message(self, *what):
        pass


class ConvertTest(unittest.TestCase):
    def setUp(self):
        self.bank = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bank)
        self.addCleanup(self.bank.server_close)
        self.addCleanup(self.bank.shutdown)
        threading.Thread(target=self.bank.serve_forever, daemon=True).start()
        os.environ["BANK_URL"] = "http://127.0.0.1:%d" % self.bank.server_port
        currency.rates.clear()
        currency.quiet_until.clear()
        self.client = TestClient(currency.app)

    def test_an_amount_is_converted(self):
        answer = self.client.get("/convert", params={"cents": 1600, "to": "CHF"}).json()
        self.assertEqual(answer, {"cents": 1500, "rate": "0.9375"})

    def test_an_unknown_currency_is_refused(self):
        self.assertEqual(self.client.get("/convert", params={"cents": 1, "to": "XXX"}).status_code, 400)

    def test_an_old_rate_is_better_than_none(self):
        self.client.get("/convert", params={"cents": 1, "to": "CHF"})
        rate, at = currency.rates["CHF"]
        currency.rates["CHF"] = rate, at - 90
        os.environ["BANK_URL"] += "/closed"
        with self.assertLogs("currency.app"):
            self.assertEqual(self.client.get("/convert", params={"cents": 1600, "to": "CHF"}).status_code, 200)

    def test_requests_are_counted(self):
        self.client.get("/convert", params={"cents": 1600, "to": "CHF"})
        self.assertIn("requests_total{", self.client.get("/metrics").text)
