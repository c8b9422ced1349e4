"""What a message says, and to whom, stays out of the log."""
import os
import unittest
from types import SimpleNamespace
from unittest import mock

from sms import pigeon


class Proof(unittest.TestCase):
    def test_no_code_and_no_number(self):
        os.environ["PIGEON_KEY"] = "k"
        taken = SimpleNamespace(status_code=202, json=lambda: {"id": "m1"})
        with mock.patch("requests.post", return_value=taken), self.assertLogs(level="DEBUG") as logs:
            pigeon.logging.getLogger("sms").info("begin")
            pigeon.send("+351900000123", "Your code is 428913")
        said = " ".join(logs.output)
        self.assertNotIn("428913", said)
        self.assertNotIn("900000123", said)


if __name__ == "__main__":
    unittest.main()
