"""Finding orders without their number: page by page for the desk, all of them for a spreadsheet."""
from enum import Enum
from typing import Optional

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse
from sqlalchemy import select, tuple_
from sqlalchemy.orm import joinedload

from .auth import current_agent
from .db import Session
from .models import Agent, Customer, Order
from .schemas import OrderSummary, SearchPage

BATCH = 500
HEADER = "number,status,total,placed_at\r\n"

router = APIRouter()


class Status(str, Enum):
    PAID = "paid"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    RETURNED = "returned"


@router.get("/search", response_model=SearchPage)
def search(
    email: Optional[str] = None,
    status: Optional[Status] = None,
    after: Optional[str] = Query(None, regex=r"^\d{1,12}-\d{1,12}$"),
    limit: int = Query(50, ge=1, le=200),
    agent: Agent = Depends(current_agent),
):
    query = matching(agent.shop_id, email, status).options(joinedload(Order.customer))
    if after:
        query = older_than(query, after)
    with Session() as session:
        found = session.scalars(query.limit(limit + 1)).all()
        orders = [
            OrderSummary(
                number=order.number,
                status=order.status,
                customer=order.customer.name,
                total=order.total_cents,
                placed_at=order.placed_at,
            )
            for order in found[:limit]
        ]
    return SearchPage(orders=orders, next=position(found[limit - 1]) if len(found) > limit else None)


@router.get("/export")
def export(
    email: Optional[str] = None,
    status: Optional[Status] = None,
    agent: Agent = Depends(current_agent),
):
    return StreamingResponse(csv_lines(matching(agent.shop_id, email, status)), media_type="text/csv")


def csv_lines(query):
    yield HEADER
    batch = read_batch(query)
    while batch:
        for order in batch:
            yield f"{order.number},{order.status},{order.total_cents},{order.placed_at}\r\n"
        batch = read_batch(older_than(query, position(batch[-1])))


def read_batch(query):
    with Session() as session:
        return session.scalars(query.limit(BATCH)).all()


def matching(shop_id, email, status):
    """The shop's orders that fit, newest first."""
    query = select(Order).where(Order.shop_id == shop_id)
    if email:
        query = query.join(Order.customer).where(Customer.email_key == email.strip().lower())
    if status:
        query = query.where(Order.status == status.value)
    return query.order_by(Order.placed_at.desc(), Order.id.desc())


def position(order):
    return f"{order.placed_at}-{order.id}"


def older_than(query, place):
    """What comes behind a place in the list, however many orders came in since."""
    placed_at, order_id = place.split("-")
    return query.where(tuple_(Order.placed_at, Order.id) < tuple_(int(placed_at), int(order_id)))
