"""Where things are: locations, lots, levels and the ledger of moves that they are the sum of."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from inventory_app.database.tables.base import Base
from inventory_app.database.types import Id, Key, Money, Quantity, UtcDateTime


class Location(Base):
    """A place. ``path`` joins the codes from the root; ``may_go_negative`` follows from ``negative_stock``."""

    __tablename__ = "location"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    path: Mapped[str] = mapped_column(Key, unique=True)
    code: Mapped[str] = mapped_column(Key)
    name: Mapped[str] = mapped_column(Text, default="", server_default="")
    kind: Mapped[str] = mapped_column(Text, default="storage", server_default="storage")
    parent_id: Mapped[int | None] = mapped_column(Id, ForeignKey("location.id"))
    negative_stock: Mapped[str] = mapped_column(Text, default="block", server_default="block")
    may_go_negative: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    action_id: Mapped[UUID | None] = mapped_column(Uuid)
    __table_args__ = (
        UniqueConstraint("id", "may_go_negative"),
        UniqueConstraint("parent_id", "code"),
        CheckConstraint("kind IN ('storage', 'supplier', 'customer', 'transit', 'adjustment')", "kind_known"),
        CheckConstraint("negative_stock IN ('block', 'warn', 'allow')", "negative_stock_known"),
        CheckConstraint("may_go_negative = (negative_stock <> 'block')", "policy_agrees"),
        CheckConstraint("length(code) BETWEEN 1 AND 1000", "code_length"),
        {"sqlite_autoincrement": True},
    )


class Lot(Base):
    """A batch or a single piece of a product. Row 0 means “no lot” and has no product."""

    __tablename__ = "lot"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    product_id: Mapped[int | None] = mapped_column(Id, ForeignKey("product.id"))
    lot_number: Mapped[str] = mapped_column(Key, default="", server_default="")
    serial: Mapped[str] = mapped_column(Key, default="", server_default="")
    is_serial: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    expires_on: Mapped[date | None]
    __table_args__ = (
        UniqueConstraint("product_id", "lot_number", "serial"),
        UniqueConstraint("id", "is_serial"),
        CheckConstraint("is_serial = (serial <> '')", "serial_agrees"),
        CheckConstraint("(id = 0) = (product_id IS NULL)", "only_no_lot_has_no_product"),
        CheckConstraint("id = 0 OR lot_number <> '' OR serial <> ''", "lot_has_a_name"),
        # One serial is one piece, whatever lot it is written with.
        Index("uq_lot_product_serial", "product_id", "serial", unique=True, postgresql_where=text("is_serial"),
              sqlite_where=text("is_serial")),
    )  # fmt: skip


class StockLevel(Base):
    """What is at a place: always the sum of the ledger. Never deleted once made.

    ``may_go_negative`` and ``is_serial`` are kept in step with location and lot by their foreign keys, so that
    the engine itself can check the rules of a level.
    """

    __tablename__ = "stock_level"
    product_id: Mapped[int] = mapped_column(Id, ForeignKey("product.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(Id, primary_key=True)
    lot_id: Mapped[int] = mapped_column(Id, primary_key=True, default=0, server_default=text("0"))
    on_hand: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(0), server_default=text("0"))
    reserved: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(0), server_default=text("0"))
    may_go_negative: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    is_serial: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    __table_args__ = (
        ForeignKeyConstraint(
            ["location_id", "may_go_negative"], ["location.id", "location.may_go_negative"], onupdate="CASCADE"
        ),
        ForeignKeyConstraint(["lot_id", "is_serial"], ["lot.id", "lot.is_serial"], onupdate="CASCADE"),
        CheckConstraint("may_go_negative OR on_hand >= 0", "on_hand_not_negative"),
        CheckConstraint("may_go_negative OR reserved <= on_hand", "reserved_within_on_hand"),
        CheckConstraint("reserved >= 0", "reserved_not_negative"),
        CheckConstraint("NOT is_serial OR on_hand IN (0, 1000000)", "serial_is_one_piece"),
        Index("uq_stock_level_serial_place", "lot_id", unique=True,
              postgresql_where=text("is_serial AND on_hand > 0"), sqlite_where=text("is_serial AND on_hand > 0")),
        # As good as the key itself: PostgreSQL may take either, also where it knows nothing of the table yet.
        Index("ix_stock_level_location_id_product_id_lot_id", "location_id", "product_id", "lot_id"),
        {"postgresql_with": {"fillfactor": 80}, "sqlite_with_rowid": False},
    )  # fmt: skip


class ReasonCode(Base):
    """Why stock changed. The list is data; ``for_adjustment`` marks those that a person may choose."""

    __tablename__ = "reason_code"
    code: Mapped[str] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    for_adjustment: Mapped[bool] = mapped_column(default=True, server_default=text("true"))


class StockMove(Base):
    """One immutable row of the ledger: ``quantity`` of a lot went from one location to another.

    ``value`` is quantity × unit cost at that time, computed in domain; ``document`` the number of the order or
    return that it belongs to, '' when none.
    """

    __tablename__ = "stock_move"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    product_id: Mapped[int] = mapped_column(Id, ForeignKey("product.id"))
    lot_id: Mapped[int] = mapped_column(Id, ForeignKey("lot.id"), default=0, server_default=text("0"))
    from_location_id: Mapped[int] = mapped_column(Id, ForeignKey("location.id"), index=True)
    to_location_id: Mapped[int] = mapped_column(Id, ForeignKey("location.id"), index=True)
    quantity: Mapped[Decimal] = mapped_column(Quantity)
    moved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason_code: Mapped[str] = mapped_column(Key, ForeignKey("reason_code.code"))
    action_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("action_log.id"), index=True)
    sales_order_line_id: Mapped[int | None] = mapped_column(Id, ForeignKey("sales_order_line.id"))
    document: Mapped[str] = mapped_column(Text, default="", server_default="")
    value: Mapped[Decimal | None] = mapped_column(Money)
    __table_args__ = (
        CheckConstraint("quantity > 0", "quantity_positive"),
        CheckConstraint("from_location_id <> to_location_id", "goes_somewhere"),
        Index("ix_stock_move_product_id_id", "product_id", "id"),
        {"sqlite_autoincrement": True},
    )
