from attempt import raw_refused, verdict

raw_refused("add_key", 248, b"user", b"name", b"text", 4, -3)
raw_refused("request_key", 249, b"user", b"name", 0, -3)
raw_refused("keyctl", 250, 0, -3, 1)
verdict()
