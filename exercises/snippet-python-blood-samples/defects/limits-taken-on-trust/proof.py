"""A machine knows no upper limit and says NaN: nobody may be told that the value is normal."""
import logging
import unittest

from tests import test_worker


class Proof(test_worker.WorkerTest):
    def test_without_limits_nothing_is_normal(self):
        logging.disable(logging.CRITICAL)
        self.handle("m3", value=6.4, high=float("nan"))
        self.assertEqual(self.rows("SELECT value FROM results WHERE abnormal = 0"), [])


if __name__ == "__main__":
    unittest.main()
