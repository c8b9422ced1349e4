import os
import stat
from attempt import refused, verdict

os.symlink("/etc/shadow", "result")
os.mkfifo("pipe")
refused("a device", lambda: os.mknod("device", stat.S_IFBLK | 0o600, os.makedev(8, 0)))
refused("a device for characters", lambda: os.mknod("mem", stat.S_IFCHR | 0o600, os.makedev(1, 1)))
refused("a hard link out", lambda: os.link("/usr/bin/id", "id"))
verdict()
