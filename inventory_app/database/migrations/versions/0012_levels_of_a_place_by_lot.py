"""The index of a place's levels names the lot as well.

PostgreSQL takes an index by what it knows of a table, which at first is nothing. Then place and product seemed as good
as the whole key of a level; with 20,000 serials of one product each of them was looked for among all the others.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index in place of another."""
    op.drop_index("ix_stock_level_location_id_product_id", "stock_level")
    columns = ["location_id", "product_id", "lot_id"]
    op.create_index("ix_stock_level_location_id_product_id_lot_id", "stock_level", columns, unique=False)
