import os
from attempt import held, verdict

size = 0
try:
    with open("big", "wb", buffering=0) as file:
        while True:
            size += file.write(b"x" * (1 << 20))
except OSError:
    pass
held("more than its file size", size <= 4 << 20)
verdict()
