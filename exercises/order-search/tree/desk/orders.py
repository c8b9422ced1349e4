"""One order."""
from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from .auth import current_agent
from .db import Session
from .models import Agent, Order
from .schemas import LineOut, OrderOut

router = APIRouter()


@router.get("/orders/{number}", response_model=OrderOut)
def get_order(number: str, agent: Agent = Depends(current_agent)):
    with Session() as session:
        order = session.scalar(
            select(Order)
            .where(Order.number == number, Order.shop_id == agent.shop_id)
            .options(joinedload(Order.customer), selectinload(Order.lines))
        )
    if order is None:
        raise HTTPException(404, "no such order")
    return OrderOut(
        number=order.number,
        status=order.status,
        customer=order.customer.name,
        total=order.total_cents,
        placed_at=order.placed_at,
        lines=[
            LineOut(title=line.title, quantity=line.quantity, price=line.price_cents) for line in order.lines
        ],
    )
