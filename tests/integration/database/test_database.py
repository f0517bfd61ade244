"""Opening, reading, the writers' turn, and what connections are told when they are made."""

from __future__ import annotations

import asyncio
import os
import socket
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool, QueuePool

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.sqlite import WRITE
from inventory_app.database.tables import Party, SalesOrder
from tests.support.raw import another_process_holds, another_program
from tests.support.trials import Trial, carry_out, mark
from tests.support.waiting import until

if TYPE_CHECKING:
    from inventory_app.actions.action import Work


def opened(url: str, **settings: Any) -> Database:
    config = DatabaseConfig.from_url(url)
    values = {name: getattr(config, name) for name in config.__dataclass_fields__}
    return Database.open(DatabaseConfig(**{**values, **settings}))


def checked_out(database: Database) -> int:
    assert isinstance(database.engine.pool, QueuePool)
    return database.engine.pool.checkedout()


async def pragma(database: Database, name: str) -> Any:
    async with database.read() as session:
        return await session.scalar(text(f"PRAGMA {name}"))


async def test_sqlite_is_set_up_as_it_must_be(sqlite_stockroom_url: str) -> None:
    database = opened(sqlite_stockroom_url, lock_timeout=1.5)
    try:
        settings = {name: await pragma(database, name) for name in ("journal_mode", "foreign_keys", "synchronous")}
        assert settings == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}
        assert await pragma(database, "recursive_triggers") == 1
        assert await pragma(database, "busy_timeout") == 1500
        assert await carry_out(database, Trial())
        assert await pragma(database, "busy_timeout") == 1500  # as it was, after the wait for the write lock
    finally:
        await database.close()


async def test_sqlite_patience_is_as_it_was_after_a_wait_in_vain(sqlite_stockroom_url: str) -> None:
    database = opened(sqlite_stockroom_url, lock_timeout=0.05, pool_size=1, max_overflow=0)
    try:
        with another_process_holds(sqlite_stockroom_url):
            assert type(await carry_out(database, Trial())).__name__ == "Failed"
        assert await pragma(database, "busy_timeout") == 50
    finally:
        await database.close()


@pytest.mark.parametrize("mask", [0, 0o022])
async def test_a_new_file_is_private(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        database = opened(f"sqlite+aiosqlite:///{tmp_path}/deep/er/stockroom.db")
        async with database.read() as session:
            await session.execute(text("SELECT 1"))
            await session.execute(text("PRAGMA user_version"))
            files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "deep/er").iterdir()}
        await database.close()
    finally:
        os.umask(before)
    assert files
    assert set(files.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "deep/er").stat().st_mode) == 0o700


async def test_a_file_that_is_there_keeps_its_mode(sqlite_stockroom_url: str) -> None:
    path = Path(str(make_url(sqlite_stockroom_url).database))
    path.chmod(0o640)
    database = opened(sqlite_stockroom_url)
    await carry_out(database, Trial())
    await database.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


async def test_opening_connects_to_nothing() -> None:
    database = opened("postgresql+asyncpg://app@127.0.0.1:1/nowhere")
    await database.close()


async def test_postgresql_is_told_limits_and_a_name(postgresql_stockroom_url: str) -> None:
    database = opened(postgresql_stockroom_url, lock_timeout=1.5, statement_timeout=2.5, isolation="SERIALIZABLE")
    try:
        async with database.read() as session:
            names = ("lock_timeout", "statement_timeout", "transaction_isolation", "application_name", "jit")
            shown = {name: await session.scalar(text(f"SHOW {name}")) for name in names}
    finally:
        await database.close()
    assert shown == {
        "lock_timeout": "1500ms", "statement_timeout": "2500ms", "transaction_isolation": "serializable",
        "application_name": f"stockroom-{os.getpid()}", "jit": "off",
    }  # fmt: skip


@pytest.mark.parametrize("pooler", [False, True])
async def test_postgresql_connections_notice_a_server_that_is_gone_without_a_word(
    postgresql_stockroom_url: str, pooler: bool
) -> None:
    """The system asks after 30 s of silence, and gives up after a minute; else COMMIT could wait for hours."""
    database = opened(postgresql_stockroom_url, pooler=pooler)
    try:
        async with database.engine.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            line = driver._transport.get_extra_info("socket")
            options = {name: line.getsockopt(socket.IPPROTO_TCP, getattr(socket, name)) for name in _TCP}
            assert line.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
    finally:
        await database.close()
    assert options == _TCP


_TCP = {"TCP_KEEPIDLE": 30, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 60_000}


async def test_the_pool_is_as_it_was_asked_for(stockroom_url: str) -> None:
    database = opened(stockroom_url, pool_size=3, max_overflow=4, pool_timeout=5)
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)
    assert (pool.size(), pool._max_overflow, pool._timeout) == (3, 4, 5)
    await database.close()


