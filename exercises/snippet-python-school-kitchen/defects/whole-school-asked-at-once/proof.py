"""Two hundred pupils: how many questions does the office get at the same time?"""
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
    def test_a_dozen_questions_at_a_time(self):
        office, printer = Office([f"pupil {n}" for n in range(200)], pause=0.005), Printer()
        printer.print = lambda text: asyncio.sleep(0)
        asyncio.run(Kitchen(office, printer).labels("west"))
        self.assertLessEqual(office.most, 12, "questions at the same time")


if __name__ == "__main__":
    unittest.main()
