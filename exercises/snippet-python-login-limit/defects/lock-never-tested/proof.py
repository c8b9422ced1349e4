"""Nobody is ever locked out: the exercise's own tests have to notice."""
import io
import unittest

from login import limit
from tests import test_limit


class Proof(unittest.TestCase):
    def test_a_limit_that_allows_everything_fails_the_tests(self):
        sound, limit.Limit.allowed = limit.Limit.allowed, lambda self, account: True
        try:
            tests = unittest.defaultTestLoader.loadTestsFromModule(test_limit)
            names = [test for group in tests for test in group if "ten" in test.id()]
            result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.TestSuite(names))
        finally:
            limit.Limit.allowed = sound
        self.assertFalse(result.wasSuccessful(), "every login is allowed, and the tests are green")


if __name__ == "__main__":
    unittest.main()
