"""What the worker's neighbours promise."""
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Message:
    id: str
    body: bytes
    attempts: int  # how often it has been delivered, this time included


class Queue(Protocol):
    def done(self, message: Message) -> None:
        """It does not come again."""

    def later(self, message: Message, seconds: int) -> None:
        """It comes again after so many seconds."""

    def park(self, message: Message, reason: str) -> None:
        """A person looks at it."""

    def waiting(self, machine: str) -> int:
        """How many messages of a machine are there."""
