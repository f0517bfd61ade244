"""The database seen by another program: raw drivers, processes of their own, and COMMITs that are held up."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import asyncpg
from sqlalchemy import text
from sqlalchemy.engine import make_url

from tests.support.waiting import until_answer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Iterator

    from inventory_app.database.database import Database

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
GATE_KEY = 4711


class Raw(Protocol):
    """A foreign program's connection, the same for both engines."""

    async def run(self, statement: str) -> None:
        """Execute and save; raises the driver's error."""

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query gives."""


class RawSqlite:
    """Python's sqlite3 with its defaults: no foreign keys, no recursive triggers, as any other program has it."""

    def __init__(self, url: str) -> None:
        self.connection = sqlite3.connect(str(make_url(url).database), isolation_level=None, timeout=5)

    async def run(self, statement: str) -> None:
        self.connection.execute(statement)

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    async def close(self) -> None:
        self.connection.close()


class RawPostgresql:
    """asyncpg, logged in as the owner of the tables."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    async def run(self, statement: str) -> None:
        await self.connection.execute(statement)

    async def rows(self, query: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await self.connection.fetch(query)]

    async def close(self) -> None:
        await self.connection.close()


async def connect_postgresql(url: str) -> Connection:
    """A connection of the driver to the database of an SQLAlchemy URL."""
    parsed = make_url(url)
    return await asyncpg.connect(
        host=parsed.host, port=parsed.port, user=parsed.username, password=parsed.password, database=parsed.database
    )


@contextlib.asynccontextmanager
async def another_program(url: str) -> AsyncIterator[Raw]:
    """The database by its raw driver."""
    raw = RawSqlite(url) if url.startswith("sqlite") else RawPostgresql(await connect_postgresql(url))
    try:
        yield raw
    finally:
        await raw.close()


class CommitGate:
    """Holds COMMITs of PostgreSQL up from inside: whoever adds a party waits in COMMIT for a lock that the test has."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.admin: Connection

    async def __aenter__(self) -> CommitGate:
        self.admin = await connect_postgresql(self._url)
        await self.admin.execute(
            f"""
            CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
            BEGIN PERFORM pg_advisory_xact_lock_shared({GATE_KEY}); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER gate AFTER INSERT ON party DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION gate();
            SELECT pg_advisory_lock({GATE_KEY});
            """
        )
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.admin.close()

    async def waiting(self) -> int:
        """The backend that is held up in its COMMIT, as soon as there is one."""
        query = (
            "SELECT activity.pid FROM pg_locks JOIN pg_stat_activity activity USING (pid)"
            f" WHERE locktype = 'advisory' AND NOT granted AND objid = {GATE_KEY} AND query ILIKE 'commit%'"
        )
        found: int = await until_answer(lambda: self.admin.fetchval(query), what="somebody in COMMIT")
        return found

    async def open(self) -> None:
        """Let the COMMIT go on."""
        await self.admin.execute(f"SELECT pg_advisory_unlock({GATE_KEY})")


async def error_of(work: Awaitable[object]) -> Exception:
    """What ``work`` raises; that it raises is part of the test."""
    (error,) = await asyncio.gather(work, return_exceptions=True)
    assert isinstance(error, Exception), f"nothing was raised, but {error!r} given"
    return error


async def execute(database: Database, *statements: Any, **values: Any) -> None:
    """In a transaction that writes, as perform has it; nothing is ever saved."""
    async with database.writing_connection() as connection:
        try:
            for statement in statements:
                await connection.execute(text(statement) if isinstance(statement, str) else statement, values)
        finally:
            await connection.rollback()


_HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=5)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
print("held", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
connection.close()
print("released", flush=True)
"""


class SqliteHolder:
    """Another process that holds the file by a transaction of its own until the test says otherwise."""

    def __init__(self, url: str, *statements: str) -> None:
        path = str(make_url(url).database)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _HOLDER, path, *(statements or ("BEGIN IMMEDIATE",))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._expect("held")

    def release(self) -> None:
        """End its transaction."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self._expect("released")

    def end(self) -> None:
        """End the process, whatever it holds."""
        self._process.kill()
        self._process.communicate()

    def _expect(self, word: str) -> None:
        assert self._process.stdout is not None
        heard = self._process.stdout.readline().strip()
        assert heard == word, f"the other process said {heard!r}"


@contextlib.contextmanager
def another_process_holds(url: str, *statements: str) -> Iterator[SqliteHolder]:
    """`BEGIN IMMEDIATE`, or other statements, in a process of its own."""
    holder = SqliteHolder(url, *statements)
    try:
        yield holder
    finally:
        holder.end()
