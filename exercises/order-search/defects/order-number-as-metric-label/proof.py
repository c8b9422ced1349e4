"""The number of time series must not grow with the orders that are looked at."""
import unittest

from prometheus_client import REGISTRY

from tests.support import ServiceTest


class Proof(ServiceTest):
    def series(self):
        return sum(len(metric.samples) for metric in REGISTRY.collect() if metric.name == "desk_request_seconds")

    def look_at(self, numbers):
        for number in numbers:
            self.client.get(f"/orders/M-{number}")
            self.client.get(f"/nothing/{number}")

    def test_series_are_bounded(self):
        self.add_order("M-1")
        self.look_at(range(3))
        before = self.series()
        self.assertGreater(before, 0)
        self.look_at(range(3, 20))
        self.assertEqual(self.series(), before)


if __name__ == "__main__":
    unittest.main()
