"""What the hostile programs share. Each attempt says whether a wall held; the verdict is exit 0 when all did.

Arguments: a mark by which the test finds processes that are left over, then the test's bait as name=value.
"""

import ctypes
import errno
import os
import signal
import sys

bait = dict(argument.split("=", 1) for argument in sys.argv[2:])
_through = []
_libc = ctypes.CDLL(None, use_errno=True)


def held(name, it_did):
    if not it_did:
        _through.append(name)


def refused(name, attempt):
    """A wall of the system: the attempt must end in an OSError."""
    try:
        attempt()
    except OSError:
        return
    _through.append(name)


def call(number, *arguments):
    """A system call by its x86-64 number: its result, and errno."""
    ctypes.set_errno(0)
    wide = [ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments]
    _libc.syscall.restype = ctypes.c_long
    return _libc.syscall(ctypes.c_long(number), *wide), ctypes.get_errno()


def raw_refused(name, number, *arguments):
    result, error = call(number, *arguments)
    held(f"{name} ({result}, {errno.errorcode.get(error)})", result == -1 and error in (errno.EPERM, errno.ENOSYS))


def absent(name, number, *arguments):
    result, error = call(number, *arguments)
    held(f"{name} ({result}, {errno.errorcode.get(error)})", result == -1 and error == errno.ENOSYS)


def killed(name, number, *arguments):
    child = os.fork()
    if child == 0:
        call(number, *arguments)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    held(name, os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGSYS)


def verdict():
    for name in _through:
        print("through:", name)
    sys.exit(1 if _through else 0)
