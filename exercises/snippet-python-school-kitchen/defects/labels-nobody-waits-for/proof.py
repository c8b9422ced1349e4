"""The printer is out of paper: the cook has to hear of it."""
import asyncio
import logging
import unittest

from kitchen.labels import Kitchen

logging.disable(logging.CRITICAL)


class Office:
    """Knows who eats what, and may be down or slow."""

    def __init__(self, pupils, pause=0, fails=()):
        self.pupils, self.pause, self.fails = pupils, pause, fails
        self.now = self.most = 0

    async def pupils_of(self, school):
        return self.pupils

    async def allergies(self, pupil):
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(self.pause)
        self.now -= 1
        if pupil in self.fails:
            raise OSError("the office does not answer")
        return ["nuts"]


class Printer:
    def __init__(self, fails=False):
        self.printed, self.fails = [], fails

    async def print(self, text):
        await asyncio.sleep(0.01)
        if self.fails:
            raise OSError("out of paper")
        self.printed.append(text)


class Proof(unittest.TestCase):
    def test_a_label_that_is_not_printed_is_told(self):
        office = Office(["Ana", "Rui"])
        with self.assertRaises(OSError, msg="two labels were printed, says the screen"):
            asyncio.run(Kitchen(office, Printer(fails=True)).labels("west"))


if __name__ == "__main__":
    unittest.main()
