from attempt import held, verdict

size = 0
try:
    for number in range(1000):
        with open(f"file{number}", "wb", buffering=0) as file:
            size += file.write(b"x" * (1 << 20))
except OSError:
    pass
held("more than half of its memory", size <= 64 << 20)
verdict()
