"""Runs a proof, or a tree's own tests, on SQLite, and reports what they showed.

    harness.py proof TREE PROOF.SQL
    harness.py tests TREE               every tests/*.sql, each on a database of its own

A database begins with the tree's schema.sql, if there is one, then its migrations/*.sql in the order of their names.
In a proof or test, a row that a statement returns is what is wrong: `SELECT 'charged twice' FROM ... WHERE ...`. A
statement under a comment `-- must fail` has to be refused by a constraint. An error anywhere else is a failure.

Descriptors 3 and 4 are those of every harness: the nonce in, the completion record out.
"""

import glob
import os
import re
import sqlite3
import sys

MUST_FAIL = re.compile(r"^\s*--\s*must fail\s*$", re.MULTILINE)


class Stopped(Exception):
    """Nothing can be said: the tree or the proof cannot be read."""


def take_nonce():
    with open(3, "rb") as pipe:
        nonce = pipe.read()
    os.set_inheritable(4, False)
    return nonce


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Stopped(f"{os.path.basename(path)} cannot be read: {error}")


def statements(text):
    """Statements with their comments; a ';' inside of a text, a comment or a trigger ends none."""
    current = ""
    for part in re.split(r"(?<=;)", text):
        current += part
        if sqlite3.complete_statement(current):
            yield current
            current = ""
    if without_comments(current).strip():
        yield current


def without_comments(text):
    return re.sub(r"--[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)


def database(tree):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    first = [path for path in [os.path.join(tree, "schema.sql")] if os.path.exists(path)]
    for path in first + sorted(glob.glob(os.path.join(tree, "migrations", "*.sql"))):
        for statement in statements(read(path)):
            try:
                connection.execute(statement).fetchall()
            except sqlite3.Error as error:
                raise Stopped(f"it could not be loaded: {os.path.relpath(path, tree)}: {error}")
    return connection


def failure_of(connection, statement):
    must_fail = MUST_FAIL.search(statement) is not None
    try:
        rows = connection.execute(statement).fetchmany(1)
    except sqlite3.IntegrityError as error:
        return None if must_fail else f"{error}"
    except sqlite3.Error as error:
        return f"{error}"
    if must_fail:
        return "no constraint refused: " + " ".join(without_comments(statement).split())
    return " ".join(str(value) for value in rows[0]) or "a row" if rows else None


def checks(statement):
    """Whether the statement can show anything."""
    return MUST_FAIL.search(statement) is not None or without_comments(statement).split()[0].upper() in ("SELECT", "WITH")


def run_file(tree, path):
    """How many checks it has, and the first failure."""
    connection = database(tree)
    count = 0
    for statement in statements(read(path)):
        count += 1 if checks(statement) else 0
        failure = failure_of(connection, statement)
        if failure is not None:
            return count, f"{os.path.basename(path)}: {failure}"
    return count, None


def run(what, tree, proof):
    files = [proof] if what == "proof" else sorted(glob.glob(os.path.join(tree, "tests", "*.sql")))
    total = 0
    for path in files:
        count, failure = run_file(tree, path)
        if failure is not None:
            return "failed", failure
        if count == 0:
            return "inconclusive", f"there is no check in {os.path.basename(path)}"
        total += count
    if total == 0:
        return "inconclusive", "there is no test in it"
    return "passed", f"{total} checks"


def main():
    nonce = take_nonce()
    what, tree = sys.argv[1:3]
    try:
        word, detail = run(what, tree, sys.argv[3] if what == "proof" else None)
    except Stopped as stopped:
        word, detail = "inconclusive", str(stopped)
    os.write(4, nonce + b" " + word.encode() + b"\n" + detail.encode("utf-8", "replace")[:4000])
    os._exit(0 if word == "passed" else 1)


main()
