import unittest
from types import SimpleNamespace
from unittest import mock

from sms import pigeon


def answer(status, **body):
    return SimpleNamespace(status_code=status, json=lambda: body)


@mock.patch.dict("os.environ", PIGEON_KEY="k")
@mock.patch("sms.pigeon._pause")
class PigeonTest(unittest.TestCase):
    def test_a_message_is_sent(self, pause):
        with mock.patch("requests.post", return_value=answer(202, id="m1")) as post:
            self.assertEqual(pigeon.send("+351900000123", "hello"), "m1")
        self.assertEqual(post.call_args.kwargs["json"]["to"], "+351900000123")

    def test_a_busy_provider_is_asked_again(self, pause):
        with mock.patch("requests.post", side_effect=[answer(503), answer(202, id="m1")]):
            self.assertEqual(pigeon.send("+351900000123", "hello"), "m1")

    def test_a_refusal_is_final(self, pause):
        with mock.patch("requests.post", return_value=answer(400)) as post:
            self.assertRaises(pigeon.NotSent, pigeon.send, "+351900000123", "hello")
        self.assertEqual(post.call_count, 1)
