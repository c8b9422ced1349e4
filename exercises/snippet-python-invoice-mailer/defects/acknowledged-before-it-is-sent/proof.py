"""A job whose mail could not be sent must still be in the queue."""
import json
import logging
import unittest
from types import SimpleNamespace
from unittest import mock

from mailer.worker import handle


class Died(BaseException):
    """What a kill looks like from inside."""


class Proof(unittest.TestCase):
    def test_nothing_is_acknowledged_that_was_not_sent(self):
        logging.disable(logging.CRITICAL)
        for failure in (OSError, Died):
            queue, invoices = mock.Mock(), mock.Mock(read=mock.Mock(return_value=b"%PDF"))
            body = json.dumps({"order": "A-1", "to": "ada@example.com"})
            job = SimpleNamespace(id=1, body=body, attempts=1, headers={"request-id": "r-1"})
            try:
                handle(queue, job, invoices, mock.Mock(side_effect=failure))
            except (OSError, Died):
                pass
            queue.ack.assert_not_called()


if __name__ == "__main__":
    unittest.main()
