import socket
from attempt import refused, raw_refused, verdict

for family in range(46):
    if family not in (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):
        refused(f"family {family}", lambda: socket.socket(family, socket.SOCK_DGRAM))
refused("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
refused("vsock", lambda: socket.socket(40, socket.SOCK_STREAM))
# The kernel reads 32 bits; a filter that compares 64 would let this pass.
raw_refused("vsock behind high bits", 41, (1 << 32) | 40, 1, 0)
verdict()
