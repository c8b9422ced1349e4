import socket
from attempt import bait, refused, verdict

QUESTION = bytes.fromhex("1234010000010000000000000765786d61706c6503636f6d0000010001")


def answered(address, family=socket.AF_INET):
    with socket.socket(family, socket.SOCK_DGRAM) as asker:
        asker.settimeout(0.3)
        asker.connect((address, 53))
        asker.send(QUESTION)
        asker.recv(512)


refused("the library", lambda: socket.getaddrinfo("example.com", 80))
refused("by a name of the host", lambda: socket.getaddrinfo("host.docker.internal", 80))
for address in ("127.0.0.53", "127.0.0.11", "192.0.2.53", "10.0.0.2", "169.254.169.254"):
    refused(address, lambda: answered(address))
refused("version 6", lambda: answered("2001:db8::53", socket.AF_INET6))
refused("a socket of the resolver", lambda: socket.socket(socket.AF_UNIX).connect("/run/systemd/resolve/io.systemd.Resolve"))
verdict()
