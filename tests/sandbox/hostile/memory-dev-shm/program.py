from attempt import held, verdict

written = 0
try:
    for number in range(64):
        with open(f"/dev/shm/{number}", "wb") as file:
            for _ in range(8):
                file.write(b"x" * (1 << 20))
                file.flush()
                written += 1
except OSError:
    pass
held("/dev/shm without end", written <= 64)
verdict()
