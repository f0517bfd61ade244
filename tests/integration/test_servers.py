"""The servers and the failing network that the tests of transactions rely on do what they promise."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest

from tests.support.postgres import PASSWORD, USER, Postgres, sweep
from tests.support.proxy import Proxy
from tests.support.waiting import until, until_answer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_SERVER_IN_A_PROCESS = """
import time
from tests.support.postgres import Postgres
server = Postgres(); server.create(); server.start()
print(server.folder, flush=True); time.sleep(60)
"""


async def _connect(port: int, database: str = "postgres") -> asyncpg.Connection[asyncpg.Record]:
    return await asyncpg.connect(host="127.0.0.1", port=port, user=USER, password=PASSWORD, database=database)


@pytest.fixture
async def table(postgresql_url: str) -> AsyncIterator[tuple[str, asyncpg.Connection[asyncpg.Record]]]:
    """An empty table `kept`: the name of its database, and a connection to look at it."""
    name = postgresql_url.rsplit("/", 1)[1]
    connection = await _connect(int(postgresql_url.rsplit(":", 1)[1].split("/", maxsplit=1)[0]), name)
    await connection.execute("CREATE TABLE kept (id integer)")
    yield name, connection
    await connection.close()


async def _insert_and_lose_the_answer(proxy: Proxy, database: str) -> None:
    connection = await _connect(proxy.port, database)
    await connection.execute("BEGIN")
    await connection.execute("INSERT INTO kept VALUES (1)")
    with pytest.raises((OSError, asyncpg.PostgresConnectionError)):
        await connection.execute("COMMIT")
    assert proxy.tripped.is_set()
    connection.terminate()


async def test_a_commit_that_is_heard_and_not_answered_is_saved(
    postgresql_proxy: Proxy, table: tuple[str, asyncpg.Connection[asyncpg.Record]]
) -> None:
    name, direct = table
    postgresql_proxy.cut_after(b"COMMIT")
    await _insert_and_lose_the_answer(postgresql_proxy, name)
    await until_answer(lambda: direct.fetchval("SELECT count(*) FROM kept"), what="the row")


async def test_a_commit_that_is_not_heard_is_not_saved(
    postgresql_proxy: Proxy, table: tuple[str, asyncpg.Connection[asyncpg.Record]]
) -> None:
    name, direct = table
    postgresql_proxy.cut_before(b"COMMIT")
    await _insert_and_lose_the_answer(postgresql_proxy, name)
    others = "SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = $1"
    await until_answer(lambda: direct.fetchval(others, name), what="the end of the broken session")
    assert await direct.fetchval("SELECT count(*) FROM kept") == 0


async def test_a_cut_proxy_refuses_until_it_is_mended(postgresql_proxy: Proxy) -> None:
    connection = await _connect(postgresql_proxy.port)
    postgresql_proxy.cut()
    with pytest.raises((OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError)):
        await connection.fetchval("SELECT 1")
    with pytest.raises((OSError, asyncpg.PostgresConnectionError)):
        await _connect(postgresql_proxy.port)
    postgresql_proxy.mend()
    connection = await _connect(postgresql_proxy.port)
    assert await connection.fetchval("SELECT 1") == 1
    await connection.close()


async def test_a_synchronous_standby_holds_a_commit_up(replicated_server: tuple[Postgres, Postgres]) -> None:
    primary, standby = replicated_server
    writer, follower = await _connect(primary.port), await _connect(standby.port)
    try:
        await writer.execute("CREATE TABLE held (id integer)")
        await follower.execute("SELECT pg_wal_replay_pause()")
        commit = asyncio.ensure_future(writer.execute("INSERT INTO held VALUES (1)"))
        await asyncio.sleep(0.3)
        assert not commit.done()
        await follower.execute("SELECT pg_wal_replay_resume()")
        await asyncio.wait_for(commit, 10)
        assert await follower.fetchval("SELECT count(*) FROM held") == 1
    finally:
        await writer.close()
        await follower.close()


async def test_a_server_ends_with_the_process_that_made_it_and_is_swept_away() -> None:
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVER_IN_A_PROCESS], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert process.stdout
    with process.stdout:
        folder = Path((await asyncio.to_thread(process.stdout.readline)).strip())
    server = int((folder / "data/postmaster.pid").read_text().split()[0])
    process.send_signal(signal.SIGKILL)
    process.wait()
    await until(lambda: not _alive(server), what="the server's end")
    assert folder.exists()
    sweep()
    assert not folder.exists()


def _alive(process_id: int) -> bool:
    try:
        # A process that has ended is a zombie until init has waited for it.
        return "\nState:\tZ" not in Path(f"/proc/{process_id}/status").read_text()
    except FileNotFoundError:
        return False
