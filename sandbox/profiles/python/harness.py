"""Runs a proof, or a tree's own tests, with unittest, and reports what they showed.

    harness.py proof TREE PROOF.PY
    harness.py tests TREE

Descriptor 3 holds this run's nonce: it is read and closed before any code of the tree is imported. The completion
record goes to descriptor 4: the nonce, one word (passed, failed, inconclusive) and a detail. It is written once, after
the last test, so a program that ends before that (os._exit, a signal, the end of its time) leaves none.
"""

import os
import sys


def take_nonce():
    with open(3, "rb") as pipe:
        nonce = pipe.read()
    os.set_inheritable(4, False)
    return nonce


def first_of(lists):
    for found in lists:
        if found:
            return found[0]
    return None


def prepare(unittest):
    """What judges, as it is before the tree has run: the methods of unittest that decide what is a failure."""
    judges = [
        unittest.TestCase,
        unittest.TestResult,
        unittest.TestSuite,
        unittest.TestLoader,
        unittest.case._AssertRaisesContext,
        unittest.case._Outcome,
    ]
    return [(judge, name, value, getattr(value, "__code__", None)) for judge in judges for name, value in vars(judge).items()]


def changed(prepared):
    for judge, name, value, code in prepared:
        now = vars(judge).get(name)
        if now is not value or getattr(now, "__code__", None) is not code:
            yield f"{judge.__name__}.{name}"


def one_line(test, error):
    name = getattr(test, "_testMethodName", None) or str(test)
    message = str(error).strip() or "no message"
    kind = "" if isinstance(error, AssertionError) else type(error).__name__ + ": "
    return f"{name}: {kind}{message}"


def make_result(unittest):
    class Result(unittest.TestResult):
        """Keeps the message and not the traceback."""

        def addFailure(self, test, err):
            self.failures.append(one_line(test, err[1]))

        def addError(self, test, err):
            self.errors.append(one_line(test, err[1]))

        def addSubTest(self, test, subtest, err):
            if err is not None:
                self.failures.append(one_line(test, err[1]))

    return Result()


def load_proof(unittest, path):
    import importlib.util

    spec = importlib.util.spec_from_file_location("proof", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["proof"] = module
    spec.loader.exec_module(module)
    return unittest.defaultTestLoader.loadTestsFromModule(module)


def load_tests(unittest, tree):
    folder = os.path.join(tree, "tests")
    package = os.path.exists(os.path.join(folder, "__init__.py"))
    return unittest.defaultTestLoader.discover(folder, "test_*.py", tree if package else folder)


def judge(what, result, loaded, meddled):
    if meddled:
        return "inconclusive", "the tree changed what judges it: " + ", ".join(sorted(meddled)[:5])
    failure = first_of([result.failures, result.errors])
    if failure is not None:
        return "failed", failure
    if result.unexpectedSuccesses:
        return "failed", "a test that is expected to fail did not"
    if result.testsRun == 0 or loaded == 0:
        return "inconclusive", "there is no test in it"
    if result.testsRun != loaded:
        return "inconclusive", f"{result.testsRun} of {loaded} tests ran"
    idle = len(result.skipped) + len(result.expectedFailures)
    if idle == loaded or (what == "proof" and idle):
        return "inconclusive", "a test was skipped or is expected to fail"
    return "passed", f"{loaded} tests"


def run(what, tree, proof):
    import unittest

    prepared = prepare(unittest)
    sys.path.insert(0, tree)
    os.chdir(tree)
    try:
        suite = load_proof(unittest, proof) if what == "proof" else load_tests(unittest, tree)
    except BaseException as error:  # SystemExit too: a module that ends the program is not a verdict
        return "inconclusive", f"it could not be loaded: {type(error).__name__}: {error}"
    result = make_result(unittest)
    loaded = suite.countTestCases()
    suite.run(result)
    return judge(what, result, loaded, set(changed(prepared)))


def main():
    nonce = take_nonce()
    write, leave = os.write, os._exit
    what, tree = sys.argv[1:3]
    proof = sys.argv[3] if what == "proof" else None
    word, detail = run(what, tree, proof)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    record = nonce + b" " + word.encode() + b"\n" + detail.encode("utf-8", "replace")[:4000]
    write(4, record)
    # Threads that the tree has left behind do not hold up the verdict.
    leave(0 if word == "passed" else 1)


main()
