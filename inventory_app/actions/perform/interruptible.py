"""Database work that a cancel can stop at once, also while SQLite computes in its thread."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from inventory_app.database.bulk import interrupt
from inventory_app.database.faults import FaultKind, classify

log = logging.getLogger(__name__)

Result = TypeVar("Result")

_INTERRUPT_AGAIN_SECONDS = 0.05
_OUR_OWN_DOING = (FaultKind.INTERRUPTED, FaultKind.STATEMENT_TIMEOUT)


class Stopped(Exception):  # noqa: N818 - not an error: the person asked for it
    """The work was cancelled in time."""


async def interruptible(
    connection: AsyncConnection,
    work: Coroutine[Any, Any, Result],
    may_stop: Callable[[], bool] = lambda: True,
) -> Result:
    """Run ``work`` in a task of its own. A cancel interrupts its statement and raises Stopped once it has ended.

    While ``may_stop`` says no the cancel is left unheard, and ``work`` runs to its end. Further cancels are left
    unheard as well: they would disturb the clearing away.
    """
    driver = (await connection.get_raw_connection()).driver_connection
    task = asyncio.create_task(work)
    stopping = False
    while not task.done():
        again = stopping and may_stop()
        try:
            await asyncio.wait({task}, timeout=_INTERRUPT_AGAIN_SECONDS if again else None)
        except asyncio.CancelledError:
            if stopping:
                continue
            if not may_stop():
                log.info("the stop came after the point of no return")
                continue
            stopping = True
            interrupt(driver)
            task.cancel()
        else:
            # The statement may have been on its way to the thread only when it was interrupted first.
            if again and not task.done():
                interrupt(driver)
    if task.cancelled() or (stopping and _was_stopped(task, may_stop)):
        raise Stopped
    return task.result()


def _was_stopped(task: asyncio.Task[Any], may_stop: Callable[[], bool]) -> bool:
    """Whether work that did not end as cancelled was stopped all the same: interrupted, or done at that moment."""
    error = task.exception()
    return may_stop() if error is None else classify(error).kind in _OUR_OWN_DOING
