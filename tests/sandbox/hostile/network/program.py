import socket
from attempt import held, refused, verdict

held("interfaces", [name for _, name in socket.if_nameindex()] == ["lo"])
# Connecting a datagram socket asks for a route and sends nothing.
refused("a route", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(("192.0.2.1", 53)))
refused("a route, version 6", lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).connect(("2001:db8::1", 53)))
refused("a resolver", lambda: open("/etc/resolv.conf"))
verdict()
