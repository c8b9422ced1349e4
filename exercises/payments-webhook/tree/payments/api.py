"""What merchants ask us for."""
from flask import Blueprint, current_app, g, jsonify, request
from sqlalchemy import select, text, update
from sqlalchemy.orm import joinedload

from .auth import merchant_required
from .db import Session
from .models import Payment

bp = Blueprint("api", __name__)

OPEN_PAYMENT = text(
    "INSERT INTO payments (merchant_id, order_ref, amount_cents, status)"
    " VALUES (:merchant_id, :order_ref, :amount_cents, :status) ON CONFLICT DO NOTHING"
)


@bp.post("/payments")
@merchant_required
def create_payment():
    order = request.get_json()
    amount = order.get("amount_cents")
    if not isinstance(amount, int) or amount <= 0:
        return jsonify(error="amount_cents must be a positive number"), 400
    if not order.get("order_ref") or not order.get("card_token"):
        return jsonify(error="order_ref and card_token are needed"), 400
    payment = open_payment(g.merchant_id, order["order_ref"], amount)
    if payment.status != Payment.PENDING or payment.amount_cents != amount:
        return jsonify(error="this order has a payment already"), 409
    reference = current_app.extensions["gateway"].authorise(payment, order["card_token"])
    with Session.begin() as session:
        session.execute(
            update(Payment)
            .where(Payment.id == payment.id, Payment.status == Payment.PENDING)
            .values(reference=reference, status=Payment.AUTHORISED)
        )
    return jsonify(id=payment.id, status=Payment.AUTHORISED), 201


def open_payment(merchant_id, order_ref, amount_cents):
    """The payment of an order: a new one, or the one that an earlier attempt left behind."""
    values = {"merchant_id": merchant_id, "order_ref": order_ref, "amount_cents": amount_cents}
    with Session.begin() as session:
        session.execute(OPEN_PAYMENT, {**values, "status": Payment.PENDING})
    with Session() as session:
        return session.scalars(
            select(Payment)
            .where(Payment.merchant_id == merchant_id, Payment.order_ref == order_ref)
            .options(joinedload(Payment.merchant))
        ).one()
