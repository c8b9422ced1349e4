import os
from attempt import held, verdict

found = []
for number in range(4096):
    try:
        os.fstat(number)
        found.append(number)
    except OSError:
        pass
held(f"descriptors {found}", found == [0, 1, 2])
verdict()
