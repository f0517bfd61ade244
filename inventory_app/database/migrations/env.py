"""Alembic's entry: it is given an open connection and leaves the transaction to the runner."""

from __future__ import annotations

from alembic import context

from inventory_app.database.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=False,
    compare_type=True,
)
context.run_migrations()
