"""What we answer."""
from typing import List, Optional

from pydantic import BaseModel


class LineOut(BaseModel):
    title: str
    quantity: int
    price: int


class OrderSummary(BaseModel):
    number: str
    status: str
    customer: str
    total: int
    placed_at: int


class OrderOut(OrderSummary):
    lines: List[LineOut]


class SearchPage(BaseModel):
    orders: List[OrderSummary]
    next: Optional[str]


class ParcelOut(BaseModel):
    state: str
    place: Optional[str]
