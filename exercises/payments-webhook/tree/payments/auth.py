"""Merchants sign in with an API key, of which we keep the hash."""
import hashlib
from functools import wraps

from flask import g, jsonify, request
from sqlalchemy import select

from .db import Session
from .models import Merchant


def merchant_required(view):
    """Puts the id of the merchant that asks into `g.merchant_id`."""

    @wraps(view)
    def guarded(*args, **kwargs):
        digest = hashlib.sha256(request.headers.get("Api-Key", "").encode()).hexdigest()
        with Session() as session:
            g.merchant_id = session.scalar(select(Merchant.id).where(Merchant.api_key_sha256 == digest))
        if g.merchant_id is None:
            return jsonify(error="unknown API key"), 401
        return view(*args, **kwargs)

    return guarded
