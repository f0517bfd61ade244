"""Sales orders, purchase orders and returns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from inventory_app.database.types import Id, Key, Money, Quantity, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "sales_order",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Key, nullable=False),
        sa.Column("reference", Key, server_default="", nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("customer_id", Id, nullable=True),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("placed_at", UtcDateTime(), nullable=False),
        sa.Column("total", Money(), nullable=True),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "status IN ('draft', 'placed', 'partly_shipped', 'shipped', 'closed', 'cancelled')",
            name=op.f("ck_sales_order_status_known"),
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action_log.id"], name=op.f("fk_sales_order_action_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["party.id"], name=op.f("fk_sales_order_customer_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_sales_order_location_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_order")),
        sa.UniqueConstraint("number", name=op.f("uq_sales_order_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sales_order_action_id"), "sales_order", ["action_id"], unique=False)
    op.create_index(op.f("ix_sales_order_customer_id"), "sales_order", ["customer_id"], unique=False)
    op.create_index(
        "ix_sales_order_reference",
        "sales_order",
        ["reference"],
        unique=False,
        postgresql_where=sa.text("reference <> ''"),
        sqlite_where=sa.text("reference <> ''"),
    )
    op.create_table(
        "sales_order_line",
        sa.Column("id", Id, nullable=False),
        sa.Column("order_id", Id, nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("ordered", Quantity(), nullable=False),
        sa.Column("unit_price", Money(), nullable=True),
        sa.Column("total", Money(), nullable=True),
        sa.CheckConstraint("ordered > 0", name=op.f("ck_sales_order_line_ordered_positive")),
        sa.CheckConstraint("unit_price >= 0", name=op.f("ck_sales_order_line_unit_price_not_negative")),
        sa.ForeignKeyConstraint(["order_id"], ["sales_order.id"], name=op.f("fk_sales_order_line_order_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_sales_order_line_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_order_line")),
        sa.UniqueConstraint("order_id", "line_no", name=op.f("uq_sales_order_line_order_id_line_no")),
    )
    op.create_index(op.f("ix_sales_order_line_product_id"), "sales_order_line", ["product_id"], unique=False)
    op.create_table(
        "sales_order_allocation",
        sa.Column("line_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("reserved", Quantity(), nullable=False),
        sa.Column("shipped", Quantity(), nullable=False),
        sa.CheckConstraint("reserved >= 0", name=op.f("ck_sales_order_allocation_reserved_not_negative")),
        sa.CheckConstraint("shipped >= 0", name=op.f("ck_sales_order_allocation_shipped_not_negative")),
        sa.ForeignKeyConstraint(["line_id"], ["sales_order_line.id"], name=op.f("fk_sales_order_allocation_line_id")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_sales_order_allocation_lot_id")),
        sa.PrimaryKeyConstraint("line_id", "lot_id", name=op.f("pk_sales_order_allocation")),
    )
    op.create_table(
        "purchase_order",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Key, nullable=False),
        sa.Column("reference", Key, server_default="", nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("supplier_id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("ordered_at", UtcDateTime(), nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "status IN ('draft', 'ordered', 'partly_received', 'received', 'cancelled')",
            name=op.f("ck_purchase_order_status_known"),
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action_log.id"], name=op.f("fk_purchase_order_action_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_purchase_order_location_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["party.id"], name=op.f("fk_purchase_order_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase_order")),
        sa.UniqueConstraint("number", name=op.f("uq_purchase_order_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_purchase_order_action_id"), "purchase_order", ["action_id"], unique=False)
    op.create_index(op.f("ix_purchase_order_supplier_id"), "purchase_order", ["supplier_id"], unique=False)
    op.create_table(
        "purchase_order_line",
        sa.Column("id", Id, nullable=False),
        sa.Column("order_id", Id, nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("ordered", Quantity(), nullable=False),
        sa.Column("received", Quantity(), server_default=sa.text("0"), nullable=False),
        sa.Column("unit_cost", Money(), nullable=True),
        sa.CheckConstraint("ordered > 0", name=op.f("ck_purchase_order_line_ordered_positive")),
        sa.CheckConstraint("received >= 0", name=op.f("ck_purchase_order_line_received_not_negative")),
        sa.ForeignKeyConstraint(["order_id"], ["purchase_order.id"], name=op.f("fk_purchase_order_line_order_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_purchase_order_line_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase_order_line")),
        sa.UniqueConstraint("order_id", "line_no", name=op.f("uq_purchase_order_line_order_id_line_no")),
    )
    op.create_index(op.f("ix_purchase_order_line_product_id"), "purchase_order_line", ["product_id"], unique=False)
    op.create_table(
        "goods_return",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", Key, nullable=False),
        sa.Column("reference", Key, server_default="", nullable=False),
        sa.Column("status", sa.Text(), server_default="posted", nullable=False),
        sa.Column("order_id", Id, nullable=True),
        sa.Column("customer_id", Id, nullable=True),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("returned_at", UtcDateTime(), nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("status IN ('posted', 'cancelled')", name=op.f("ck_goods_return_status_known")),
        sa.ForeignKeyConstraint(["action_id"], ["action_log.id"], name=op.f("fk_goods_return_action_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["party.id"], name=op.f("fk_goods_return_customer_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_goods_return_location_id")),
        sa.ForeignKeyConstraint(["order_id"], ["sales_order.id"], name=op.f("fk_goods_return_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods_return")),
        sa.UniqueConstraint("number", name=op.f("uq_goods_return_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_goods_return_action_id"), "goods_return", ["action_id"], unique=False)
    op.create_index(op.f("ix_goods_return_order_id"), "goods_return", ["order_id"], unique=False)
    op.create_table(
        "goods_return_line",
        sa.Column("return_id", Id, nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("quantity", Quantity(), nullable=False),
        sa.Column("unit_price", Money(), nullable=True),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_goods_return_line_quantity_positive")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_goods_return_line_lot_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_goods_return_line_product_id")),
        sa.ForeignKeyConstraint(["return_id"], ["goods_return.id"], name=op.f("fk_goods_return_line_return_id")),
        sa.PrimaryKeyConstraint("return_id", "line_no", name=op.f("pk_goods_return_line")),
    )
