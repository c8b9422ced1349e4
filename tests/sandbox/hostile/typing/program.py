import os
from attempt import raw_refused, refused, verdict

refused("a controlling terminal", lambda: os.open("/dev/tty", os.O_RDWR))
try:
    _, terminal = os.openpty()
except OSError:
    terminal = 0
raw_refused("TIOCSTI", 16, terminal, 0x5412, b"x")
raw_refused("TIOCSTI behind high bits", 16, terminal, (1 << 32) | 0x5412, b"x")
raw_refused("TIOCLINUX", 16, terminal, 0x541C, b"\x03")
verdict()
