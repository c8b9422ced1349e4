from attempt import refused, verdict

for path in ("/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe",
             "/proc/sys/vm/overcommit_memory", "/proc/sys/fs/binfmt_misc/register", "/proc/sys/kernel/hostname",
             "/proc/sys/net/ipv4/ip_forward", "/proc/sys/user/max_user_namespaces", "/proc/kmsg",
             "/proc/self/uid_map", "/proc/self/gid_map", "/proc/self/setgroups"):
    refused(path, lambda: open(path, "wb", buffering=0).write(b"1"))
verdict()
