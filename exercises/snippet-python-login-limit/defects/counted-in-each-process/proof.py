"""Failures are counted by one process, the next login comes to another."""
import unittest

from login.limit import MOST, Limit


class Counters:
    def __init__(self):
        self.counts = {}

    def add(self, key, seconds):
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def count(self, key):
        return self.counts.get(key, 0)


class Proof(unittest.TestCase):
    def test_processes_know_of_each_other(self):
        store = Counters()
        one, other = Limit(store), Limit(store)
        self.assertTrue(other.allowed("ada@example.com"))
        with self.assertLogs("login.limit"):
            for _ in range(MOST):
                one.failed("ada@example.com")
        self.assertFalse(other.allowed("ada@example.com"), "ten failed elsewhere, and this process goes on")

    def test_a_lock_ends(self):
        store = Counters()
        limit = Limit(store)
        with self.assertLogs("login.limit"):
            for _ in range(MOST):
                limit.failed("ada@example.com")
        store.counts.clear()
        self.assertTrue(limit.allowed("ada@example.com"), "the quarter of an hour is over, and the account is still locked")


if __name__ == "__main__":
    unittest.main()
