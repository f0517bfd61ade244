"""What every test of perform checks beside its own question: nothing is left behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.pool import QueuePool

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.loops import LoopErrors


def checked_out(database: Database) -> int:
    """Connections that somebody holds; a pool that keeps none cannot tell, there the server is asked."""
    pool = database.engine.pool
    return pool.checkedout() if isinstance(pool, QueuePool) else 0


@pytest.fixture(autouse=True)
async def noise_of_asyncpg(loop_errors: LoopErrors) -> AsyncIterator[None]:
    """asyncpg forgets a future of its own when it is stopped in its first words with a server; nothing hangs on it."""
    yield
    gc.collect()
    reports = loop_errors.take()
    loop_errors.reports += [one for one in reports if "unexpected connection_lost() call" not in one]


@pytest.fixture
async def open_database() -> AsyncIterator[Callable[..., Database]]:
    """Opens databases as the test wants them; at the end no connection may be held and no thread be left."""
    opened: list[Database] = []
    before = _workers()

    def open_one(url: str, **settings: object) -> Database:
        config = DatabaseConfig.from_url(url)
        values = {name: getattr(config, name) for name in config.__dataclass_fields__}
        opened.append(Database.open(DatabaseConfig(**{**values, **settings})))
        return opened[-1]

    yield open_one
    for database in opened:
        await database.settle()
    held = [checked_out(database) for database in opened]
    for database in opened:
        await database.close()
    assert held == [0] * len(opened)
    # A thread ends a moment after it has answered that its connection is closed.
    await until(lambda: _workers() <= before, what="the end of the threads of all connections")


def _workers() -> set[threading.Thread]:
    """The threads in which connections to SQLite files work."""
    return {one for one in threading.enumerate() if "_connection_worker_thread" in one.name}


@pytest.fixture
async def database(stockroom_url: str, open_database: Callable[..., Database]) -> Database:
    """A database with our tables, on each engine."""
    return open_database(stockroom_url)


@pytest.fixture
async def sqlite(sqlite_stockroom_url: str, open_database: Callable[..., Database]) -> Database:
    """The same on SQLite alone."""
    return open_database(sqlite_stockroom_url)


@pytest.fixture
async def postgresql(postgresql_stockroom_url: str, open_database: Callable[..., Database]) -> Database:
    """The same on PostgreSQL alone."""
    return open_database(postgresql_stockroom_url)
