"""Settings, read from the environment once, when the process starts."""
import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    database_url: str
    carrier_url: str
    carrier_key: str

    @classmethod
    def from_env(cls):
        return cls(
            database_url=os.environ["DATABASE_URL"],
            carrier_url=os.environ["CARRIER_URL"],
            carrier_key=os.environ["CARRIER_KEY"],
        )
