"""Questions that nobody wants any more end, and however many there are, an action and the ping find a connection."""

from __future__ import annotations

import asyncio
from decimal import Decimal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.pool import QueuePool

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Committed
from inventory_app.database.asking import ask
from inventory_app.database.database import Database
from tests.support.shop import Shop
from tests.support.waiting import until

# A day's work for either engine; nobody waits for its end.
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT count(*) FROM n"


async def endless(session: AsyncSession) -> None:
    await session.execute(text(ENDLESS))


async def one(session: AsyncSession) -> int:
    return int(await session.scalar(text("SELECT 1")) or 0)


def taken(database: Database) -> int:
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)
    return pool.checkedout()


async def test_a_question_that_is_dropped_ends_and_gives_its_connection_back(database: Database) -> None:
    for moments in range(20):
        task = asyncio.create_task(ask(database, endless))
        if moments % 2:  # else it is dropped wherever it is on its way
            await until(lambda: taken(database) == 1)
        for _ in range(moments):
            await asyncio.sleep(0)
        task.cancel()
        async with asyncio.timeout(20):
            await asyncio.wait({task})
        assert task.cancelled()
    await database.settle()
    assert taken(database) == 0
    assert await ask(database, one) == 1


async def test_questions_leave_a_connection_for_actions_and_for_the_ping(database: Database) -> None:
    shop = Shop(database)
    await shop.product("00417", "5")
    most = database.config.pool_size + database.config.max_overflow
    tasks = [asyncio.create_task(ask(database, endless)) for _ in range(2 * most)]
    try:
        await until(lambda: taken(database) >= most - 3)
        assert await ask(database, one, at_once=True) == 1
        action = AdjustStock(sku="00417", location="MAIN", quantity=Decimal(1), reason="FOUND")
        assert isinstance(await shop.do(action), Committed)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    await database.settle()
    assert taken(database) == 0
