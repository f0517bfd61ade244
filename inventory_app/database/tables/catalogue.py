"""What is kept: products with their barcodes, and the master data that they refer to."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from inventory_app.database.tables.base import Base
from inventory_app.database.types import Id, Key, Money, Quantity, UtcDateTime


class Uom(Base):
    """A unit of measure. Row 1 is ``pcs``, the default."""

    __tablename__ = "uom"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(Key, unique=True)


class Category(Base):
    """A category, written as its path (``Electronics/Passives``)."""

    __tablename__ = "category"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(Key, unique=True)


class Party(Base):
    """Somebody we buy from or sell to; one party may be both, and has a code of its own as each.

    ``action_id`` is the import that made it, None for one that was made by the way.
    """

    __tablename__ = "party"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(Key, unique=True)
    is_supplier: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    is_customer: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    supplier_code: Mapped[str] = mapped_column(Key, default="", server_default="")
    customer_code: Mapped[str] = mapped_column(Key, default="", server_default="")
    email: Mapped[str] = mapped_column(Text, default="", server_default="")
    phone: Mapped[str] = mapped_column(Text, default="", server_default="")
    address: Mapped[str] = mapped_column(Text, default="", server_default="")
    tax_id: Mapped[str] = mapped_column(Text, default="", server_default="")
    note: Mapped[str] = mapped_column(Text, default="", server_default="")
    action_id: Mapped[UUID | None] = mapped_column(Uuid)
    __table_args__ = (
        CheckConstraint("length(name) BETWEEN 1 AND 1000", "name_length"),
        Index("uq_party_supplier_code", "supplier_code", unique=True, postgresql_where=text("supplier_code <> ''"),
              sqlite_where=text("supplier_code <> ''")),
        Index("uq_party_customer_code", "customer_code", unique=True, postgresql_where=text("customer_code <> ''"),
              sqlite_where=text("customer_code <> ''")),
        {"sqlite_autoincrement": True},
    )  # fmt: skip


class Product(Base):
    """A catalogue entry. ``action_id`` created it; ``archived_at`` is set when it is not wanted any more."""

    __tablename__ = "product"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    sku: Mapped[str] = mapped_column(Key, unique=True)
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="", server_default="")
    price: Mapped[Decimal | None] = mapped_column(Money)
    cost: Mapped[Decimal | None] = mapped_column(Money)
    category_id: Mapped[int | None] = mapped_column(Id, ForeignKey("category.id"))
    supplier_id: Mapped[int | None] = mapped_column(Id, ForeignKey("party.id"))
    uom_id: Mapped[int] = mapped_column(Id, ForeignKey("uom.id"), default=1, server_default=text("1"))
    tracking: Mapped[str] = mapped_column(Text, default="none", server_default="none")
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    action_id: Mapped[UUID] = mapped_column(Uuid)
    __table_args__ = (
        CheckConstraint("length(sku) BETWEEN 1 AND 200", "sku_length"),
        CheckConstraint("length(name) BETWEEN 1 AND 1000", "name_length"),
        CheckConstraint("price >= 0", "price_not_negative"),
        CheckConstraint("cost >= 0", "cost_not_negative"),
        CheckConstraint("tracking IN ('none', 'lot', 'serial')", "tracking_known"),
        # The index for lists by name, ix_product_name_id, is made by the migrations: the engines differ in it.
        Index("ix_product_supplier_id", "supplier_id", postgresql_where=text("supplier_id IS NOT NULL"),
              sqlite_where=text("supplier_id IS NOT NULL")),
        Index("ix_product_category_id", "category_id", postgresql_where=text("category_id IS NOT NULL"),
              sqlite_where=text("category_id IS NOT NULL")),
        {"sqlite_autoincrement": True},
    )  # fmt: skip


class ProductBarcode(Base):
    """A barcode of a product; ``factor`` base units per scan (a pack's code has more than 1)."""

    __tablename__ = "product_barcode"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    product_id: Mapped[int] = mapped_column(Id, ForeignKey("product.id"))
    barcode: Mapped[str] = mapped_column(Key, unique=True)
    factor: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(1), server_default=text("1000000"))
    __table_args__ = (
        CheckConstraint("length(barcode) BETWEEN 1 AND 200", "barcode_length"),
        CheckConstraint("factor > 0", "factor_positive"),
        # In the order of their numbers, so that the first is found at once.
        Index("ix_product_barcode_product_id_id", "product_id", "id"),
    )


class ReorderRule(Base):
    """When to order a product for a location, and how much."""

    __tablename__ = "reorder_rule"
    product_id: Mapped[int] = mapped_column(Id, ForeignKey("product.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(Id, ForeignKey("location.id"), primary_key=True, index=True)
    reorder_point: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(0), server_default=text("0"))
    reorder_quantity: Mapped[Decimal | None] = mapped_column(Quantity)
    safety_stock: Mapped[Decimal | None] = mapped_column(Quantity)
    lead_time_days: Mapped[int | None]
    __table_args__ = (CheckConstraint("reorder_point >= 0", "reorder_point_not_negative"),)
