import os
from attempt import refused, verdict

for name in ("environ", "mem", "maps", "auxv", "stack", "syscall", "io"):
    refused(name, lambda: open("/proc/1/" + name, "rb").read(1))
for name in ("root", "cwd", "exe"):
    refused(name, lambda: os.readlink("/proc/1/" + name))
refused("fd", lambda: os.listdir("/proc/1/fd"))
for number in range(16):
    refused(f"fd {number}", lambda: open(f"/proc/1/fd/{number}", "wb"))
refused("map_files", lambda: os.listdir("/proc/1/map_files"))
refused("its program", lambda: open("/seedfault-init", "r+b"))
verdict()
