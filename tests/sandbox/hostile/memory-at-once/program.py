from attempt import held, verdict

try:
    big = bytearray(1 << 30)
    held("a gigabyte", False)
except MemoryError:
    held("a gigabyte", True)
verdict()
