"""Gift cards: the tills sell them, the checkout redeems them."""
import logging
import sqlite3
import uuid

from flask import Blueprint, current_app, jsonify, request

log = logging.getLogger(__name__)
api = Blueprint("cards", __name__)

MOST_CENTS = 50000


class NotEnough(Exception):
    pass


def connect():
    db = sqlite3.connect(current_app.config["DATABASE"], timeout=5)
    db.row_factory = sqlite3.Row
    return db


def cents_in(body):
    cents = body.get("cents")
    return cents if type(cents) is int and 0 < cents <= MOST_CENTS else None


@api.errorhandler(sqlite3.Error)
def failed(error):
    number = uuid.uuid4().hex[:8]
    log.error("failure %s", number, exc_info=error)
    return jsonify(error="internal", number=number), 500


@api.post("/cards")
def sell():
    body = request.get_json()
    code, cents = body.get("code"), cents_in(body)
    if not code or cents is None:
        return jsonify(error="code or cents"), 400
    db = connect()
    try:
        with db:
            added = db.execute(
                "INSERT INTO cards (code, cents) VALUES (?, ?) ON CONFLICT (code) DO NOTHING", (code, cents)
            )
        if added.rowcount == 0:
            return jsonify(error="sold already"), 409
        return jsonify(code=code, cents=cents), 201
    finally:
        db.close()


@api.post("/cards/<code>/redeem")
def redeem(code):
    body = request.get_json()
    payment, cents = body.get("payment"), cents_in(body)
    if not payment or cents is None:
        return jsonify(error="payment or cents"), 400
    db = connect()
    try:
        with db:
            booked = db.execute(
                "INSERT INTO redemptions (payment, code, cents) VALUES (?, ?, ?) ON CONFLICT (payment) DO NOTHING",
                (payment, code, cents),
            )
            if booked.rowcount == 1:
                paid = db.execute(
                    "UPDATE cards SET cents = cents - ? WHERE code = ? AND cents >= ?", (cents, code, cents)
                )
                if paid.rowcount == 0:
                    raise NotEnough
        return jsonify(left=db.execute("SELECT cents FROM cards WHERE code = ?", (code,)).fetchone()["cents"])
    except NotEnough:
        return jsonify(error="not enough"), 409
    finally:
        db.close()
