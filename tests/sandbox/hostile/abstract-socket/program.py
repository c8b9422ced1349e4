import socket
from attempt import bait, refused, verdict

name = "\0" + bait["abstract"]
refused("stream", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect(name))
refused("datagram", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).connect(name))
verdict()
