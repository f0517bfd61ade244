"""aiosqlite with one way to its thread and back per statement, where it takes four: cursor, execute, fetch, close.

A way there and back costs more than what SQLite does for most statements, above all in the window, whose loop is busy.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import aiosqlite
from typing_extensions import override

# So many rows come along with the statement that finds them; the rest is fetched when it is asked for.
_ROWS_AT_ONCE = 500


class OneHopConnection(aiosqlite.Connection):
    """A connection whose cursors need no hop to be made and none to be closed."""

    @override
    def cursor(self) -> OneHopCursor:  # type: ignore[override]  # is entered like the result of the original
        return OneHopCursor(self)

    @override
    async def commit(self) -> None:
        # SQLAlchemy commits once more what `SqliteDialect.commit` has committed.
        if self.in_transaction:
            await super().commit()

    async def run_script(self, statements: str) -> None:
        """Several statements in one hop."""
        in_thread: Callable[..., Awaitable[Any]] = self._execute
        await in_thread(_run_script, self._conn, statements)


class OneHopCursor(aiosqlite.Cursor):
    """Brings the first rows along with the statement. What is exhausted is closed by SQLite itself."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._conn = connection
        self._in_thread: Callable[..., Awaitable[Any]] = connection._execute
        self._rows: list[Any] = []
        self._more = False

    @override
    async def __aenter__(self) -> OneHopCursor:
        # Only an object of Python's: what has to be asked of the file is asked in the thread.
        self._cursor = self._conn._conn.cursor()
        return self

    @override
    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> OneHopCursor:
        return await self._run(self._cursor.execute, sql, () if parameters is None else parameters)

    @override
    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> OneHopCursor:
        return await self._run(self._cursor.executemany, sql, parameters)

    async def _run(self, function: Any, sql: str, parameters: Iterable[Any]) -> OneHopCursor:
        self._rows, self._more = [], False
        self._take(await self._in_thread(_run_and_fetch, function, sql, parameters))
        return self

    def _take(self, rows: list[Any]) -> None:
        self._rows += rows
        self._more = len(rows) >= _ROWS_AT_ONCE

    @override
    async def fetchone(self) -> Any | None:
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    @override
    async def fetchmany(self, size: int | None = None) -> list[Any]:
        wanted = self.arraysize if size is None else size
        while self._more and len(self._rows) < wanted:
            self._take(await self._in_thread(self._cursor.fetchmany, _ROWS_AT_ONCE))
        given, self._rows = self._rows[:wanted], self._rows[wanted:]
        return given

    @override
    async def fetchall(self) -> list[Any]:
        if self._more:
            self._rows += await self._in_thread(self._cursor.fetchall)
            self._more = False
        given, self._rows = self._rows, []
        return given

    @override
    async def close(self) -> None:
        if self._more:
            self._more = False
            await self._in_thread(self._cursor.close)


def connect(path: str, **options: Any) -> OneHopConnection:
    """A connection to the file, with a thread of its own; awaiting it opens the file."""

    def connector() -> sqlite3.Connection:
        opened: sqlite3.Connection = sqlite3.connect(path, **options)
        return opened

    connection = OneHopConnection(connector, _ROWS_AT_ONCE)
    # As SQLAlchemy does it: a connection that was left open must not keep the program from ending.
    connection._thread.daemon = True
    return connection


def _run_and_fetch(function: Any, sql: str, parameters: Iterable[Any]) -> list[Any]:
    cursor: sqlite3.Cursor = function(sql, parameters)
    return cursor.fetchmany(_ROWS_AT_ONCE) if cursor.description else []


def _run_script(connection: sqlite3.Connection, statements: str) -> None:
    connection.executescript(statements).close()
