from attempt import absent, verdict

absent("shmget", 29, 0, 1 << 20, 0o1600)
absent("semget", 64, 0, 1, 0o1600)
absent("msgget", 68, 0, 0o1600)
absent("mq_open", 240, b"/queue", 0o102, 0o600, 0)
verdict()
