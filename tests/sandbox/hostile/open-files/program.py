from attempt import held, verdict

opened = []
try:
    while len(opened) < 2000:
        opened.append(open("/dev/null"))
except OSError:
    pass
count = len(opened)
opened.clear()
held("two thousand descriptors", count < 64)
verdict()
