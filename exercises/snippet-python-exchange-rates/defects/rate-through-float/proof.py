"""Halves of a cent are rounded up, exactly."""
import unittest
from decimal import Decimal

from fastapi.testclient import TestClient

from currency import app as currency


class Proof(unittest.TestCase):
    def test_halves_go_up(self):
        client = TestClient(currency.app)
        for cents, rate, wanted in ((100, "1.005", 101), (1000, "0.9125", 913), (50, "0.05", 3), (200, "1.0025", 201)):
            currency.rates["CHF"] = (Decimal(rate), currency.time.monotonic())
            got = client.get("/convert", params={"cents": cents, "to": "CHF"}).json()["cents"]
            self.assertEqual(got, wanted, f"{cents} at {rate} are {cents * Decimal(rate)}")


if __name__ == "__main__":
    unittest.main()
