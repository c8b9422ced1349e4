import os
from attempt import bait, refused, verdict

path = bait["file"]
ways = [path, os.path.dirname(path), "/proc/self/root" + path, "/proc/self/cwd/../.." + path, "/proc/1/root" + path,
        "/work/.." + path, "/old_root" + path, "/oldroot" + path, "/newroot" + path]
for way in ways:
    refused(way, lambda: os.listdir(way) if os.path.isdir(way) else open(way, "rb").read())
verdict()
