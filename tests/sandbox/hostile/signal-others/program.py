import os
import signal
from attempt import refused, verdict

for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, signal.SIGSEGV, signal.SIGCHLD):
    try:
        os.kill(1, number)
    except OSError:
        pass
for pid in (int(__import__("attempt").bait["pid"]), 4194303):
    refused(f"process {pid} of the host", lambda: os.kill(pid, 0))
verdict()
