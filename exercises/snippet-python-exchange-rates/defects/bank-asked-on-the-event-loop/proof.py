"""The bank is slow; other requests must be answered meanwhile."""
import asyncio
import http.server
import os
import threading
import time
import unittest
from decimal import Decimal

from currency import app as currency


class Bank(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(1)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"rate": "0.5"}')

    def log_message(self, *what):
        pass


class Proof(unittest.TestCase):
    def test_the_loop_goes_on(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bank)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        os.environ["BANK_URL"] = "http://127.0.0.1:%d" % server.server_port

        async def longest_pause():
            await asyncio.sleep(0)
            bank, longest = asyncio.ensure_future(currency.rate_of("CHF")), 0
            while not bank.done():
                before = time.monotonic()
                await asyncio.sleep(0.01)
                longest = max(longest, time.monotonic() - before)
            self.assertEqual(bank.result(), Decimal("0.5"))
            return longest

        pause = asyncio.run(longest_pause())
        self.assertLess(pause, 0.7, f"nothing was answered for {pause:.1f} s")


if __name__ == "__main__":
    unittest.main()
