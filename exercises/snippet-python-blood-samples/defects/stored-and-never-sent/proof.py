"""What is to be sent cannot be stored for a moment, and the message comes again."""
import logging
import unittest

from tests import test_worker


class Proof(test_worker.WorkerTest):
    def test_a_stored_result_is_sent(self):
        logging.disable(logging.CRITICAL)
        self.rows("ALTER TABLE outgoing RENAME TO away")
        self.handle("m4")
        self.rows("ALTER TABLE away RENAME TO outgoing")
        self.handle("m4", attempts=2)
        self.assertEqual(self.rows("SELECT message FROM results"), [("m4",)])
        self.assertEqual(self.rows("SELECT message FROM outgoing"), [("m4",)], "the doctor waits for it")


if __name__ == "__main__":
    unittest.main()
