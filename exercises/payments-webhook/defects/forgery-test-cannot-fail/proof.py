"""With the signature check switched off, the service's own tests must turn red."""
import io
import unittest
from unittest import mock

from payments import webhooks
from tests import test_webhooks


def run(suite):
    return unittest.TextTestRunner(stream=io.StringIO()).run(suite)


class Proof(unittest.TestCase):
    def test_a_service_that_takes_forged_events_fails_its_tests(self):
        suite = unittest.defaultTestLoader.loadTestsFromModule(test_webhooks)
        with mock.patch.object(webhooks, "signed_by_gateway", return_value=True):
            failed = [test for test, _ in run(suite).failures]
        self.assertTrue(failed, "no test noticed that forged events are taken")
        fresh = unittest.TestSuite(type(test)(test._testMethodName) for test in failed)
        self.assertTrue(run(fresh).wasSuccessful(), "and with the check in place they pass")


if __name__ == "__main__":
    unittest.main()
