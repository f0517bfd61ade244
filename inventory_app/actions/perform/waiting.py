"""Waiting for a running import: shown, can be cancelled, and not counted as a try."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from inventory_app.actions.outcome import Phase, Progress
from inventory_app.actions.perform.policy import Policy
from inventory_app.database.database import Database
from inventory_app.database.faults import classify

log = logging.getLogger(__name__)

_POLL_SECONDS = 0.2


async def wait_for_import(
    database: Database,
    policy: Policy,
    action_id: UUID,
    report: Callable[[Progress], None],
    kept: AsyncConnection | None = None,
) -> float:
    """Seconds waited until no import held the database any more; 0 when none did, or when the limit is reached.

    ``kept`` is the connection that an import holds itself: it asks on it, since the pool may have no other one.
    """
    began = time.monotonic()
    waited = False
    while await _is_running(database, kept):
        if time.monotonic() - began >= policy.import_wait:
            return 0.0
        waited = True
        report(Progress(action_id, Phase.WAITING, "Waiting for a running import"))
        await asyncio.sleep(_POLL_SECONDS)
    return time.monotonic() - began if waited else 0.0


async def _is_running(database: Database, kept: AsyncConnection | None) -> bool:
    try:
        try:
            return await database.import_is_running(kept)
        finally:
            if kept is not None:
                await kept.rollback()
    except Exception as error:  # noqa: BLE001 - whatever it was
        # The question could not be asked: then the fault that led here is handled as what it is.
        log.warning("whether an import runs is not known: %s", classify(error).detail)
        return False
