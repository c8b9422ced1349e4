from attempt import killed, verdict

calls = {"umount2": 166, "pivot_root": 155, "setns": 308, "bpf": 321, "kexec_load": 246, "kexec_file_load": 320,
         "init_module": 175, "finit_module": 313, "delete_module": 176, "swapon": 167, "swapoff": 168, "reboot": 169,
         "iopl": 172, "ioperm": 173, "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsmount": 432}
for name, number in calls.items():
    killed(name, number, 0, 0, 0, 0, 0)
verdict()
