"""One open database: its engine, its reading sessions, and the queue of its writers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.dialect import Dialect
from inventory_app.database.faults import classify
from inventory_app.database.postgresql import PostgresqlDialect
from inventory_app.database.sqlite import WRITE, SqliteDialect
from inventory_app.database.to_the_end import to_the_end

log = logging.getLogger(__name__)

# A server that does not answer must not keep the program from closing.
_GRACE_SECONDS = 1.0
# So many connections of the pool are kept from the window's questions: for actions, and for asking whether it answers.
_NOT_FOR_QUESTIONS = 3


class Database:
    """A database that is in use. Made by `open`, ended by `close`; both may be called from any task of its loop."""

    def __init__(self, config: DatabaseConfig, dialect: Dialect, engine: AsyncEngine) -> None:
        self.config = config
        self.dialect = dialect
        self.engine = engine
        # SQLite has one writer; waiting here is fair and can be cancelled, waiting in the driver's thread is neither.
        self._writers = asyncio.Lock() if dialect.one_writer else None
        most = config.pool_size + config.max_overflow - _NOT_FOR_QUESTIONS
        self._readers = asyncio.Semaphore(max(1, most))
        self._abandoned: set[asyncio.Task[None]] = set()

    @classmethod
    def open(cls, config: DatabaseConfig) -> Database:
        """Make the engine; the first connection is made by whoever needs one."""
        dialect: Dialect = SqliteDialect() if config.is_sqlite else PostgresqlDialect()
        return cls(config, dialect, dialect.open(config))

    async def close(self) -> None:
        """Close all connections. Running transactions must have ended before."""
        await self.settle()
        await self.engine.dispose()

    async def settle(self) -> None:
        """Wait until the connections that nobody wants any more are closed; what does not come about is given up."""
        if not self._abandoned:
            return
        _, late = await asyncio.wait(set(self._abandoned), timeout=_GRACE_SECONDS)
        for one in late:
            one.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[AsyncConnection]:
        """A connection from the pool for as long as the block lasts.

        A cancel that comes while it is being made is heard at once; the connection is finished and closed behind it,
        since both drivers leave half a connection behind when they are stopped in the middle.
        """
        connection = self.engine.connect()
        making = asyncio.ensure_future(_start(connection))
        try:
            await asyncio.shield(making)
        except asyncio.CancelledError:
            letting_go = asyncio.create_task(_let_go(making, connection))
            self._abandoned.add(letting_go)
            letting_go.add_done_callback(self._abandoned.discard)
            raise
        try:
            yield connection
        finally:
            await to_the_end(connection.close())

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session for one query: never shared, never kept. It begins by itself and ends by close."""
        async with (
            self.connected() as connection,
            AsyncSession(bind=connection, expire_on_commit=False, autoflush=False) as session,
        ):
            yield session

    @asynccontextmanager
    async def reading_slot(self, *, at_once: bool = False) -> AsyncIterator[None]:
        """A question's turn: however many are asked, they never take all connections."""
        if at_once:
            yield
            return
        async with self._readers:
            yield

    @asynccontextmanager
    async def writing_connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose transactions write. Only `perform` asks for it, and it ends them."""
        async with self.connected() as connection:
            await connection.execution_options(**{WRITE: True})
            yield connection

    @asynccontextmanager
    async def writer_slot(self) -> AsyncIterator[None]:
        """This process's turn to write: one at a time on SQLite, no limit elsewhere."""
        if self._writers is None:
            yield
            return
        async with self._writers:
            yield

    @property
    def writers_waiting(self) -> bool:
        """Whether a writer would have to wait for another one of this process."""
        return self._writers is not None and self._writers.locked()

    async def import_is_running(self, kept: AsyncConnection | None = None) -> bool:
        """Whether an import holds the database, in this process or another; asked on ``kept`` if there is one."""
        if kept is not None:
            return await self.dialect.import_is_running(kept, self.config)
        async with self.connected() as connection:
            return await self.dialect.import_is_running(connection, self.config)


async def _start(connection: AsyncConnection) -> None:
    await connection.start()


async def _let_go(making: asyncio.Future[None], connection: AsyncConnection) -> None:
    """Close a connection that nobody wants any more, once it is made."""
    try:
        await making
    except Exception as error:  # noqa: BLE001 - also asyncpg's own; nobody waits for an answer any more
        log.info("an abandoned connection failed: %s", classify(error).detail)
    else:
        await connection.close()
