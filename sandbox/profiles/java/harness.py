"""Compiles a tree with a proof, or with its own tests, once, runs them with JUnit 4, and reports what they showed.

    harness.py proof TREE PROOF.JAVA JAVAC JAVA JARS    a class with @Test methods; it may name any package
    harness.py tests TREE JAVAC JAVA JARS               every class that has @Test methods, of the folders test*/ and
                                                        src/test/, or else of the whole tree

Every *.java of the tree is compiled, resources beside them are found too. The harness's own class reads this run's token
before it loads a class of the tree, and prints it with what the tests showed. So System.exit(0) shows nothing.
"""

import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "shared"))
import judge  # noqa: E402
from judge import Stopped, Wrong  # noqa: E402

PLACE = os.environ["TMPDIR"]
CLASSES = os.path.join(PLACE, "classes")
# Starting quickly matters more than running long: the first compiler only, the shared archive, one collector thread.
QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData"]
MAIN = "SeedfaultHarness"


def text_of(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Stopped(f"{os.path.basename(path)} cannot be read: {error}")


def class_in(path):
    """The file's class, with its package."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", text_of(path), flags=re.DOTALL)
    package = re.search(r"^\s*package\s+([\w.]+)\s*;", text, re.MULTILINE)
    name = re.search(r"\bpublic\s+(?:final\s+)?class\s+(\w+)", text) or re.search(r"\bclass\s+(\w+)", text)
    if name is None:
        raise Stopped(f"there is no class in {os.path.basename(path)}")
    return (package.group(1) + "." if package else "") + name.group(1)


def sources_of(tree):
    for folder, inner, names in os.walk(tree):
        inner.sort()
        yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".java"))


def has_tests(path):
    return re.search(r"^\s*@(?:org\.junit\.)?Test\b", text_of(path), re.MULTILINE) is not None


def place_proof(proof):
    """A copy under the name that its class asks for, outside of the tree."""
    folder = os.path.join(PLACE, "proof")
    os.mkdir(folder)
    path = os.path.join(folder, class_in(proof).split(".")[-1] + ".java")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text_of(proof))
    return path


def test_sources(tree, sources):
    apart = [path for path in sources if re.match(r"(src/)?tests?/", os.path.relpath(path, tree))]
    return [path for path in apart or sources if has_tests(path)]


def compile_all(javac, sources, tree, jars):
    os.mkdir(CLASSES)
    options = [*("-J" + option for option in QUICK), "-nowarn", "-proc:none", "-encoding", "UTF-8", "-d", CLASSES, "-cp", jars]
    status, said = judge.run([javac, *options, *sources], PLACE)
    if status != 0:
        raise Stopped("it could not be compiled: " + judge.first_line(said).removeprefix(tree + "/"))


def run_classes(java, classes, tree, jars):
    token = judge.token()
    resources = [folder for folder in ("src/main/resources", "src/test/resources", ".") if os.path.isdir(os.path.join(tree, folder))]
    path = ":".join([CLASSES, *(os.path.normpath(os.path.join(tree, folder)) for folder in resources), jars])
    status, said = judge.run([java, *QUICK, "-ea", "-Xmx512m", "-cp", path, MAIN, *classes], tree, given=token + "\n")
    parts = said.split("\n" + token + "\n")
    if len(parts) != 3 or status != 0:
        raise Stopped(f"the Java program ended with {status} before its tests had: {judge.first_line(said)}")
    word, _, detail = parts[1].partition("\n")
    if word == "failed":
        raise Wrong(detail)
    if word != "passed":
        raise Stopped(detail)
    return detail


def verdict(what, tree, proof):
    javac, java, *jars = sys.argv[4 if what == "proof" else 3 :]
    sources = list(sources_of(tree))
    tests = [place_proof(proof)] if what == "proof" else test_sources(tree, sources)
    if not tests or not any(has_tests(path) for path in tests):
        raise Stopped("there is no test in it")
    compile_all(javac, [*dict.fromkeys([*sources, *tests]), os.path.join(HERE, "Harness.java")], tree, ":".join(jars))
    return run_classes(java, [class_in(path) for path in tests], tree, ":".join(jars))


judge.main(verdict, None)
