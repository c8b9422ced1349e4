"""orders accepts the connection and never answers: the notifier must give up and go on to the next message.

Every time limit that the code sets, whatever it is, is cut short here, so that the proof need not sit it out.
A call without one waits on.
"""
import os
import socket
import threading
import unittest
from unittest import mock

from payments import notifier
from payments.models import Notification, Payment

set_timeout = socket.socket.settimeout


def set_short_timeout(sock, seconds):
    set_timeout(sock, seconds if seconds is None else min(seconds, 0.2))


class Proof(unittest.TestCase):
    def test_the_notifier_gives_up_on_a_peer_that_never_answers(self):
        os.environ["NO_PROXY"] = "127.0.0.1"
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        payment = Payment(id=1, order_ref="order-1", amount_cents=2500)
        notification = Notification(id=1, payment=payment)
        raised = []

        def tell():
            try:
                notifier.tell_orders(f"http://127.0.0.1:{listener.getsockname()[1]}", notification)
            except Exception as error:
                raised.append(error)

        with mock.patch.object(socket.socket, "settimeout", set_short_timeout):
            worker = threading.Thread(target=tell, daemon=True)
            worker.start()
            worker.join(2)
        self.assertFalse(worker.is_alive(), "the call still waits for an answer that never comes")
        self.assertEqual(len(raised), 1)


if __name__ == "__main__":
    unittest.main()
