import os
from attempt import refused, verdict

for folder in ("/", "/usr", "/usr/bin", "/usr/lib", "/etc", "/dev", "/dev/pts", "/proc", "/proc/self"):
    refused(folder, lambda: open(folder + "/new", "w"))
    refused(folder + " folder", lambda: os.mkdir(folder + "/newfolder"))
    refused(folder + " link", lambda: os.symlink("/tmp", folder + "/newlink"))
for path in ("/etc/passwd", "/etc/hosts", "/etc/ld.so.cache", "/usr/bin/python3", "/seedfault-init"):
    refused(path, lambda: open(path, "r+b"))
    refused(path + " away", lambda: os.unlink(path))
    refused(path + " mode", lambda: os.chmod(path, 0o777))
verdict()
