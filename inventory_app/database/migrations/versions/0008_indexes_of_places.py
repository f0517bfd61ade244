"""Who refers to a place or, by a return, to a product: asked for each one that is deleted."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_COLUMNS = (
    ("stock_move", "from_location_id"),
    ("stock_move", "to_location_id"),
    ("sales_order", "location_id"),
    ("purchase_order", "location_id"),
    ("goods_return", "location_id"),
    ("reorder_rule", "location_id"),
    ("goods_return_line", "product_id"),
)


def upgrade() -> None:
    """Make the indexes."""
    for table, column in _COLUMNS:
        op.create_index(f"ix_{table}_{column}", table, [column])
