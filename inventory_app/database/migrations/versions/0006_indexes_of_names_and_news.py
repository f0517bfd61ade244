"""Indexes that were missing: products by name as the lists sort them, and the log by the server's transactions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    if op.get_bind().dialect.name == "postgresql":
        # Lists sort names by their bytes on both engines; an index in the order of the locale is of no use to them,
        # and costs an import three times as much in most locales.
        op.drop_index("ix_product_name_id", "product")
        op.create_index("ix_product_name_id", "product", [sa.text('name COLLATE "C"'), "id"], unique=False)
    # What others committed is asked for once a second by every workstation. SQLite knows no such numbers.
    op.create_index(
        "ix_action_log_transaction_id",
        "action_log",
        ["transaction_id"],
        unique=False,
        postgresql_where=sa.text("transaction_id IS NOT NULL"),
        sqlite_where=sa.text("transaction_id IS NOT NULL"),
    )
