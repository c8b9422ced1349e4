"""The nightly job that renews subscriptions."""
import logging

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from .models import Subscription, a_month_after

log = logging.getLogger(__name__)


class Refused(Exception):
    """The bank says no."""


def due(session, today):
    """What ends today or has ended, as plain values."""
    found = session.scalars(
        select(Subscription)
        .where(Subscription.paid_until <= today, Subscription.refused_on.is_(None))
        .options(joinedload(Subscription.customer))
        .order_by(Subscription.id)
    )
    return [(each.id, each.customer.card, each.cents, each.paid_until) for each in found]


def renew(engine, charge, number, card, cents, paid_until, today):
    try:
        charge(f"{number}-{paid_until}", card, cents)
        change = {"paid_until": a_month_after(paid_until)}
    except Refused:
        log.info("subscription %d: refused", number)
        change = {"refused_on": today}
    with Session(engine) as session, session.begin():
        session.execute(
            update(Subscription)
            .where(Subscription.id == number, Subscription.paid_until == paid_until)
            .values(**change)
        )
    return "paid_until" in change


def run(engine, charge, today):
    """Renews what is due, and answers how many it renewed and how many failed."""
    with Session(engine) as session:
        waiting = due(session, today)
    renewed = failed = 0
    for number, card, cents, paid_until in waiting:
        try:
            renewed += renew(engine, charge, number, card, cents, paid_until, today)
        except Exception:
            log.exception("subscription %d is not renewed", number)
            failed += 1
    log.info("%d due, %d renewed, %d failed", len(waiting), renewed, failed)
    return renewed, failed
