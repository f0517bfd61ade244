"""Who refers to a party: asked for each party that is deleted, and by the list of a supplier's products."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    for table, column in (("product", "supplier_id"), ("goods_return", "customer_id")):
        given = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_{table}_{column}", table, [column], postgresql_where=given, sqlite_where=given)
