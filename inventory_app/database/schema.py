"""The version of a database's tables, and bringing them up to what this program needs.

Alembic is imported only when there is something to do: it costs 0.1–0.3 s, and at a usual start nothing is.
"""

from __future__ import annotations

import asyncio
import logging
import time
from enum import Enum
from pathlib import Path

from sqlalchemy import inspect, text

from inventory_app.database.database import Database
from inventory_app.database.faults import FaultKind, classify
from inventory_app.domain.errors import Refusal

log = logging.getLogger(__name__)

HEAD_REVISION = "0012"
MIGRATIONS = Path(__file__).parent / "migrations"
# Other programs use Alembic too, and may well have a revision "0007": one of our own tables has to be there as well.
_REVISION = text("SELECT version_num FROM alembic_version WHERE (SELECT count(*) FROM reason_code) >= 0")
# How long a start waits for another workstation that migrates just now.
_PATIENCE_SECONDS = 600.0
_POLL_SECONDS = 0.2


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
            revision: str | None = await connection.scalar(_REVISION)
        except Exception as fault:
            if classify(fault).kind is not FaultKind.NO_SCHEMA:
                raise
            return None
    return revision


async def state(database: Database) -> SchemaState:
    """Compare the stored revision with ours; other programs' tables are told apart from an empty database."""
    revision = await current_revision(database)
    if revision is None:
        if not await _tables(database):
            return SchemaState.EMPTY
        # Another workstation may have made them between the two questions.
        revision = await current_revision(database)
    if revision is None:
        return SchemaState.FOREIGN
    if revision == HEAD_REVISION:
        return SchemaState.CURRENT
    known = {path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    return SchemaState.OLDER if revision in known else SchemaState.NEWER


async def _tables(database: Database) -> list[str]:
    async with database.engine.connect() as connection:
        return await connection.run_sync(lambda sync: inspect(sync).get_table_names())


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
    """Run all missing migrations in one transaction; waits while another program holds the database."""
    from inventory_app.database.migrations.runner import upgrade_to_head  # noqa: PLC0415 - see the module's docstring

    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            async with database.writer_slot(), database.writing_connection() as connection:
                await connection.run_sync(upgrade_to_head)
        except Exception as error:
            if classify(error).kind is not FaultKind.LOCKED or time.monotonic() >= deadline:
                raise
            log.info("another program holds the database; the migration waits")
            await asyncio.sleep(_POLL_SECONDS)
        else:
            return
