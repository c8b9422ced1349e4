import asyncio
import unittest

from kitchen.labels import Kitchen


class School:
    def __init__(self):
        self.tray = asyncio.Queue()

    async def pupils_of(self, school):
        return ["Ana", "Rui", "Zoe"]

    async def allergies(self, pupil):
        return {"Rui": ["nuts", "egg"]}.get(pupil, [])

    async def print(self, text):
        await self.tray.put(text)


class LabelsTest(unittest.IsolatedAsyncioTestCase):
    async def test_each_pupil_has_a_label(self):
        school = School()
        self.assertEqual(await Kitchen(school, school).labels("west"), 3)
        labels = [await asyncio.wait_for(school.tray.get(), 5) for _ in range(3)]
        self.assertEqual(labels, ["Ana", "Rui\nNO EGG, NUTS", "Zoe"])


if __name__ == "__main__":
    unittest.main()
