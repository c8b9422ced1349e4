"""Tells orders about captured payments: one process, `python3 -m payments.notifier`, kept up by systemd."""
import logging
import time

import requests
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from .config import Settings
from .db import Session, connect
from .metrics import count
from .models import Notification, now

log = logging.getLogger(__name__)

BATCH = 20
RETRY_SECONDS = 60
GIVE_UP_TRIES = 7 * 24 * 60


def tell_orders(orders_url, notification):
    payment = notification.payment
    response = requests.post(
        f"{orders_url}/payments/captured",
        json={"order_ref": payment.order_ref, "amount_cents": payment.amount_cents},
        headers={"Idempotency-Key": f"notification-{notification.id}"},
        timeout=(0.5, 1),
    )
    response.raise_for_status()


def run_once(orders_url):
    """Sends what is due, at most a batch; returns how many it tried."""
    with Session() as session:
        batch = session.scalars(
            select(Notification)
            .where(Notification.state == Notification.PENDING, Notification.due_at <= now())
            .options(joinedload(Notification.payment))
            .order_by(Notification.due_at)
            .limit(BATCH)
        ).all()
    for notification in batch:
        try:
            tell_orders(orders_url, notification)
            notification.state = Notification.SENT
        except Exception:
            log.exception("orders was not told about %s", notification.payment.order_ref)
            count("notification.failed")
            put_off(notification)
    with Session.begin() as session:
        session.add_all(batch)
    return len(batch)


def put_off(notification):
    notification.due_at = now() + RETRY_SECONDS
    notification.tries += 1
    if notification.tries >= GIVE_UP_TRIES:
        notification.state = Notification.DEAD
        count("notification.dead")


def main():
    logging.basicConfig(level=logging.INFO)
    settings = Settings.from_env()
    connect(settings.database_url)
    while True:
        if run_once(settings.orders_url) == 0:
            time.sleep(1)


if __name__ == "__main__":
    main()
