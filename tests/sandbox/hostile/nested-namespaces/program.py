from attempt import absent, raw_refused, verdict

flags = {"user": 0x10000000, "mount": 0x20000, "pid": 0x20000000, "net": 0x40000000, "ipc": 0x8000000,
         "uts": 0x4000000, "cgroup": 0x2000000}
for name, flag in flags.items():
    raw_refused("unshare " + name, 272, flag)
    raw_refused("clone " + name, 56, flag | 17, 0, 0, 0, 0)
absent("clone3", 435, 0, 0)
raw_refused("chroot", 161, b"/tmp")
verdict()
