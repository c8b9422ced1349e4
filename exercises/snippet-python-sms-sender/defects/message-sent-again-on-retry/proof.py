"""Pigeon takes the message, and its answer is lost: the next attempt must not send another one."""
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
    def test_a_lost_answer_sends_one_message(self):
        logging.disable(logging.CRITICAL)
        taken = []

        def take(key, body):
            if key is None or key not in taken:
                taken.append(key)
                return None
            return 202

        self.provider(take)
        pigeon._pause = lambda attempt: None
        try:
            pigeon.send("+351900000123", "hello")
        except pigeon.NotSent:
            pass
        self.assertEqual(len(taken), 1, f"{len(taken)} messages were sent")


if __name__ == "__main__":
    unittest.main()
