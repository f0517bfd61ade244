"""The first barcode of a product from the index alone: PostgreSQL looked for it in all barcodes, by their number.

It did so as long as nobody had counted how many barcodes a product has, that is after every first large import.
"""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index in place of another."""
    op.create_index("ix_product_barcode_product_id_id", "product_barcode", ["product_id", "id"])
    op.drop_index("ix_product_barcode_product_id", "product_barcode")
