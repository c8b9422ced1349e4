import ctypes
import mmap

with open("/tmp/code", "wb") as file:
    file.write(bytes.fromhex("b8a50000000f05c3").ljust(4096, b"\xc3"))  # mount(...), return
with open("/tmp/code", "r+b") as file:
    pages = mmap.mmap(file.fileno(), 4096, mmap.MAP_PRIVATE, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
address = ctypes.addressof(ctypes.c_char.from_buffer(pages))
print("mount gave", ctypes.CFUNCTYPE(ctypes.c_long)(address)())
print("through")
