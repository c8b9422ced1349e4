"""Finding orders without their number: page by page for the desk, all of them for a spreadsheet."""
from enum import Enum
from typing import Optional

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse
from sqlalchemy import select
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
        placed_at, order_id = map(int, after.split("-"))
        query = query.where(Order.placed_at <= placed_at, (Order.placed_at < placed_at) | (Order.id < order_id))
    with Session() as session:
        found = session.scalars(query.limit(limit + 1)).all()
        page = found[:limit]
        orders = [
            OrderSummary(
                number=order.number,
                status=order.status,
                customer=order.customer.name,
                total=order.total_cents,
                placed_at=order.placed_at,
            )
            for order in page
        ]
    following = f"{page[-1].placed_at}-{page[-1].id}" if len(found) > limit else None
    return SearchPage(orders=orders, next=following)


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
        yield "".join(
            f"{order.number},{order.status},{order.total_cents},{order.placed_at}\r\n" for order in batch
        )
        placed_at, order_id = batch[-1].placed_at, batch[-1].id
        older = Order.placed_at <= placed_at, (Order.placed_at < placed_at) | (Order.id < order_id)
        batch = read_batch(query.where(*older))


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
