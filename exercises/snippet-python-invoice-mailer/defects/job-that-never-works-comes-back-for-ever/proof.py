"""A job that fails each time must leave the queue after some attempts."""
import logging
import unittest
from types import SimpleNamespace
from unittest import mock

from mailer.worker import handle


class Proof(unittest.TestCase):
    def test_a_hopeless_job_is_set_aside(self):
        logging.disable(logging.CRITICAL)
        queue = mock.Mock()
        for attempts in range(1, 101):
            job = SimpleNamespace(id=1, body="{", attempts=attempts, headers={"request-id": "r-1"})
            queue.retry.reset_mock()
            handle(queue, job, mock.Mock(), mock.Mock())
            if not queue.retry.called:
                return
        self.fail("still in the queue after a hundred attempts")


if __name__ == "__main__":
    unittest.main()
