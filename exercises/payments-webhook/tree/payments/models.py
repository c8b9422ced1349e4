"""The tables. Amounts are euro cents, times are seconds since 1970 in UTC."""
import time

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import relationship

from .db import Base


def now():
    return int(time.time())


class Merchant(Base):
    __tablename__ = "merchants"

    id = Column(Integer, primary_key=True)
    name = Column(String(120), nullable=False)
    api_key_sha256 = Column(String(64), nullable=False, unique=True)
    gateway_account = Column(String(64), nullable=False)
    balance_cents = Column(BigInteger, nullable=False, default=0)


class Payment(Base):
    __tablename__ = "payments"
    __table_args__ = (UniqueConstraint("merchant_id", "order_ref"),)

    PENDING = "pending"
    AUTHORISED = "authorised"
    CAPTURED = "captured"

    id = Column(Integer, primary_key=True)
    merchant_id = Column(ForeignKey("merchants.id"), nullable=False)
    order_ref = Column(String(64), nullable=False)
    amount_cents = Column(BigInteger, nullable=False)
    status = Column(String(16), nullable=False, default=PENDING)
    reference = Column(String(64), unique=True)

    merchant = relationship(Merchant)


class WebhookEvent(Base):
    __tablename__ = "webhook_events"

    event_id = Column(String(64), primary_key=True)
    type = Column(String(32), nullable=False)
    received_at = Column(BigInteger, nullable=False)


class Settlement(Base):
    """Money of a payment that has reached us, in whole or in part."""

    __tablename__ = "settlements"
    __table_args__ = (Index("ix_settlements_merchant", "merchant_id", "id"),)

    id = Column(Integer, primary_key=True)
    merchant_id = Column(ForeignKey("merchants.id"), nullable=False)
    payment_id = Column(ForeignKey("payments.id"), nullable=False)
    gross_cents = Column(BigInteger, nullable=False)
    fee_cents = Column(BigInteger, nullable=False)
    settled_at = Column(BigInteger, nullable=False, default=now)

    payment = relationship(Payment)


class Notification(Base):
    """A message that is to be sent to orders, see notifier.py."""

    __tablename__ = "notifications"
    __table_args__ = (
        UniqueConstraint("payment_id", "topic"),
        Index("ix_notifications_due", "state", "due_at"),
    )

    PENDING = "pending"
    SENT = "sent"
    DEAD = "dead"

    id = Column(Integer, primary_key=True)
    payment_id = Column(ForeignKey("payments.id"), nullable=False)
    topic = Column(String(32), nullable=False)
    state = Column(String(16), nullable=False)
    queued_at = Column(BigInteger, nullable=False)
    due_at = Column(BigInteger, nullable=False)
    tries = Column(Integer, nullable=False, default=0)

    payment = relationship(Payment)
