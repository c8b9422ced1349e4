import os
from attempt import refused, held, verdict

for path in ("/etc/shadow", "/etc/gshadow", "/etc/sudoers", "/etc/machine-id", "/etc/hostname", "/etc/resolv.conf",
             "/root", "/home", "/var", "/run", "/srv", "/mnt", "/media", "/opt", "/boot", "/sys", "/proc/kcore",
             "/dev/mem", "/dev/kmsg", "/dev/sda", "/dev/vda", "/dev/kvm", "/dev/fuse", "/dev/net/tun"):
    refused(path, lambda: os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(1))
names = [line.split(":")[0] for line in open("/etc/passwd")]
held("the host's users", names == ["sandbox", "nobody"])
verdict()
