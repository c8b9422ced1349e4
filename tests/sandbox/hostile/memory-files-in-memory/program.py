from attempt import absent, verdict

absent("memfd_create", 319, b"bomb", 0)
absent("memfd_secret", 447, 0)
verdict()
