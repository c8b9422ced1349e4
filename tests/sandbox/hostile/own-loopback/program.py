import socket
from attempt import held, verdict

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname(), 1)
peer, _ = server.accept()
peer.sendall(b"hello")
held("its own loopback", client.recv(5) == b"hello")
verdict()
