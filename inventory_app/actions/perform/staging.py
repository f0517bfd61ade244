"""Bringing an import's input into TEMP tables before the transaction that acts on it; saves nothing, is no try."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection

from inventory_app.actions.action import Action
from inventory_app.actions.outcome import Phase, Progress
from inventory_app.actions.perform.interruptible import interruptible
from inventory_app.database.database import Database
from inventory_app.database.faults import classify
from inventory_app.database.sqlite import WRITE
from inventory_app.database.to_the_end import to_the_end

log = logging.getLogger(__name__)


@asynccontextmanager
async def staged(
    database: Database, connection: AsyncConnection, action: Action, report: Callable[[Progress], None]
) -> AsyncIterator[None]:
    """Hold ``connection`` with the action's input staged; what was staged is dropped at the end.

    Behind a transaction pooler TEMP tables do not outlive their transaction: there each try stages for itself.
    """
    if database.config.pooler:
        yield
        return
    report(Progress(action.action_id, Phase.STAGING))
    try:
        await interruptible(connection, _scratch(database, connection, action, report))
        yield
    finally:
        await to_the_end(_unstage(connection, action))


async def _scratch(
    database: Database, connection: AsyncConnection, action: Action, report: Callable[[Progress], None]
) -> None:
    # Deferred on SQLite: the write lock is left to others for as long as the file is read.
    await connection.execution_options(**{WRITE: False})
    try:
        async with connection.begin():
            await database.dialect.begin_staging(connection)
            await action.stage(connection, report)
    finally:
        await connection.execution_options(**{WRITE: True})


async def _unstage(connection: AsyncConnection, action: Action) -> None:
    if connection.invalidated:
        return  # what was staged went with it
    try:
        await connection.rollback()
        await action.unstage(connection)
        await connection.commit()
    except Exception as error:  # noqa: BLE001 - whatever it was, closing the connection drops them
        log.warning("what was staged could not be dropped, the connection is closed: %s", classify(error).detail)
        await connection.invalidate()
