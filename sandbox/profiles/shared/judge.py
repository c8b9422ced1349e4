"""What the harnesses share whose proofs run in programs of their own (Go, Java, PostgreSQL).

The nonce stays in this process: it is read before anything of the tree is started, no program that is started gets it,
and none can look into this process. What such a program reports back it proves with a token of its own; see each harness.
"""

import os
import stat
import subprocess
import sys

NOT_DUMPABLE = 4  # prctl: PR_SET_DUMPABLE
KEPT = 200_000  # characters of a program's output that are read for a verdict


class Stopped(Exception):
    """Nothing can be said, and why."""


class Wrong(Exception):
    """What is wrong with the tree."""


def close_the_door():
    """/proc/<this process>/mem and its descriptors are root's from here on."""
    import ctypes

    if ctypes.CDLL(None).prctl(NOT_DUMPABLE, 0, 0, 0, 0) != 0:
        os._exit(3)


def token():
    return os.urandom(16).hex()


def run(arguments, folder, given="", **more):
    """Runs a program to its end: its exit status, and what it wrote on either stream."""
    done = subprocess.run(
        arguments,
        cwd=folder,
        input=given.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **more,
    )
    return done.returncode, done.stdout[:KEPT].decode("utf-8", "replace")


def first_line(text, otherwise="it said nothing"):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0] if lines else otherwise


def pack_seed(folder, name):
    """A folder of what was prepared, as tar on standard output."""
    os.execv("/bin/tar", ["tar", "-cf", "-", "-C", folder, name])


def unpack_seed(folder):
    """False when this run was given none."""
    about = os.fstat(0)
    if not stat.S_ISREG(about.st_mode) or about.st_size == 0:
        return False
    return subprocess.run(["/bin/tar", "-xf", "-", "-C", folder]).returncode == 0


def main(judge, seed):
    """judge(what, tree, proof) returns a detail when all is well, and raises Wrong or Stopped otherwise."""
    if sys.argv[1] == "seed":
        return seed()
    close_the_door()
    with open(3, "rb") as pipe:
        nonce = pipe.read()
    os.set_inheritable(4, False)
    what, tree = sys.argv[1:3]
    try:
        word, detail = "passed", judge(what, tree, sys.argv[3] if what == "proof" else None)
    except Wrong as wrong:
        word, detail = "failed", str(wrong)
    except Stopped as stopped:
        word, detail = "inconclusive", str(stopped)
    os.write(4, nonce + b" " + word.encode() + b"\n" + detail.encode("utf-8", "replace")[:4000])
    os._exit(0 if word == "passed" else 1)
