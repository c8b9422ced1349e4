import os
from attempt import verdict

for _ in range(3000):
    os.mkdir("d")
    os.chdir("d")
verdict()
