import os
import time
from attempt import verdict

if os.fork() == 0:
    os.setsid()
    time.sleep(600)
verdict()
