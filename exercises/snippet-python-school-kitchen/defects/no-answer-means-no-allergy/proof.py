"""The office does not answer for one child: no label of that child may look harmless."""
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
    def test_not_known_is_not_harmless(self):
        office, printer = Office(["Ana", "Rui"], fails=("Rui",)), Printer()

        async def morning():
            try:
                await Kitchen(office, printer).labels("west")
            except Exception:
                pass
            await asyncio.sleep(0.2)

        asyncio.run(morning())
        self.assertNotIn("Rui", printer.printed)


if __name__ == "__main__":
    unittest.main()
