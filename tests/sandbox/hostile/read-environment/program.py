import glob
import os
from attempt import held, verdict

held("variables", sorted(os.environ) == ["HOME", "LANG", "PATH", "PYTHONHASHSEED", "TMPDIR", "TZ"])
for path in glob.glob("/proc/[0-9]*/environ"):
    try:
        held(path, b"BAIT" not in open(path, "rb").read())
    except OSError:
        pass
verdict()
