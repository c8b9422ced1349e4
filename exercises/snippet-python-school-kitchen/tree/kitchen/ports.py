"""What the kitchen is connected with."""
from typing import Protocol


class Office(Protocol):
    async def pupils_of(self, school: str) -> list[str]:
        """The pupils who eat today, in the order of the tables; we know them since the evening before."""

    async def allergies(self, pupil: str) -> list[str]:
        """What a pupil must not eat; empty when everything is fine. Raises OSError when there is no answer."""


class Printer(Protocol):
    async def print(self, text: str) -> None:
        """Returns when the label is printed. Raises OSError when it is not."""
