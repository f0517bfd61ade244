"""Runs Alembic on an open connection; one transaction around all, committed here."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from inventory_app.database.bulk import run_script

# One workstation migrates, the others wait for it and then find nothing to do (“STOCKMIG” in ASCII).
_MIGRATION_LOCK = 0x53544F434B4D4947


def upgrade_to_head(connection: Connection) -> None:
    """Bring the database of ``connection`` to the newest revision; commits or raises."""
    if connection.dialect.name == "postgresql":
        # A stricter level would look at the tables as they were before it waited for another migration.
        connection.execution_options(isolation_level="READ COMMITTED")
        _upgrade(connection)
        return
    # A table that is made anew is gone for a moment. Inside a transaction this could not be switched.
    run_script(connection, "PRAGMA foreign_keys = OFF")
    try:
        _upgrade(connection)
    finally:
        run_script(connection, "PRAGMA foreign_keys = ON")


def _upgrade(connection: Connection) -> None:
    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def alembic_config() -> Config:
    """Alembic's configuration without a file: the folder beside this module."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
