"""Database work that a cancel can stop at once, also while SQLite computes in its thread."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from inventory_app.database.bulk import interrupt

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Stopped(Exception):  # noqa: N818 - not an error: the person asked for it
    """The work was cancelled in time."""


async def interruptible(
    connection: AsyncConnection,
    work: Coroutine[Any, Any, Result],
    may_stop: Callable[[], bool] = lambda: True,
) -> Result:
    """Run ``work`` in a task of its own. A cancel interrupts its statement and raises Stopped once it has ended.

    While ``may_stop`` says no the cancel is left unheard, and ``work`` runs to its end.
    """
    driver = (await connection.get_raw_connection()).driver_connection
    task = asyncio.create_task(work)
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            if not may_stop():
                log.info("the stop came after the point of no return")
                continue
            interrupt(driver)
            task.cancel()
    if task.cancelled():
        raise Stopped
    return task.result()