async def test_behind_a_pooler_nothing_is_kept(postgresql_stockroom_url: str) -> None:
    database = opened(postgresql_stockroom_url, pooler=True)
    try:
        assert isinstance(database.engine.pool, NullPool)
        async with database.engine.connect() as connection:
            for _ in range(3):
                await connection.execute(text("SELECT 1"))
            prepared = await connection.scalar(text("SELECT count(*) FROM pg_prepared_statements"))
        assert prepared <= 1
        async with another_program(postgresql_stockroom_url) as other:
            ours = f"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'stockroom-{os.getpid()}'"
            assert (await other.rows(ours))[0][0] == 0
    finally:
        await database.close()


async def test_passwords_are_nowhere_to_be_seen(postgresql_stockroom_url: str) -> None:
    config = DatabaseConfig.from_url(postgresql_stockroom_url.replace(":test@", ":s3cret-word@"))
    database = Database.open(config)
    shown = f"{config!r} {config.display()} {config.url} {database.engine!r} {database.engine.url}"
    await database.close()
    assert config.password == "s3cret-word"
    assert "s3cret-word" not in shown


# --- reading


async def test_reading_lets_go_of_its_connection_on_every_way(database: Database) -> None:
    async with database.read() as session:
        await session.execute(select(Party))
        assert checked_out(database) == 1
    assert checked_out(database) == 0
    with pytest.raises(ValueError, match="on purpose"):
        await _fail_while_reading(database)
    assert checked_out(database) == 0
    task = asyncio.create_task(_read_for_ever(database))
    await until(lambda: checked_out(database) == 1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: checked_out(database) == 0)


async def _fail_while_reading(database: Database) -> None:
    async with database.read() as session:
        await session.execute(select(Party))
        raise ValueError("on purpose")


async def _read_for_ever(database: Database) -> None:
    async with database.read() as session:
        await session.execute(select(Party))
        await asyncio.Event().wait()


async def test_what_a_reader_writes_is_not_saved(database: Database) -> None:
    async with database.read() as session:
        session.add(Party(name="never"))
        await session.flush()
    async with database.read() as session:
        assert (await session.scalars(select(Party))).all() == []


async def test_readers_do_not_flush_by_themselves(database: Database) -> None:
    async with database.read() as session:
        session.add(Party(name="not asked for"))
        assert (await session.scalars(select(Party))).all() == []
        session.expunge_all()


async def test_rows_are_usable_after_their_session(database: Database) -> None:
    async def one(work: Work) -> None:
        await mark(work, "kept")

    await carry_out(database, Trial(says="x", body=one))
    async with database.read() as session:
        rows = (await session.scalars(select(Party).order_by(Party.name))).all()
    assert [row.name for row in rows] == ["kept", "x"]


def test_no_relationship_is_loaded_behind_our_back() -> None:
    """Rule 3: whatever is mapped between tables raises instead of loading by itself."""
    lazy = {one.lazy for mapper in SalesOrder.registry.mappers for one in mapper.relationships}
    assert lazy <= {"raise", "raise_on_sql"}


# --- the writers' turn


async def test_sqlite_has_one_writer_at_a_time_in_order(sqlite_stockroom_url: str) -> None:
    database, order = opened(sqlite_stockroom_url), list[int]()

    async def write(number: int) -> None:
        async with database.writer_slot():
            order.append(number)
            assert database.writers_waiting
            await asyncio.sleep(0)

    assert not database.writers_waiting
    await asyncio.gather(*(write(number) for number in range(5)))
    assert order == list(range(5))
    assert not database.writers_waiting
    await database.close()


async def test_postgresql_has_as_many_as_there_are(postgresql_stockroom_url: str) -> None:
    database, all_in = opened(postgresql_stockroom_url), asyncio.Barrier(5)

    async def write() -> None:
        async with database.writer_slot():
            assert not database.writers_waiting
            await all_in.wait()

    await asyncio.wait_for(asyncio.gather(*(write() for _ in range(5))), 5)
    await database.close()


async def test_a_writing_connection_says_so_and_is_let_go(database: Database) -> None:
    async with database.writing_connection() as connection:
        assert connection.sync_connection is not None
        assert connection.sync_connection.get_execution_options()[WRITE] is True
        assert checked_out(database) == 1
    assert checked_out(database) == 0


async def test_closing_ends_every_thread_and_connection(stockroom_url: str) -> None:
    database = opened(stockroom_url)
    async with database.read() as first, database.read() as second:
        await first.execute(text("SELECT 1"))
        await second.execute(text("SELECT 1"))
    await database.close()
    await until(lambda: not any("_connection_worker_thread" in one.name for one in threading.enumerate()))
    if not stockroom_url.startswith("sqlite"):
        async with another_program(stockroom_url) as other:
            ours = f"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'stockroom-{os.getpid()}'"
            assert (await other.rows(ours))[0][0] == 0
