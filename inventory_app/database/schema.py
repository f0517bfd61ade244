"""The version of a database's tables, and bringing them up to what this program needs.

Alembic is imported only when there is something to do: it costs 0.1–0.3 s, and at a usual start nothing is.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from sqlalchemy import inspect, text

from inventory_app.database.database import Database
from inventory_app.database.faults import FaultKind, classify
from inventory_app.domain.errors import Refusal

HEAD_REVISION = "0004"
MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaState(Enum):
    """How a database's tables compare with what this program needs."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"
    FOREIGN = "foreign"


async def current_revision(database: Database) -> str | None:
    """The stored revision, or None where there is none. Raises the driver's error when it cannot be asked."""
    async with database.engine.connect() as connection:
        try:
            revision: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
        except Exception as fault:
            if classify(fault).kind is not FaultKind.NO_SCHEMA:
                raise
            return None
    return revision


async def state(database: Database) -> SchemaState:
    """Compare the stored revision with ours; other programs' tables are told apart from an empty database."""
    revision = await current_revision(database)
    if revision == HEAD_REVISION:
        return SchemaState.CURRENT
    if revision is None:
        async with database.engine.connect() as connection:
            tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        return SchemaState.FOREIGN if tables else SchemaState.EMPTY
    known = {path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    return SchemaState.OLDER if revision in known else SchemaState.NEWER


async def prepare(database: Database, *, migrate: bool = True) -> None:
    """Make the tables fit this program. Raises Refusal where that is not allowed or not possible."""
    found = await state(database)
    if found is SchemaState.CURRENT:
        return
    if found is SchemaState.NEWER:
        raise Refusal("schema_newer", "The database was made by a newer version of this program; update the program.")
    if found is SchemaState.FOREIGN:
        raise Refusal("schema_foreign", "The database holds tables of another program; choose an empty one.")
    if not migrate:
        what = "has no tables yet" if found is SchemaState.EMPTY else "has tables of an older version"
        raise Refusal("schema_older", f"The database {what}; run “database migrate” first.")
    await upgrade(database)


async def upgrade(database: Database) -> None:
    """Run all missing migrations in one transaction."""
    from inventory_app.database.migrations.runner import upgrade_to_head  # noqa: PLC0415 - see the module's docstring

    async with database.writer_slot(), database.writing_connection() as connection:
        await connection.run_sync(upgrade_to_head)
