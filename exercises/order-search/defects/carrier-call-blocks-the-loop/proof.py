"""While the carrier takes its time over one parcel, other requests must be answered."""
import asyncio
import os
import socket
import threading
import time
import unittest
from types import SimpleNamespace

import httpx

from desk.parcels import Carrier
from tests.support import ServiceTest

ANSWER = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\n\r\n{"state":"delivered"}'


def answer_slowly(listener, seconds):
    connection, _ = listener.accept()
    with connection:
        connection.recv(65536)
        time.sleep(seconds)
        connection.sendall(ANSWER)


class Proof(ServiceTest):
    def test_the_loop_goes_on_while_the_carrier_thinks(self):
        os.environ["NO_PROXY"] = "127.0.0.1"
        self.add_order("M-1", status="shipped", tracking_code="JX-1")
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        threading.Thread(target=answer_slowly, args=(listener, 1.5), daemon=True).start()
        waits = SimpleNamespace(longest=0.0, done=False)

        async def heartbeat():
            while not waits.done:
                started = time.monotonic()
                await asyncio.sleep(0.01)
                waits.longest = max(waits.longest, time.monotonic() - started)

        async def ask():
            self.app.state.carrier = Carrier(f"http://127.0.0.1:{listener.getsockname()[1]}", "key")
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
                beat = asyncio.create_task(heartbeat())
                response = await client.get("/orders/M-1/parcel", headers={"Desk-Token": "tea"})
                waits.done = True
                await beat
                return response

        response = asyncio.run(ask())
        self.assertEqual(response.json()["state"], "delivered")
        self.assertLess(waits.longest, 1.2, "the event loop stood still")


if __name__ == "__main__":
    unittest.main()
