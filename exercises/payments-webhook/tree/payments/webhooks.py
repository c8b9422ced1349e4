"""Webhooks of the payment gateway: what happened to a payment."""
import hashlib
import hmac
import logging
from decimal import Decimal

from flask import Blueprint, current_app, jsonify, request
from sqlalchemy import select, text, update
from sqlalchemy.orm import joinedload

from .db import Session
from .gateway import GatewayError
from .metrics import count
from .models import Merchant, Notification, Payment, Settlement, now

log = logging.getLogger(__name__)
bp = Blueprint("webhooks", __name__)

RECORD_EVENT = text(
    "INSERT INTO webhook_events (event_id, type, received_at)"
    " VALUES (:id, :type, :now) ON CONFLICT DO NOTHING"
)
QUEUE_NOTIFICATION = text(
    "INSERT INTO notifications (payment_id, topic, state, queued_at, due_at, tries)"
    " VALUES (:payment_id, 'captured', :state, :now, :now, 0) ON CONFLICT DO NOTHING"
)


class UnknownPayment(Exception):
    """The event is about a payment that we do not have, or not yet."""


@bp.post("/webhooks/gateway")
def receive():
    if not signed_by_gateway():
        return jsonify(error="bad signature"), 401
    event = request.get_json()
    log.info("event %s: %s, payment %s", event["id"], event["type"], event["data"].get("payment"))
    try:
        if event["type"] == "payment.authorized":
            outcome = capture_payment(event)
        elif event["type"] == "payment.settled":
            outcome = credit_merchant(event)
        else:
            outcome = "ignored"
    except UnknownPayment:
        log.warning("event %s is about an unknown payment", event["id"])
        count("webhook.unknown_payment")
        return jsonify(error="unknown payment"), 404
    except GatewayError:
        log.exception("event %s: the payment was not captured", event["id"])
        count("webhook.capture_failed")
        return jsonify(error="not captured"), 503
    return jsonify(status=outcome)


def signed_by_gateway():
    secret = current_app.extensions["settings"].webhook_secret
    expected = hmac.new(secret.encode(), request.get_data(), hashlib.sha256).hexdigest()
    given = request.headers.get("Gateway-Signature", "")
    return hmac.compare_digest(expected.encode(), given.encode())


def capture_payment(event):
    gateway = current_app.extensions["gateway"]
    with Session() as session:
        payment = find_payment(session, event["data"]["payment"])
    if payment.status != Payment.AUTHORISED:
        return "ignored"
    gateway.capture(payment)
    with Session.begin() as session:
        session.execute(
            update(Payment)
            .where(Payment.id == payment.id, Payment.status == Payment.AUTHORISED)
            .values(status=Payment.CAPTURED)
        )
        values = {"payment_id": payment.id, "state": Notification.PENDING, "now": now()}
        session.execute(QUEUE_NOTIFICATION, values)
    return "captured"


def credit_merchant(event):
    data = event["data"]
    gross, fee = to_cents(data["gross"]), to_cents(data["fee"])
    with Session.begin() as session:
        payment = find_payment(session, data["payment"])
        values = {"id": event["id"], "type": event["type"], "now": now()}
        if session.execute(RECORD_EVENT, values).rowcount == 0:
            return "duplicate"
        session.execute(
            update(Merchant)
            .where(Merchant.id == payment.merchant_id)
            .values(balance_cents=Merchant.balance_cents + gross - fee)
        )
        session.add(
            Settlement(
                merchant_id=payment.merchant_id, payment_id=payment.id, gross_cents=gross, fee_cents=fee
            )
        )
    return "credited"


def find_payment(session, reference):
    payment = session.scalars(
        select(Payment).where(Payment.reference == reference).options(joinedload(Payment.merchant))
    ).one_or_none()
    if payment is None:
        raise UnknownPayment(reference)
    return payment


def to_cents(amount):
    """The gateway writes amounts as "12.50"."""
    return int(Decimal(amount) * 100)
