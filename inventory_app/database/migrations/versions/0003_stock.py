"""Levels and the ledger that they are the sum of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from inventory_app.database.types import Id, Key, Money, Quantity, UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "stock_level",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("lot_id", Id, server_default=sa.text("0"), nullable=False),
        sa.Column("on_hand", Quantity(), server_default=sa.text("0"), nullable=False),
        sa.Column("reserved", Quantity(), server_default=sa.text("0"), nullable=False),
        sa.Column("may_go_negative", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("is_serial", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("NOT is_serial OR on_hand IN (0, 1000000)", name=op.f("ck_stock_level_serial_is_one_piece")),
        sa.CheckConstraint("may_go_negative OR on_hand >= 0", name=op.f("ck_stock_level_on_hand_not_negative")),
        sa.CheckConstraint(
            "may_go_negative OR reserved <= on_hand", name=op.f("ck_stock_level_reserved_within_on_hand")
        ),
        sa.CheckConstraint("reserved >= 0", name=op.f("ck_stock_level_reserved_not_negative")),
        sa.ForeignKeyConstraint(
            ["location_id", "may_go_negative"],
            ["location.id", "location.may_go_negative"],
            name=op.f("fk_stock_level_location_id_may_go_negative"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lot_id", "is_serial"],
            ["lot.id", "lot.is_serial"],
            name=op.f("fk_stock_level_lot_id_is_serial"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_stock_level_product_id")),
        sa.PrimaryKeyConstraint("product_id", "location_id", "lot_id", name=op.f("pk_stock_level")),
        postgresql_with={"fillfactor": 80},
        sqlite_with_rowid=False,
    )
    op.create_index("ix_stock_level_location_id_product_id", "stock_level", ["location_id", "product_id"], unique=False)
    op.create_index(
        "uq_stock_level_serial_place",
        "stock_level",
        ["lot_id"],
        unique=True,
        postgresql_where=sa.text("is_serial AND on_hand > 0"),
        sqlite_where=sa.text("is_serial AND on_hand > 0"),
    )
    op.create_table(
        "stock_move",
        sa.Column("id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("lot_id", Id, server_default=sa.text("0"), nullable=False),
        sa.Column("from_location_id", Id, nullable=False),
        sa.Column("to_location_id", Id, nullable=False),
        sa.Column("quantity", Quantity(), nullable=False),
        sa.Column("moved_at", UtcDateTime(), nullable=False),
        sa.Column("reason_code", Key, nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.Column("sales_order_line_id", Id, nullable=True),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("value", Money(), nullable=True),
        sa.CheckConstraint("from_location_id <> to_location_id", name=op.f("ck_stock_move_goes_somewhere")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_stock_move_quantity_positive")),
        sa.ForeignKeyConstraint(["action_id"], ["action_log.id"], name=op.f("fk_stock_move_action_id")),
        sa.ForeignKeyConstraint(["from_location_id"], ["location.id"], name=op.f("fk_stock_move_from_location_id")),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_stock_move_lot_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_stock_move_product_id")),
        sa.ForeignKeyConstraint(["reason_code"], ["reason_code.code"], name=op.f("fk_stock_move_reason_code")),
        sa.ForeignKeyConstraint(
            ["sales_order_line_id"], ["sales_order_line.id"], name=op.f("fk_stock_move_sales_order_line_id")
        ),
        sa.ForeignKeyConstraint(["to_location_id"], ["location.id"], name=op.f("fk_stock_move_to_location_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_move")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_stock_move_action_id"), "stock_move", ["action_id"], unique=False)
    op.create_index("ix_stock_move_product_id_id", "stock_move", ["product_id", "id"], unique=False)
