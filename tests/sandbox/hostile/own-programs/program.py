import os
import shutil
import subprocess
from attempt import held, verdict

shutil.copy("/usr/bin/python3", "/tmp/own")
os.chmod("/tmp/own", 0o755)
script = "print(open('/proc/self/status').read())"
status = subprocess.run(["/tmp/own", "-I", "-c", script], capture_output=True, text=True).stdout
held("the filter", "Seccomp:\t2" in status and "NoNewPrivs:\t1" in status)
verdict()
