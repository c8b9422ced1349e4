import threading
import time
from attempt import held, verdict

started = 0
try:
    for _ in range(1000):
        threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
        started += 1
except RuntimeError:
    pass
held("a thousand threads", started < 32)
verdict()
