"""Products are sorted by the first 500 characters of their names on PostgreSQL, whose indexes take 2,700 bytes.

A name of a thousand characters that take three bytes each could not be saved.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index in place of another; SQLite keeps its own."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("ix_product_name_id", "product")
        first = sa.text('"left"(name, 500) COLLATE "C"')
        op.create_index("ix_product_name_id", "product", [first, "id"], unique=False)
