"""A COPY whose rows end early, on our side or on the server's: it never waits for a word that does not come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import NoReturn

import pytest
from sqlalchemy import text
from sqlalchemy.exc import PendingRollbackError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import QueuePool

from inventory_app.database.bulk import copy_query, copy_text, load_rows
from inventory_app.database.database import Database
from tests.support.databases import opened
from tests.support.waiting import until_answer

MANY = 200_000


class NoMoreError(Exception):
    """Of ours."""


@pytest.fixture
async def postgresql(postgresql_url: str) -> AsyncIterator[Database]:
    async with opened(postgresql_url) as database:
        yield database
        async with database.connected() as connection:  # the next one finds everything as it should be
            assert await connection.scalar(text("SELECT 1")) == 1
        pool = database.engine.pool
        assert isinstance(pool, QueuePool)
        assert pool.checkedout() == 0


async def refuse(_piece: bytes) -> NoReturn:
    raise NoMoreError


async def stand(_piece: bytes) -> None:
    """A disk that takes no more for now."""
    await asyncio.Event().wait()


@pytest.mark.parametrize("rows", [1, MANY])
async def test_rows_that_nobody_takes(postgresql: Database, rows: int) -> None:
    async with postgresql.connected() as connection:
        with pytest.raises(NoMoreError):
            await copy_query(connection, "SELECT generate_series(1, $1::int)", (rows,), refuse)


@pytest.mark.parametrize("rows", [1, MANY])
async def test_a_stop_while_rows_are_taken(postgresql: Database, rows: int) -> None:
    stands = asyncio.Event()

    async def take(piece: bytes) -> None:
        stands.set()
        await stand(piece)

    async def copy() -> None:
        async with postgresql.connected() as connection:
            await copy_query(connection, "SELECT generate_series(1, $1::int)", (rows,), take)

    task = asyncio.create_task(copy())
    await stands.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def with_table(connection: AsyncConnection) -> None:
    await connection.execute(text("CREATE TABLE number (number integer)"))
    await connection.commit()


async def has_refused(database: Database) -> bool:
    """Whether the server has; asyncpg has its word then, and does not look at it before the last row."""
    failed = text("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction (aborted)'")
    async with database.read() as session:
        found = bool(await session.scalar(failed))
        await session.execute(text("SELECT 1"))  # one more turn of the loop, which reads what has come
    return found


async def test_rows_that_break_off(postgresql: Database) -> None:
    async def rows() -> AsyncIterator[bytes]:
        yield b"1\n" * MANY
        raise NoMoreError

    async with postgresql.connected() as connection:
        await with_table(connection)
        with pytest.raises(NoMoreError):
            await copy_text(connection, "number", rows())
        await connection.rollback()  # the connection is as good as before
        assert await connection.scalar(text("SELECT count(*) FROM number")) == 0


async def test_rows_that_break_off_after_one_was_refused(postgresql: Database) -> None:
    """The server has said its word before ours; nothing follows."""

    async def rows() -> AsyncIterator[bytes]:
        yield b"x\n"
        await until_answer(partial(has_refused, postgresql))
        raise NoMoreError

    async with postgresql.connected() as connection:
        await with_table(connection)
        with pytest.raises(NoMoreError):
            await copy_text(connection, "number", rows())
        assert connection.invalidated
        with pytest.raises(PendingRollbackError):
            await connection.execute(text("SELECT 1"))
        await connection.rollback()
        assert await connection.scalar(text("SELECT count(*) FROM number")) == 0


async def test_a_stop_after_a_row_was_refused(postgresql: Database) -> None:
    stands = asyncio.Event()

    async def rows() -> AsyncIterator[bytes]:
        yield b"x\n"
        await until_answer(partial(has_refused, postgresql))
        stands.set()
        await asyncio.Event().wait()

    async def copy() -> None:
        async with postgresql.connected() as connection:
            await with_table(connection)
            await copy_text(connection, "number", rows())

    task = asyncio.create_task(copy())
    await stands.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_refused_row_is_told_and_keeps_the_connection(postgresql: Database) -> None:
    async def rows() -> AsyncIterator[bytes]:
        yield b"1\nx\n"

    async with postgresql.connected() as connection:
        await with_table(connection)
        with pytest.raises(Exception, match="invalid input syntax"):
            await copy_text(connection, "number", rows())
        await connection.rollback()
        with pytest.raises(Exception, match="as an integer"):
            await load_rows(connection, "number", [(1,), ("x",)])
        await connection.rollback()
        await load_rows(connection, "number", [(1,), (2,)])
        assert await connection.scalar(text("SELECT sum(number) FROM number")) == 3
        assert not connection.invalidated
