"""What has been settled: the lines behind a merchant's balance."""
from flask import Blueprint, g, jsonify, request
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from .auth import merchant_required
from .db import Session
from .models import Settlement

bp = Blueprint("settlements", __name__)


@bp.get("/settlements")
@merchant_required
def list_settlements():
    after = request.args.get("after", 0, type=int)
    limit = min(max(request.args.get("limit", 50, type=int), 1), 200)
    with Session() as session:
        page = session.scalars(
            select(Settlement)
            .where(Settlement.merchant_id == g.merchant_id, Settlement.id > after)
            .options(selectinload(Settlement.payment))
            .order_by(Settlement.id)
            .limit(limit)
        ).all()
        items = [
            {
                "id": settlement.id,
                "order_ref": settlement.payment.order_ref,
                "gross_cents": settlement.gross_cents,
                "fee_cents": settlement.fee_cents,
                "settled_at": settlement.settled_at,
            }
            for settlement in page
        ]
    return jsonify(items=items, next=items[-1]["id"] if len(items) == limit else None)
