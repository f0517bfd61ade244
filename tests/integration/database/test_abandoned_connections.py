"""A question that is given up while its connection is being made leaves nothing half open behind."""

from __future__ import annotations

import asyncio
import gc

import pytest
from sqlalchemy import text
from sqlalchemy.pool import QueuePool

from inventory_app.database.database import Database


async def _ask(database: Database) -> int:
    async with database.read() as session:
        return int(await session.scalar(text("SELECT 1")) or 0)


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 5, 8, 13, 21, 34])
async def test_a_cancel_at_any_moment(database: Database, turns: int) -> None:
    for _ in range(3):
        task = asyncio.create_task(_ask(database))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled() or task.result() == 1
    assert await _ask(database) == 1
    await database.close()
    gc.collect()  # half a connection would complain here, which fails the test
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.checkedout() == 0
