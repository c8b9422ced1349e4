import os
from attempt import held, verdict

pids = sorted(int(name) for name in os.listdir("/proc") if name.isdigit())
held(f"processes {pids}", pids == [1, os.getpid()])
held("the host's name", os.uname().nodename == "sandbox")
verdict()
