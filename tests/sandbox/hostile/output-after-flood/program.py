import os
import signal

for number in (signal.SIGTERM, signal.SIGPIPE, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
if os.fork() == 0:
    os.setsid()
while True:
    try:
        os.write(1, b"x" * 65536)
    except OSError:
        pass
