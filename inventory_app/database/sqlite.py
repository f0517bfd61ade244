"""SQLite: an embedded file in WAL mode, one writer at a time, writers announce themselves with BEGIN IMMEDIATE."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ClassVar, Literal

from filelock import FileLock, Timeout
from sqlalchemy import Connection, event, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from typing_extensions import override

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.dialect import Dialect
from inventory_app.database.faults import FaultKind, classify

# The execution option that only `perform` sets; without it a transaction reads.
WRITE = "write"
_PAGE_CACHE_KIB = 65_536
_POLL_SECONDS = 0.05


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
            connect_args={"timeout": config.lock_timeout},
            hide_parameters=True,
        )
        event.listen(engine.sync_engine, "connect", _configure)
        event.listen(engine.sync_engine, "begin", _begin)
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
    async def begin_action(self, connection: AsyncConnection, config: DatabaseConfig) -> None:
        """The busy timeout of the connection is the limit; there is none for statements."""

    @override
    async def begin_import(self, connection: AsyncConnection) -> None:
        """The locked file of `import_lock` tells the waiters."""

    @override
    async def begin_probe(self, connection: AsyncConnection, lock_timeout: float) -> None:
        """BEGIN IMMEDIATE waited already."""

    @override
    async def commit(self, connection: AsyncConnection) -> None:
        while True:
            try:
                await connection.exec_driver_sql("COMMIT")
                return
            except OperationalError as fault:
                # SQLite says so: a COMMIT that found the file busy leaves the transaction open to be committed again.
                if classify(fault).kind is not FaultKind.LOCKED:
                    raise
                await asyncio.sleep(_POLL_SECONDS)

    @override
    @asynccontextmanager
    async def import_lock(self, config: DatabaseConfig) -> AsyncIterator[None]:
        lock = _import_lock(config)
        while True:
            try:
                lock.acquire(timeout=0)
                break
            except Timeout:
                await asyncio.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            lock.release()

    @override
    async def import_is_running(self, connection: AsyncConnection, config: DatabaseConfig) -> bool:
        lock = _import_lock(config)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        lock.release()
        return False


def _import_lock(config: DatabaseConfig) -> FileLock:
    return FileLock(f"{config.path}.import", mode=0o600, is_singleton=False, thread_local=False)


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
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        "synchronous = FULL",
        f"cache_size = -{_PAGE_CACHE_KIB}",
        "recursive_triggers = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")
