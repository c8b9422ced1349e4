import os
from attempt import raw_refused, refused, verdict

for pid in (1, os.getppid(), 2):
    raw_refused(f"attach {pid}", 101, 16, pid, 0, 0)
    raw_refused(f"seize {pid}", 101, 0x4206, pid, 0, 0)
raw_refused("traceme", 101, 0, 0, 0, 0)
raw_refused("process_vm_readv", 310, 1, 0, 0, 0, 0, 0)
raw_refused("process_vm_writev", 311, 1, 0, 0, 0, 0, 0)
raw_refused("pidfd_getfd", 438, 3, 0, 0)
raw_refused("kcmp", 312, 1, os.getpid(), 0, 0, 0)
verdict()
