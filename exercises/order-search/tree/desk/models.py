"""The tables. Amounts are euro cents, times are seconds since 1970 in UTC."""
from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String
from sqlalchemy.orm import relationship

from .db import Base

Id = BigInteger().with_variant(Integer, "sqlite")


class Agent(Base):
    __tablename__ = "agents"

    id = Column(Id, primary_key=True)
    shop_id = Column(BigInteger, nullable=False)
    name = Column(String(120), nullable=False)
    token_sha256 = Column(String(64), nullable=False, unique=True)


class Customer(Base):
    __tablename__ = "customers"

    id = Column(Id, primary_key=True)
    name = Column(String(120), nullable=False)
    email = Column(String(200), nullable=False)  # as the customer typed it
    email_key = Column(String(200), nullable=False, unique=True)  # the same in lower case


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (
        Index("ix_orders_shop", "shop_id", "placed_at", "id"),
        Index("ix_orders_shop_status", "shop_id", "status", "placed_at", "id"),
    )

    id = Column(Id, primary_key=True)
    number = Column(String(20), nullable=False, unique=True)
    shop_id = Column(BigInteger, nullable=False)
    customer_id = Column(ForeignKey("customers.id"), nullable=False, index=True)
    status = Column(String(16), nullable=False)
    total_cents = Column(BigInteger, nullable=False)
    placed_at = Column(BigInteger, nullable=False)
    tracking_code = Column(String(40))

    customer = relationship(Customer)
    lines = relationship("OrderLine", order_by="OrderLine.id")


class OrderLine(Base):
    __tablename__ = "order_lines"

    id = Column(Id, primary_key=True)
    order_id = Column(ForeignKey("orders.id"), nullable=False, index=True)
    title = Column(String(200), nullable=False)
    quantity = Column(Integer, nullable=False)
    price_cents = Column(BigInteger, nullable=False)
