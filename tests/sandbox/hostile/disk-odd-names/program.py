import os
from attempt import verdict

for name in (b"a\nb", b"\x1b[2J", b"\xff\xfe", b"-rf", b" "):
    with open(name, "wb") as file:
        file.write(b"x")
verdict()
