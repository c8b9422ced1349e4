import os
import struct

message = struct.pack("<IIiiIIQQQQ", 3, 0, 0, 0, 0, 0, 1, 1, 1, 1)
for number in range(256):
    try:
        os.write(number, message)
    except OSError:
        pass
os._exit(7)
