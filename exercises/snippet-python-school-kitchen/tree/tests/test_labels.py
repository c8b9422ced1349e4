import asyncio
import unittest

from kitchen.labels import Kitchen


class School:
    def __init__(self):
        self.printed = []

    async def pupils_of(self, school):
        return ["Ana", "Rui", "Zoe"]

    async def allergies(self, pupil):
        return {"Rui": ["nuts", "egg"]}.get(pupil, [])

    async def print(self, text):
        self.printed.append(text)


class LabelsTest(unittest.TestCase):
    def test_each_pupil_has_a_label(self):
        school = School()

        async def morning():
            count = await Kitchen(school, school).labels("west")
            await asyncio.sleep(0.05)
            return count

        self.assertEqual(asyncio.run(morning()), 3)
        self.assertEqual(school.printed, ["Ana", "Rui\nNO EGG, NUTS", "Zoe"])


if __name__ == "__main__":
    unittest.main()
