import socket
from attempt import bait, refused, verdict

port = int(bait["port"])
refused("127.0.0.1", lambda: socket.create_connection(("127.0.0.1", port), 1))
refused("localhost", lambda: socket.create_connection(("localhost", port), 1))
refused("0.0.0.0", lambda: socket.create_connection(("0.0.0.0", port), 1))
verdict()
