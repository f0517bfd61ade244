"""Sales orders, what they hold of which lots, and goods that come back."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from inventory_app.database.tables.base import Base
from inventory_app.database.types import Id, Key, Money, Quantity, UtcDateTime


class SalesOrder(Base):
    """A customer's order at one location. ``action_id`` is the action that placed it."""

    __tablename__ = "sales_order"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    number: Mapped[str] = mapped_column(Key, unique=True)
    reference: Mapped[str] = mapped_column(Key, default="", server_default="")
    status: Mapped[str] = mapped_column(Text)
    customer_id: Mapped[int | None] = mapped_column(Id, ForeignKey("party.id"), index=True)
    location_id: Mapped[int] = mapped_column(Id, ForeignKey("location.id"), index=True)
    placed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    total: Mapped[Decimal | None] = mapped_column(Money)
    action_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("action_log.id"), index=True)
    __table_args__ = (
        CheckConstraint(
            "status IN ('draft', 'placed', 'partly_shipped', 'shipped', 'closed', 'cancelled')", "status_known"
        ),
        Index("ix_sales_order_reference", "reference", postgresql_where=text("reference <> ''"),
              sqlite_where=text("reference <> ''")),
        {"sqlite_autoincrement": True},
    )  # fmt: skip


class SalesOrderLine(Base):
    """One product of an order. What of it is reserved and shipped stands in its allocations."""

    __tablename__ = "sales_order_line"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    order_id: Mapped[int] = mapped_column(Id, ForeignKey("sales_order.id"))
    line_no: Mapped[int]
    product_id: Mapped[int] = mapped_column(Id, ForeignKey("product.id"), index=True)
    ordered: Mapped[Decimal] = mapped_column(Quantity)
    unit_price: Mapped[Decimal | None] = mapped_column(Money)
    total: Mapped[Decimal | None] = mapped_column(Money)
    __table_args__ = (
        UniqueConstraint("order_id", "line_no"),
        CheckConstraint("ordered > 0", "ordered_positive"),
        CheckConstraint("unit_price >= 0", "unit_price_not_negative"),
    )


class SalesOrderAllocation(Base):
    """What a line holds (reserved) and has taken (shipped) of one lot at the order's location."""

    __tablename__ = "sales_order_allocation"
    line_id: Mapped[int] = mapped_column(Id, ForeignKey("sales_order_line.id"), primary_key=True)
    lot_id: Mapped[int] = mapped_column(Id, ForeignKey("lot.id"), primary_key=True)
    reserved: Mapped[Decimal] = mapped_column(Quantity)
    shipped: Mapped[Decimal] = mapped_column(Quantity)
    __table_args__ = (
        CheckConstraint("reserved >= 0", "reserved_not_negative"),
        CheckConstraint("shipped >= 0", "shipped_not_negative"),
    )


class GoodsReturn(Base):
    """Goods that came back from a customer: a document of its own, with or without the order they left by."""

    __tablename__ = "goods_return"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    number: Mapped[str] = mapped_column(Key, unique=True)
    reference: Mapped[str] = mapped_column(Key, default="", server_default="")
    status: Mapped[str] = mapped_column(Text, default="posted", server_default="posted")
    order_id: Mapped[int | None] = mapped_column(Id, ForeignKey("sales_order.id"), index=True)
    customer_id: Mapped[int | None] = mapped_column(Id, ForeignKey("party.id"))
    location_id: Mapped[int] = mapped_column(Id, ForeignKey("location.id"), index=True)
    returned_at: Mapped[datetime] = mapped_column(UtcDateTime)
    action_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("action_log.id"), index=True)
    __table_args__ = (
        CheckConstraint("status IN ('posted', 'cancelled')", "status_known"),
        Index("ix_goods_return_customer_id", "customer_id", postgresql_where=text("customer_id IS NOT NULL"),
              sqlite_where=text("customer_id IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )  # fmt: skip


class GoodsReturnLine(Base):
    """One product of a return."""

    __tablename__ = "goods_return_line"
    return_id: Mapped[int] = mapped_column(Id, ForeignKey("goods_return.id"), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(Id, ForeignKey("product.id"), index=True)
    lot_id: Mapped[int] = mapped_column(Id, ForeignKey("lot.id"))
    quantity: Mapped[Decimal] = mapped_column(Quantity)
    unit_price: Mapped[Decimal | None] = mapped_column(Money)
    __table_args__ = (CheckConstraint("quantity > 0", "quantity_positive"),)
