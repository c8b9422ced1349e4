"""A machine sends what nobody understands: somebody has to look at it."""
import logging
import unittest

from results.ports import Message
from tests import test_worker


class Proof(test_worker.WorkerTest):
    def test_nonsense_is_parked_in_the_end(self):
        logging.disable(logging.CRITICAL)
        for attempt in range(1, 101):
            self.worker.handle(Message("m9", b"{\"sample\": \"S-9\"}", attempt))
            if self.settled[-1][0] != "later":
                break
        self.assertEqual(self.settled[-1], ("parked", "m9"), f"after {attempt} attempts")


if __name__ == "__main__":
    unittest.main()
