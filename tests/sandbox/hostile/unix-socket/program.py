import socket
from attempt import bait, refused, verdict

for path in (bait["socket"], "/proc/1/root" + bait["socket"], "/run/docker.sock", "/var/run/docker.sock",
             "/run/dbus/system_bus_socket"):
    refused(path, lambda: socket.socket(socket.AF_UNIX).connect(path))
verdict()
