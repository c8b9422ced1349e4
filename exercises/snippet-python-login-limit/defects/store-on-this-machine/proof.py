"""A machine is set up without the address of the store: the process must not start as if it were there."""
import unittest

from login.limit import store_from


class Proof(unittest.TestCase):
    def test_a_missing_address_is_told(self):
        with self.assertRaises(Exception):
            store_from({})


if __name__ == "__main__":
    unittest.main()
