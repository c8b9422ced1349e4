"""What becomes of a job must be found by the request's id."""
import json
import unittest
from types import SimpleNamespace
from unittest import mock

from mailer.worker import handle


class Proof(unittest.TestCase):
    def logged(self, post):
        body = json.dumps({"order": "A-1", "to": "ada@example.com"})
        job = SimpleNamespace(id=1, body=body, attempts=1, headers={"request-id": "r-4711"})
        invoices = mock.Mock(read=mock.Mock(return_value=b"%PDF"))
        with self.assertLogs(level="INFO") as logs:
            handle(mock.Mock(), job, invoices, post)
        return " ".join(str(vars(record)) + record.getMessage() for record in logs.records)

    def test_success_and_failure_name_the_request(self):
        self.assertIn("r-4711", self.logged(mock.Mock()))
        self.assertIn("r-4711", self.logged(mock.Mock(side_effect=OSError)))


if __name__ == "__main__":
    unittest.main()
