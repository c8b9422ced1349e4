"""What merchants ask us for."""
from flask import Blueprint, current_app, g, jsonify, request
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from .auth import merchant_required
from .db import Session
from .models import Merchant, Payment

bp = Blueprint("api", __name__)


@bp.post("/payments")
@merchant_required
def create_payment():
    order = request.get_json()
    amount = order.get("amount_cents")
    if not isinstance(amount, int) or amount <= 0 or not order.get("order_ref") or not order.get("card_token"):
        return jsonify(error="order_ref, card_token and a positive amount_cents are needed"), 400
    payment = Payment(merchant_id=g.merchant_id, order_ref=order["order_ref"], amount_cents=amount)
    try:
        with Session.begin() as session:
            session.add(payment)
            session.flush()
            payment_id = payment.id
            account = session.scalar(select(Merchant.gateway_account).where(Merchant.id == g.merchant_id))
    except IntegrityError:
        return jsonify(error="this order has a payment already"), 409
    reference = current_app.extensions["gateway"].authorise(payment_id, amount, order["card_token"], account)
    with Session.begin() as session:
        session.execute(
            update(Payment)
            .where(Payment.id == payment_id, Payment.status == Payment.PENDING)
            .values(reference=reference, status=Payment.AUTHORISED)
        )
    return jsonify(id=payment_id, status=Payment.AUTHORISED), 201
