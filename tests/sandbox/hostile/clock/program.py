import time
from attempt import raw_refused, refused, verdict

refused("clock_settime", lambda: time.clock_settime(time.CLOCK_REALTIME, 0))
raw_refused("settimeofday", 164, 0, 0)
raw_refused("adjtimex", 159, 0)
raw_refused("clock_adjtime", 305, 0, 0)
verdict()
