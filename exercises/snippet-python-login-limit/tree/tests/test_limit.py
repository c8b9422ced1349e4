import unittest
from unittest import mock

from login.limit import MOST, Limit
from login.store import StoreError


class Counters:
    """The store, in memory."""

    def __init__(self):
        self.counts = {}

    def add(self, key, seconds):
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def count(self, key):
        return self.counts.get(key, 0)


class LimitTest(unittest.TestCase):
    def test_ten_are_too_many(self):
        limit = Limit(Counters())
        with self.assertLogs("login.limit", "WARNING"):
            for _ in range(MOST):
                self.assertTrue(limit.allowed("ada@example.com"))
                limit.failed("ada@example.com")
        self.assertFalse(limit.allowed(" Ada@example.com"))
        self.assertTrue(limit.allowed("bob@example.com"))

    def test_without_the_store_people_can_log_in(self):
        limit = Limit(mock.Mock(count=mock.Mock(side_effect=StoreError)))
        with self.assertLogs("login.limit", "ERROR"):
            self.assertTrue(limit.allowed("ada@example.com"))
