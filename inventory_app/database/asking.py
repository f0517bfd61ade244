"""Questions of the window: at most so many at once that a connection is left for actions, and each really ends when
nobody wants its answer any more.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.bulk import interrupt
from inventory_app.database.database import Database

T = TypeVar("T")

# A statement that is on its way to the driver's thread is not to be interrupted yet: it is told so again and again.
_AGAIN_SECONDS = 0.02
_GENTLE = 5  # so many times before the work is cancelled as well, which costs an SQLite connection


async def ask(database: Database, question: Callable[[AsyncSession], Awaitable[T]], *, at_once: bool = False) -> T:
    """The answer, from a session of its own. A cancel ends the statement that runs, in SQLite's thread too, and is
    raised when the connection is back. ``at_once`` does not wait for its turn behind other questions.
    """
    async with database.reading_slot(at_once=at_once), database.connected() as connection:
        driver = (await connection.get_raw_connection()).driver_connection

        async def answer() -> T:
            async with AsyncSession(bind=connection, expire_on_commit=False, autoflush=False) as session:
                return await question(session)

        task = asyncio.create_task(answer())
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            await _ended(task, driver, gentle=database.dialect.one_writer)
            raise
        return task.result()


async def _ended(task: asyncio.Task[Any], driver: object, *, gentle: bool) -> None:
    """Stop the work, and wait until it has stopped: as long as it runs it has the connection. Cancels that come
    meanwhile change nothing.
    """
    told = 0
    while not task.done():
        if told == (_GENTLE if gentle else 0):
            task.cancel()
        interrupt(driver)
        told += 1
        try:
            await asyncio.wait({task}, timeout=_AGAIN_SECONDS)
        except asyncio.CancelledError:
            continue
    if not task.cancelled():
        task.exception()  # that it was interrupted is nobody's concern
