"""Somebody asks for very many pages that are not there."""
import unittest

from fastapi.testclient import TestClient

from currency import app as currency


class Proof(unittest.TestCase):
    def test_the_metrics_stay_small(self):
        client = TestClient(currency.app)
        for number in range(150):
            client.get(f"/wp-admin/{number}")
        series = [line for line in client.get("/metrics").text.splitlines() if line.startswith("requests_total{")]
        self.assertLess(len(series), 20, f"{len(series)} time series after 150 wrong addresses")


if __name__ == "__main__":
    unittest.main()
