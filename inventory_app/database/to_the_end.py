"""Finishing what must not be left half done, also when the surrounding task is cancelled meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


async def to_the_end(work: Coroutine[Any, Any, Result]) -> Result:
    """Run ``work`` to its end and give its result; a cancel that arrives meanwhile is raised only afterwards."""
    task = asyncio.create_task(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as cancel:
            cancelled = cancel
    if cancelled is not None and not task.cancelled() and task.exception() is None:
        raise cancelled
    return task.result()
