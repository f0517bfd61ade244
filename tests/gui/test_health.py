"""The watch over the database: it ends when it is told to, whatever it is doing at that moment."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.ui.runtime.health import HealthMonitor
from inventory_app.ui.runtime.query_runner import QueryRunner
from tests.support.waiting import until


@pytest.mark.parametrize("moments", range(8))
async def test_ends_also_when_it_was_just_told_to_look(sqlite_database: Database, moments: int) -> None:
    """In Python 3.11 `asyncio.wait_for` forgot a cancel that came as its event was set: the window never closed."""
    queries = QueryRunner()
    queries.use(sqlite_database)
    monitor = HealthMonitor(queries)
    monitor.start()
    await until(lambda: monitor.health is not None, what="the first look")
    monitor.retry_now()
    for _ in range(moments):
        await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await monitor.stop()
    queries.deleteLater()
    monitor.deleteLater()


async def test_a_database_that_is_too_busy_is_not_out_of_reach(sqlite_stockroom_url: str) -> None:
    config = DatabaseConfig.from_url(sqlite_stockroom_url)
    database = Database.open(replace(config, pool_size=1, max_overflow=0, pool_timeout=0.05))
    queries = QueryRunner()
    queries.use(database)
    monitor = HealthMonitor(queries)
    async with database.connected():
        monitor.start()
        await until(lambda: monitor.health is not None, what="the first look")
        assert monitor.health is not None
        assert monitor.health.reachable
    await monitor.stop()
    await database.close()
    queries.deleteLater()
    monitor.deleteLater()
