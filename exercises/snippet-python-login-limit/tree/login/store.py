"""The store that all machines share: Redis, by the few commands that are needed."""
import socket
from urllib.parse import urlsplit


class StoreError(Exception):
    """The store could not be reached, or did not answer in time."""


class Store:
    def __init__(self, url, timeout=0.2):
        self._address = (urlsplit(url).hostname, urlsplit(url).port or 6379)
        self._timeout = timeout

    def _ask(self, *words):
        command = b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in (str(w).encode() for w in words))
        try:
            with socket.create_connection(self._address, self._timeout) as connection:
                connection.sendall(command)
                answer = connection.makefile("rb").readline()
        except OSError as error:
            raise StoreError from error
        if answer[:1] not in (b":", b"+"):
            raise StoreError(answer)
        return answer[1:].strip()

    def add(self, key, seconds):
        """Adds one to a counter and returns it, atomically; a new one is forgotten after so many seconds."""
        script = "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n"
        return int(self._ask("EVAL", script, 1, key, seconds))

    def count(self, key):
        """How far a counter has come; 0 when there is none."""
        return int(self._ask("EVAL", "return tonumber(redis.call('GET', KEYS[1]) or 0)", 1, key))
