import os
import signal

for target in (-1, 1, 0, os.getpid()):
    try:
        os.kill(target, signal.SIGSTOP)
    except OSError:
        pass
while True:
    pass
