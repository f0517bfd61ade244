"""Purchase orders: what is on its way to us."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from inventory_app.database.tables.base import Base
from inventory_app.database.types import Id, Key, Money, Quantity, UtcDateTime


class PurchaseOrder(Base):
    """An order to a supplier for one location."""

    __tablename__ = "purchase_order"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    number: Mapped[str] = mapped_column(Key, unique=True)
    reference: Mapped[str] = mapped_column(Key, default="", server_default="")
    status: Mapped[str] = mapped_column(Text)
    supplier_id: Mapped[int] = mapped_column(Id, ForeignKey("party.id"), index=True)
    location_id: Mapped[int] = mapped_column(Id, ForeignKey("location.id"), index=True)
    ordered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expected_on: Mapped[date | None]
    action_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("action_log.id"), index=True)
    __table_args__ = (
        CheckConstraint("status IN ('draft', 'ordered', 'partly_received', 'received', 'cancelled')", "status_known"),
        Index("ix_purchase_order_reference", "reference", postgresql_where=text("reference <> ''"),
              sqlite_where=text("reference <> ''")),
        {"sqlite_autoincrement": True},
    )  # fmt: skip


class PurchaseOrderLine(Base):
    """One product of a purchase order."""

    __tablename__ = "purchase_order_line"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    order_id: Mapped[int] = mapped_column(Id, ForeignKey("purchase_order.id"))
    line_no: Mapped[int]
    product_id: Mapped[int] = mapped_column(Id, ForeignKey("product.id"), index=True)
    ordered: Mapped[Decimal] = mapped_column(Quantity)
    received: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(0), server_default=text("0"))
    unit_cost: Mapped[Decimal | None] = mapped_column(Money)
    __table_args__ = (
        UniqueConstraint("order_id", "line_no"),
        CheckConstraint("ordered > 0", "ordered_positive"),
        CheckConstraint("received >= 0", "received_not_negative"),
    )
