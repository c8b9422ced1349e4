import json
import unittest
from types import SimpleNamespace
from unittest import mock

from mailer.worker import compose, handle


def job(body=None, attempts=1):
    body = json.dumps({"order": "A-1", "to": "ada@example.com"}) if body is None else body
    return SimpleNamespace(id=7, body=body, attempts=attempts, headers={"request-id": "r-1"})


class WorkerTest(unittest.TestCase):
    def setUp(self):
        self.queue = mock.Mock()
        self.post = mock.Mock()
        self.invoices = mock.Mock(read=mock.Mock(return_value=b"%PDF"))

    def test_the_invoice_is_attached(self):
        message = compose("A-1", "ada@example.com", b"%PDF")
        self.assertEqual([part.get_filename() for part in message.iter_attachments()], ["A-1.pdf"])

    def test_a_job_is_sent(self):
        handle(self.queue, job(), self.invoices, self.post)
        self.assertEqual(self.post.call_args.args[0]["To"], "ada@example.com")
        self.queue.ack.assert_called_once()

    def test_a_failure_is_tried_again(self):
        self.post.side_effect = OSError
        with self.assertLogs("mailer.worker"):
            handle(self.queue, job(), self.invoices, self.post)
        self.queue.retry.assert_called_once()
