"""SQLite: an embedded file in WAL mode, one writer at a time, writers announce themselves with BEGIN IMMEDIATE."""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ClassVar, Literal

from filelock import FileLock, Timeout
from sqlalchemy import Connection, event, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.util.concurrency import await_
from typing_extensions import override

from inventory_app.database.bulk import run_script
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.dialect import Dialect
from inventory_app.database.faults import FaultKind, ImportRunningError, classify
from inventory_app.database.new_order import NewOrder, SavedOrder, insert_by_table
from inventory_app.database.sqlite_driver import connect
from inventory_app.database.tables import SalesOrder

# The execution option that only `perform` sets; without it a transaction reads.
WRITE = "write"
_PAGE_CACHE_KIB = 65_536
_POLL_SECONDS = 0.05
_WAL_PATIENCE_SECONDS = 5.0
# An import that asks whether another one runs holds the file for a moment; it is not taken for a running one.
_MOMENT_SECONDS = 0.25


class SqliteDialect(Dialect):
    """Rules of SQLite."""

    name: ClassVar[Literal["sqlite", "postgresql"]] = "sqlite"
    one_writer: ClassVar[bool] = True

    @override
    def open(self, config: DatabaseConfig) -> AsyncEngine:
        _create_private(Path(config.path))
        engine = create_async_engine(
            config.url,
            pool_size=config.pool_size,
            max_overflow=config.max_overflow,
            pool_timeout=config.pool_timeout,
            connect_args={"timeout": config.lock_timeout, "async_creator_fn": connect},
            hide_parameters=True,
        )
        event.listen(engine.sync_engine, "connect", _configure)

        @event.listens_for(engine.sync_engine, "begin")
        def begin(connection: Connection) -> None:
            if connection.get_execution_options().get(WRITE, False):
                _begin_writing(connection, config.lock_timeout)
            else:
                connection.exec_driver_sql("BEGIN DEFERRED")

        return engine

    @override
    def insert(self, table: type[DeclarativeBase]) -> Any:
        return insert(table)

    @override
    async def next_id(self, session: AsyncSession, table: type[DeclarativeBase]) -> int:
        # The write lock is held since BEGIN IMMEDIATE: nobody else can take the same number.
        newest: int | None = await session.scalar(select(func.max(table.__table__.c.id)))
        return (newest or 0) + 1

    @override
    async def save_order(self, session: AsyncSession, order: NewOrder) -> SavedOrder:
        return await insert_by_table(session, await self.next_id(session, SalesOrder), order)

    @override
    async def begin_action(self, connection: AsyncConnection, config: DatabaseConfig) -> None:
        """The busy timeout of the connection is the limit; there is none for statements."""

    @override
    async def begin_staging(self, connection: AsyncConnection) -> None:
        """There is no limit for statements."""

    @override
    async def lift_limit(self, connection: AsyncConnection) -> None:
        """There is no limit for statements."""

    @override
    async def begin_import(self, connection: AsyncConnection, config: DatabaseConfig, tables: Sequence[str]) -> None:
        """The locked file of `import_lock` tells the waiters."""

    @override
    async def begin_probe(self, connection: AsyncConnection, lock_timeout: float) -> None:
        """BEGIN IMMEDIATE waited already."""

    @override
    async def commit(self, connection: AsyncConnection) -> None:
        while not await _is_committed(connection):  # noqa: ASYNC110 - another program's lock: only asking tells
            await asyncio.sleep(_POLL_SECONDS)

    @override
    @asynccontextmanager
    async def import_lock(self, config: DatabaseConfig) -> AsyncIterator[None]:
        lock = _import_lock(config)
        deadline = time.monotonic() + _MOMENT_SECONDS
        while not _got(lock):
            if time.monotonic() >= deadline:
                raise ImportRunningError
            await asyncio.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            lock.release()

    @override
    async def import_is_running(self, connection: AsyncConnection, config: DatabaseConfig) -> bool:
        lock = _import_lock(config)
        if not _got(lock):
            return True
        lock.release()
        return False


async def _is_committed(connection: AsyncConnection) -> bool:
    try:
        await connection.exec_driver_sql("COMMIT")
    except OperationalError as fault:
        # SQLite says so: a COMMIT that found the file busy leaves the transaction open to be committed again.
        if classify(fault).kind is not FaultKind.LOCKED:
            raise
        return False
    return True


def _import_lock(config: DatabaseConfig) -> FileLock:
    return FileLock(f"{config.path}.import", mode=0o600, is_singleton=False, thread_local=False)


def _got(lock: FileLock) -> bool:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    return True


def _create_private(path: Path) -> None:
    """A new database file is nobody else's to read; an existing one keeps its mode."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return


def _configure(dbapi_connection: Any, _record: object) -> None:
    # None: the driver opens no transaction by itself; the begin event does, so that SAVEPOINT and locks are right.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    _use_wal(cursor)
    for pragma in (
        "foreign_keys = ON",
        "synchronous = FULL",
        f"cache_size = -{_PAGE_CACHE_KIB}",
        "recursive_triggers = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _use_wal(cursor: Any) -> None:
    """Changing a file to WAL needs it alone for a moment, and SQLite does not wait for that: two programs that open a
    new file at once would meet here."""
    deadline = time.monotonic() + _WAL_PATIENCE_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as fault:
            if classify(fault).kind is not FaultKind.LOCKED or time.monotonic() >= deadline:
                raise
            await_(asyncio.sleep(_POLL_SECONDS))
        else:
            return


def _begin_writing(connection: Connection, patience: float) -> None:
    """Get the write lock. Asked for again and again: the driver's own wait sits in its thread, deaf to a cancel."""
    deadline = time.monotonic() + patience
    restore = f"PRAGMA busy_timeout = {round(patience * 1000)}"
    try:
        while not _is_mine(connection, restore, deadline):
            await_(asyncio.sleep(random.uniform(0.2, 1) * _POLL_SECONDS))  # noqa: S311 - not a secret
    except BaseException:
        run_script(connection, restore)
        raise


def _is_mine(connection: Connection, restore: str, deadline: float) -> bool:
    try:
        run_script(connection, f"PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; {restore}")
    except sqlite3.OperationalError as fault:
        if classify(fault).kind is not FaultKind.LOCKED or time.monotonic() >= deadline:
            raise
        return False
    return True
