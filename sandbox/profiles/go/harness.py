"""Runs a proof, or a module's own tests, with go test, and reports what they showed.

    harness.py proof TREE PROOF.GO    a test file; it gets a package folder of its own in the module, or lies in that
                                      which its line `// in: internal/charge` names, and then may use what is not exported
    harness.py tests TREE             every package that has tests
    harness.py seed GO                writes a cache of compiled packages as tar; a run has it on standard input

`go test` builds the test programs and starts none. Each gets a TestMain that prints this run's token once all of its
tests have passed; the source of it is removed before the first program starts. So a program that exits early, or
prints what go test prints, shows nothing.
"""

import os
import re
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))
import judge  # noqa: E402
from judge import Stopped, Wrong  # noqa: E402

DONE = "zz_done_test.go"
PROGRAMS = os.path.join(os.environ["TMPDIR"], "programs")
PACKAGES = [
    "bytes", "context", "database/sql", "encoding/json", "errors", "expvar", "io", "log", "log/syslog", "math/rand", "net",
    "net/http", "net/http/httptest", "net/url", "os", "regexp", "sort", "strconv", "strings", "sync", "sync/atomic",
    "testing", "testing/quick", "time",
]
MAIN = """package %s

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	status := m.Run()
	if status == 0 {
		os.Stdout.WriteString("\\n%s\\n")
	}
	os.Exit(status)
}
"""


def text_of(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Stopped(f"{os.path.basename(path)} cannot be read: {error}")


def place_proof(tree, proof):
    """The folder of the package that the proof is in."""
    text = text_of(proof)
    named = re.search(r"^//\s*in:\s*(\S+)\s*$", text, re.MULTILINE)
    folder = os.path.normpath(os.path.join(tree, named.group(1) if named else "seedfault_proof"))
    if named and not os.path.isdir(folder):
        raise Stopped(f"the proof is in {named.group(1)}, which is no folder of the tree")
    os.makedirs(folder, exist_ok=True)
    shutil.copyfile(proof, os.path.join(folder, "zz_proof_test.go"))
    return folder


def tests_in(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith("_test.go") and name != DONE)


def folders_with_tests(tree):
    for folder, inner, names in os.walk(tree):
        inner[:] = sorted(name for name in inner if name not in ("vendor", "testdata") and name[0] not in "._")
        if any(name.endswith("_test.go") for name in names):
            yield folder


def add_main(folder, token):
    package = None
    for name in tests_in(folder):
        text = text_of(os.path.join(folder, name))
        if re.search(r"^func\s+TestMain\b", text, re.MULTILINE):
            raise Stopped(f"{name} has a TestMain, which is the harness's: prepare in the tests themselves")
        package = package or re.search(r"^package\s+(\w+)", text, re.MULTILINE)
    if package is None:
        raise Stopped(f"{tests_in(folder)[0]} names no package")
    with open(os.path.join(folder, DONE), "w", encoding="utf-8") as file:
        file.write(MAIN % (package.group(1), token))


def use_seed():
    """The cache of compiled packages: a copy, for go writes to it."""
    if not judge.unpack_seed(os.path.dirname(os.environ["GOCACHE"])):
        os.makedirs(os.environ["GOCACHE"], exist_ok=True)


def build(go, tree, folders):
    """Every test program, as (program, its folder)."""
    os.makedirs(PROGRAMS)
    keep = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keep.sh")
    packages = ["./" + os.path.relpath(folder, tree) for folder in folders]
    status, said = judge.run([go, "test", "-vet=off", "-count=1", "-exec", f"/bin/sh {keep}", *packages], tree)
    kept = sorted(name for name in os.listdir(PROGRAMS) if name.endswith(".folder"))
    if status != 0 or len(kept) != len(folders):
        lines = [line for line in said.splitlines() if line.strip() and not line.startswith(("#", "FAIL", "ok "))]
        raise Stopped("it could not be built: " + (lines[0].strip() if lines else judge.first_line(said)))
    for folder in folders:
        os.remove(os.path.join(folder, DONE))
    return [(os.path.join(PROGRAMS, name[: -len(".folder")]), text_of(os.path.join(PROGRAMS, name)).strip()) for name in kept]


def failure_in(said):
    """The first test that failed, the innermost of its own, and the last thing that was said before."""
    test, message, failed = None, None, None
    for line in said.splitlines():
        if match := re.match(r"(?:panic|fatal error): .*", line):
            return f"{failed or test or 'before the tests'}: {match.group(0)}"
        if match := re.match(r"\s*--- FAIL: (\S+)", line):
            if failed is None or match.group(1).startswith(failed + "/"):
                failed = match.group(1)
        elif failed is None and (match := re.match(r"\s*=== (?:RUN|CONT|NAME)\s+(\S+)", line)):
            test, message = match.group(1), None
        elif failed is None and (match := re.match(r"\s+\w+\.go:\d+: (.*)", line)):
            message = match.group(1)
    return failed and f"{failed}: {message or 'it failed without a word'}"


def run_program(program, folder, token):
    """How many tests passed."""
    status, said = judge.run([program, "-test.v", "-test.paniconexit0"], folder)
    if status != 0:
        failure = failure_in(said)
        if failure is None:
            raise Stopped(f"the test program ended with {status}: {judge.first_line(said)}")
        raise Wrong(failure)
    if said.split("\n").count(token) != 1:
        raise Stopped("the test program ended before its tests had")
    if "--- SKIP: " in said:
        raise Stopped("a test was skipped")
    return len(re.findall(r"^=== RUN\s+[^\s/]+$", said, re.MULTILINE))


def verdict(what, tree, proof):
    go, token = sys.argv[4 if what == "proof" else 3], judge.token()
    if not os.path.exists(os.path.join(tree, "go.mod")):
        raise Stopped("the tree has no go.mod")
    folders = [place_proof(tree, proof)] if what == "proof" else list(folders_with_tests(tree))
    if not folders:
        raise Stopped("there is no test in it")
    for folder in folders:
        add_main(folder, token)
    use_seed()
    count = sum(run_program(program, folder, token) for program, folder in build(go, tree, folders))
    if count == 0:
        raise Stopped("there is no test in it")
    return f"{count} tests"


def seed():
    """What a web service imports, compiled as a test needs it."""
    folder = os.path.join(os.environ["TMPDIR"], "seed")
    os.makedirs(folder)
    with open(os.path.join(folder, "go.mod"), "w", encoding="utf-8") as file:
        file.write("module seed\n")
    with open(os.path.join(folder, "seed_test.go"), "w", encoding="utf-8") as file:
        file.write("package seed\n\nimport (\n" + "".join(f'\t_ "{name}"\n' for name in PACKAGES) + ")\n")
    program = os.path.join(folder, "seed.test")
    status, said = judge.run([sys.argv[2], "test", "-vet=off", "-c", "-o", program, "."], folder)
    if status != 0:
        sys.exit(said)
    judge.pack_seed(os.path.dirname(os.environ["GOCACHE"]), os.path.basename(os.environ["GOCACHE"]))


judge.main(verdict, seed)
