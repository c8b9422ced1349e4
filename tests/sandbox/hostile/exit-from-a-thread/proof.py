import unittest

import shop


class Total(unittest.TestCase):
    def test_total(self):
        self.assertEqual(shop.total([1, 2]), 3)
