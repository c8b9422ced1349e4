"""A deployment without the carrier's address must fail at once; it must not go on with somebody else's address."""
import os
import unittest
from unittest import mock

from desk.config import Settings


class Proof(unittest.TestCase):
    def test_a_forgotten_address_stops_the_start(self):
        complete = {"DATABASE_URL": "sqlite://", "CARRIER_URL": "https://carrier.example", "CARRIER_KEY": "key"}
        with mock.patch.dict(os.environ, complete):
            self.assertEqual(Settings.from_env().carrier_url, "https://carrier.example")
            del os.environ["CARRIER_URL"]
            with self.assertRaises((Exception, SystemExit)):
                Settings.from_env()


if __name__ == "__main__":
    unittest.main()
