"""Settings, read from the environment once, when the process starts."""
import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    database_url: str
    gateway_url: str
    gateway_key: str
    webhook_secret: str
    orders_url: str

    @classmethod
    def from_env(cls):
        return cls(
            database_url=os.environ["DATABASE_URL"],
            gateway_url=os.environ["GATEWAY_URL"],
            gateway_key=os.environ["GATEWAY_KEY"],
            webhook_secret=os.environ["WEBHOOK_SECRET"],
            orders_url=os.environ["ORDERS_URL"],
        )
