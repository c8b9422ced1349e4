"""Prints a label for each meal."""
import asyncio
import logging

log = logging.getLogger(__name__)

AT_A_TIME = 10
LONGEST = 40


def label(pupil, allergies):
    lines = [pupil[:LONGEST]]
    if allergies:
        lines.append("NO " + ", ".join(sorted(allergies)).upper())
    return "\n".join(lines)


class Kitchen:
    def __init__(self, office, printer):
        self.office = office
        self.printer = printer

    async def allergies(self, pupil):
        try:
            return await self.office.allergies(pupil)
        except OSError:
            log.exception("the allergies of a pupil are not known")
            raise

    async def texts(self, pupils):
        places = asyncio.Semaphore(AT_A_TIME)

        async def text(pupil):
            async with places:
                return label(pupil, await self.allergies(pupil))

        tasks = [asyncio.create_task(text(pupil)) for pupil in pupils]
        try:
            return await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()

    async def labels(self, school):
        """Nothing is printed before the allergies of all are known."""
        texts = await self.texts(await self.office.pupils_of(school))
        for text in texts:
            await self.printer.print(text)
        return len(texts)
