"""Stop while there is no connection yet: the server is deaf, slow, or says no."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from inventory_app.actions.outcome import Cancelled, Failed
from tests.support.trials import Reports, Trial, carry_out, start, stopped

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from inventory_app.database.database import Database

AT_ONCE = 1.0


@pytest.fixture
async def deaf_server() -> AsyncIterator[int]:
    """A port where somebody answers the telephone and never says a word."""
    writers: list[asyncio.StreamWriter] = []

    async def listen(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    yield int(server.sockets[0].getsockname()[1])
    server.close()
    for writer in writers:
        writer.transport.abort()


async def test_while_it_connects(deaf_server: int, open_database: Callable[..., Database]) -> None:
    database = open_database(f"postgresql+asyncpg://app:test@127.0.0.1:{deaf_server}/stockroom")
    reports = Reports()
    task = start(database, Trial(), report=reports)
    done, _ = await asyncio.wait({task}, timeout=0.1)
    assert not done
    outcome, seconds = await stopped(task)
    assert isinstance(outcome, Cancelled)
    assert seconds < AT_ONCE


async def test_closing_does_not_wait_for_a_server_that_is_deaf(
    deaf_server: int, open_database: Callable[..., Database]
) -> None:
    database = open_database(f"postgresql+asyncpg://app:test@127.0.0.1:{deaf_server}/stockroom")
    task = start(database, Trial())
    await asyncio.wait({task}, timeout=0.1)
    await stopped(task)
    await asyncio.wait_for(database.close(), 5)


async def test_a_login_that_fails_after_the_stop_is_nobodys_error(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url.replace(":test@", ":wrong@"))
    for steps in (2, 4, 8):
        task = start(database, Trial())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        assert type(await task) in (Cancelled, Failed)
    await database.close()


async def test_connecting_has_a_limit(deaf_server: int, open_database: Callable[..., Database]) -> None:
    database = open_database(f"postgresql+asyncpg://app:test@127.0.0.1:{deaf_server}/stockroom", connect_timeout=0.05)
    outcome = await asyncio.wait_for(carry_out(database, Trial()), 5)
    assert isinstance(outcome, Failed)
    assert outcome.unreachable
    assert outcome.tries == 5
