"""Invoices of the tenant who calls."""
import sqlite3

from flask import Blueprint, abort, current_app, g, jsonify, request

api = Blueprint("invoices", __name__)

MOST = 100
ORDERS = {"newest": "number DESC", "customer": "customer, number", "due": "due, number"}


def connect():
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"])
        g.db.row_factory = sqlite3.Row
    return g.db


@api.teardown_app_request
def disconnect(_):
    db = g.pop("db", None)
    if db is not None:
        db.close()


def invoice(row):
    return {"number": row["number"], "customer": row["customer"], "cents": row["cents"], "due": row["due"]}


@api.get("/invoices")
def listed():
    order = ORDERS.get(request.args.get("sort", "newest"))
    if order is None:
        abort(400, "sort")
    limit = request.args.get("limit", 50, type=int)
    if not 0 < limit <= MOST:
        abort(400, "limit")
    conditions, values = ["tenant = ?"], [g.tenant]
    if "customer" in request.args:
        conditions.append("customer = ?")
        values.append(request.args["customer"])
    where = " AND ".join(conditions)
    rows = connect().execute(f"SELECT * FROM invoices WHERE {where} ORDER BY {order} LIMIT ?", (*values, limit))
    return jsonify([invoice(row) for row in rows])


@api.get("/invoices/<int:number>")
def opened(number):
    db = connect()
    row = db.execute("SELECT * FROM invoices WHERE number = ? AND tenant = ?", (number, g.tenant)).fetchone()
    if row is None:
        abort(404)
    lines = db.execute("SELECT text, cents FROM invoice_lines WHERE invoice = ?", (number,))
    return jsonify({**invoice(row), "lines": [dict(line) for line in lines]})
