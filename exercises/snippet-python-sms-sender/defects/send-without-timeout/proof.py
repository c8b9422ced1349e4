"""Pigeon takes a connection and says nothing: the caller must come back."""
import http.server
import logging
import os
import threading
import time
import unittest

import requests

from sms import pigeon


class Provider(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.server.take(self.headers.get("Idempotency-Key"), body)
        if status is None:
            self.close_connection = True
            return
        self.send_response(status)
        self.end_headers()
        self.wfile.write(b'{"id": "m1"}')

    def log_message(self, *what):
        pass


class Case(unittest.TestCase):
    def provider(self, take):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Provider)
        server.daemon_threads = True
        server.take = take
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        os.environ["PIGEON_KEY"] = "k"
        pigeon.URL = "http://127.0.0.1:%d/v1/messages" % server.server_port


class Proof(Case):
    def test_a_silent_provider_does_not_hold_the_worker(self):
        done = threading.Event()
        self.provider(lambda key, body: done.wait(60))
        pigeon.TIMEOUT, pigeon.ATTEMPTS = (0.3, 0.3), 1
        logging.disable(logging.CRITICAL)

        def send():
            try:
                pigeon.send("+351900000123", "hello")
            except Exception:
                pass
            returned.set()

        returned = threading.Event()
        threading.Thread(target=send, daemon=True).start()
        self.assertTrue(returned.wait(8), "the worker still waits for Pigeon after eight seconds")
        done.set()


if __name__ == "__main__":
    unittest.main()
