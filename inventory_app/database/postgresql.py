"""PostgreSQL: a server that many workstations share; rows are locked one by one, waits are limited by the server."""

from __future__ import annotations

import os
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, ClassVar, Literal
from uuid import uuid4

from sqlalchemy import event, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import AsyncAdaptedQueuePool, NullPool
from typing_extensions import override

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.dialect import Dialect
from inventory_app.database.new_order import NewOrder, SavedOrder, insert_at_once
from inventory_app.database.tls import connect_tls

# An advisory lock that every import holds from BEGIN to COMMIT, so that a waiter can tell (“STOCKROM” in ASCII).
_IMPORT_LOCK = 0x53544F434B524F4D
_IMPORT_LOCK_HELD = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND"
    " database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND"
    " ((classid::bigint << 32) | objid::bigint) = :key"
)


# Seconds, probes, and for data that is not acknowledged milliseconds.
_KEEPALIVE = {"TCP_KEEPIDLE": 30, "TCP_KEEPINTVL": 10, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 60_000}


class PostgresqlDialect(Dialect):
    """Rules of PostgreSQL."""

    name: ClassVar[Literal["sqlite", "postgresql"]] = "postgresql"
    one_writer: ClassVar[bool] = False

    @override
    def open(self, config: DatabaseConfig) -> AsyncEngine:
        connect_args: dict[str, Any] = {"timeout": config.connect_timeout, "ssl": connect_tls(config)}
        options: dict[str, Any] = {"isolation_level": config.isolation, "hide_parameters": True}
        if config.pooler:
            # Behind a transaction pooler a prepared statement may meet another server connection: none are kept,
            # and start-up parameters are not passed on: `begin_action` sets the limits in each transaction.
            connect_args |= {
                "statement_cache_size": 0,
                "prepared_statement_cache_size": 0,
                "prepared_statement_name_func": lambda: f"__stockroom_{uuid4()}__",
            }
            options["poolclass"] = NullPool
        else:
            connect_args["server_settings"] = {
                "application_name": f"stockroom-{os.getpid()}",
                "lock_timeout": _milliseconds(config.lock_timeout),
                "statement_timeout": _milliseconds(config.statement_timeout),
                "jit": "off",
            }
            options |= {
                "poolclass": AsyncAdaptedQueuePool,
                "pool_size": config.pool_size,
                "max_overflow": config.max_overflow,
                "pool_timeout": config.pool_timeout,
                "pool_pre_ping": config.pre_ping,
                "pool_recycle": config.recycle,
            }
        url = config.url.set(password=config.password)
        engine = create_async_engine(url, connect_args=connect_args, **options)
        event.listen(engine.sync_engine, "connect", _notice_silence)
        return engine

    @override
    def insert(self, table: type[DeclarativeBase]) -> Any:
        return insert(table)

    @override
    async def next_id(self, session: AsyncSession, table: type[DeclarativeBase]) -> int:
        # A sequence is outside of the transaction: no two get the same, and a rollback leaves a gap.
        sequence = f"{table.__tablename__}_id_seq"
        number = await session.scalar(text("SELECT nextval(CAST(:sequence AS regclass))"), {"sequence": sequence})
        return int(number or 0)

    @override
    async def save_order(self, session: AsyncSession, order: NewOrder) -> SavedOrder:
        return await insert_at_once(session, order)

    @override
    async def begin_action(self, connection: AsyncConnection, config: DatabaseConfig) -> None:
        if config.pooler:
            await _set_local(connection, lock_timeout=config.lock_timeout, statement_timeout=config.statement_timeout)

    @override
    async def begin_staging(self, connection: AsyncConnection) -> None:
        await _set_local(connection, statement_timeout=0)

    @override
    async def lift_limit(self, connection: AsyncConnection) -> None:
        await _set_local(connection, statement_timeout=0)

    @override
    async def begin_import(self, connection: AsyncConnection, config: DatabaseConfig, tables: Sequence[str]) -> None:
        if config.pooler:
            await _set_local(connection, lock_timeout=config.lock_timeout)
        # SET and LOCK TABLE take no snapshot: what is read afterwards is what all earlier writers committed.
        if tables:
            await connection.execute(text(f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE"))
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _IMPORT_LOCK})
        await _set_local(connection, statement_timeout=0)

    @override
    async def begin_probe(self, connection: AsyncConnection, lock_timeout: float) -> None:
        await _set_local(connection, lock_timeout=lock_timeout)

    @override
    async def commit(self, connection: AsyncConnection) -> None:
        """The driver's own COMMIT, sent by the session, is all."""

    @override
    @asynccontextmanager
    async def import_lock(self, config: DatabaseConfig) -> AsyncIterator[None]:
        yield

    @override
    async def import_is_running(self, connection: AsyncConnection, config: DatabaseConfig) -> bool:
        return bool(await connection.scalar(_IMPORT_LOCK_HELD, {"key": _IMPORT_LOCK}))


def _notice_silence(dbapi_connection: Any, _record: object) -> None:
    """Let the system notice within about a minute that the server is gone without a word (a cut cable, a lost route).

    Otherwise an answer would be waited for for hours; in COMMIT nobody could even stop that.
    """
    transport = getattr(dbapi_connection.driver_connection, "_transport", None)
    line = None if transport is None else transport.get_extra_info("socket")
    if line is None or line.family not in (socket.AF_INET, socket.AF_INET6):
        return
    line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE.items():
        if hasattr(socket, name):  # not every system has all of them
            line.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _milliseconds(seconds: float) -> str:
    return str(round(seconds * 1000))


async def _set_local(connection: AsyncConnection, **seconds: float) -> None:
    for name, value in seconds.items():
        await connection.execute(text(f"SET LOCAL {name} = {_milliseconds(value)}"))
