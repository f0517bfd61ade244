"""What files say of suppliers and customers, and when a purchase order is expected."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from inventory_app.database.types import Key

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns only: a table that is made anew would lose its triggers on SQLite."""
    for role in ("supplier", "customer"):
        code = f"{role}_code"
        op.add_column("party", sa.Column(code, Key, server_default="", nullable=False))
        given = sa.text(f"{code} <> ''")
        op.create_index(f"uq_party_{code}", "party", [code], unique=True, postgresql_where=given, sqlite_where=given)
    for name in ("email", "phone", "address", "tax_id", "note"):
        op.add_column("party", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("party", sa.Column("action_id", sa.Uuid(), nullable=True))
    op.add_column("purchase_order", sa.Column("expected_on", sa.Date(), nullable=True))
    given = sa.text("reference <> ''")
    op.create_index(
        "ix_purchase_order_reference", "purchase_order", ["reference"], postgresql_where=given, sqlite_where=given
    )
