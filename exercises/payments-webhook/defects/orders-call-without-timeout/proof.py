"""orders accepts the connection and never answers: the notifier must give up and go on to the next message."""
import os
import socket
import threading
import unittest

from payments import notifier
from payments.models import Notification, Payment


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

        worker = threading.Thread(target=tell, daemon=True)
        worker.start()
        worker.join(2.3)
        self.assertFalse(worker.is_alive(), "the call still waits for an answer that never comes")
        self.assertEqual(len(raised), 1)


if __name__ == "__main__":
    unittest.main()
