"""The SQLite connection that goes to its thread once per statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.support.databases import opened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.ext.asyncio import AsyncConnection

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :last) SELECT i FROM n"


@pytest.fixture
async def connection(sqlite_stockroom_url: str) -> AsyncIterator[AsyncConnection]:
    async with opened(sqlite_stockroom_url) as database, database.engine.connect() as one:
        yield one


async def hops_of(connection: AsyncConnection, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the connection sends to its thread from now on."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    there, original = [], type(driver)._execute

    async def counted(self: Any, function: Any, *arguments: Any) -> Any:
        there.append(function)
        return await original(self, function, *arguments)

    monkeypatch.setattr(type(driver), "_execute", counted)
    return there


async def test_a_statement_goes_to_the_thread_once(
    connection: AsyncConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    hops = await hops_of(connection, monkeypatch)
    await connection.execute(text(_NUMBERS), {"last": 499})
    assert len(hops) == 2  # BEGIN is the other one
    await connection.execute(text("CREATE TEMP TABLE pair (a PRIMARY KEY, b)"))
    await connection.execute(text("INSERT INTO pair VALUES (:a, :b)"), [{"a": n, "b": n} for n in range(100)])
    await connection.execute(text("UPDATE pair SET b = 0 WHERE a < 50 RETURNING a"))
    assert len(hops) == 5


@pytest.mark.parametrize("last", [1, 499, 500, 501, 1000, 1777])
async def test_all_rows_arrive(connection: AsyncConnection, last: int) -> None:
    rows = (await connection.execute(text(_NUMBERS), {"last": last})).scalars().all()
    assert rows == list(range(1, last + 1))


@pytest.mark.parametrize("together", [1, 7, 500, 600])
async def test_rows_that_are_streamed_arrive_in_their_order(connection: AsyncConnection, together: int) -> None:
    result = await connection.stream(text(_NUMBERS), {"last": 1300}, execution_options={"yield_per": together})
    parts = [part async for part in result.scalars().partitions(together)]
    assert [row for part in parts for row in part] == list(range(1, 1301))
    assert {len(part) for part in parts[:-1]} == {together}


async def test_a_stream_that_is_left_in_the_middle_locks_nothing(connection: AsyncConnection) -> None:
    await connection.execute(text("CREATE TEMP TABLE pair (a PRIMARY KEY)"))
    await connection.execute(text("INSERT INTO pair SELECT i FROM (" + _NUMBERS + ")"), {"last": 2000})
    async with connection.stream(text("SELECT a FROM pair ORDER BY a")) as result:
        assert (await result.fetchone()) == (1,)
    await connection.execute(text("DROP TABLE pair"))  # refused while a statement reads it


async def test_counts_are_those_of_the_statement(connection: AsyncConnection) -> None:
    await connection.execute(text("CREATE TEMP TABLE pair (a INTEGER PRIMARY KEY, b)"))
    many = await connection.execute(text("INSERT INTO pair VALUES (:a, 0)"), [{"a": n} for n in range(10)])
    changed = await connection.execute(text("UPDATE pair SET b = 1 WHERE a < 4"))
    given = await connection.execute(text("DELETE FROM pair WHERE a < 2 RETURNING a"))
    one = await connection.execute(text("INSERT INTO pair VALUES (77, 0)"))
    assert (many.rowcount, changed.rowcount, given.scalars().all(), one.lastrowid) == (10, 4, [0, 1], 77)


async def test_faults_are_told_and_the_connection_lives_on(connection: AsyncConnection) -> None:
    await connection.execute(text("CREATE TEMP TABLE pair (a PRIMARY KEY)"))
    await connection.execute(text("INSERT INTO pair VALUES (1)"))
    with pytest.raises(IntegrityError):
        await connection.execute(text("INSERT INTO pair VALUES (1)"))
    with pytest.raises(OperationalError, match="no such table"):
        await connection.execute(text("SELECT * FROM nowhere"))
    assert (await connection.execute(text("SELECT count(*) FROM pair"))).scalar_one() == 1
