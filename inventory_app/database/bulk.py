"""The only place that touches the driver itself: COPY, executemany, ATTACH, interrupt.

COPY sent through the driver as the first statement would commit by itself, since SQLAlchemy begins lazily: each
function here first makes sure that the transaction is open.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util.concurrency import await_

from inventory_app.database.to_the_end import to_the_end

# SQLite's page cache: as sqlite.py gives it to every connection, and while rows are imported. Sorting takes as much
# again as the database's own cache. The staged rows are read one after the other and need next to none.
_USUAL_CACHE_KIB = 65_536
_IMPORT_CACHE_KIB = 147_456
_TEMP_CACHE_KIB = 24_576
_STAGED_CACHE_KIB = 8_192
_MANY_FOR_SEARCH = 1_000
# FTS5 collects so many bytes before it writes a segment, and merges the segments of a level that has so many. What an
# import adds is written in few large segments, which are merged later, as usual, when products are added.
_SEARCH_AS_USUAL = {"hashsize": 1 << 20, "automerge": 4}
_SEARCH_IN_BULK = {"hashsize": 16 << 20, "automerge": 0}
_ACKNOWLEDGED_WITHIN = 1.0  # seconds for a PostgreSQL server to say that a COPY has stopped
_log = logging.getLogger(__name__)


def interrupt(driver_connection: Any) -> None:
    """Stop the statement that an SQLite connection runs in its thread; asyncpg is stopped by cancelling its task."""
    try:
        connection = getattr(driver_connection, "_conn", None)
        if connection is not None and hasattr(connection, "interrupt"):
            connection.interrupt()
    except (ValueError, sqlite3.ProgrammingError):
        return  # closed already: nothing runs on it


def run_script(connection: Connection, statements: str) -> None:
    """Run several SQLite statements in one go to the driver's thread, for event handlers. Raises sqlite3's errors."""
    driver: Any = connection.connection.driver_connection
    await_(driver.run_script(statements))


async def copy_text(connection: AsyncConnection, table: str, source: AsyncIterator[bytes]) -> None:
    """Stream rows in COPY's text format into a PostgreSQL table inside the open transaction; ``\\N`` is NULL."""
    driver = await _in_transaction(connection)
    async with _ended_unless_idle(connection, driver):
        await driver.copy_to_table(table, source=source, format="text")


async def copy_query(
    connection: AsyncConnection, query: str, values: Sequence[Any], take: Callable[[bytes], Awaitable[None]]
) -> None:
    """Stream the rows of a PostgreSQL query to ``take``, as CSV without a header: one statement, one snapshot.

    Whole tables are joined. Right after a large import the planner knows nothing of their size yet, and would look one
    up for each row of the other: nested loops are its last choice here. How long a file takes is limited by nothing but
    its size and the person's patience. What ``take`` raises ends the connection with it.
    """
    await connection.execute(text("SET LOCAL enable_nestloop = off"))
    await connection.execute(text("SET LOCAL statement_timeout = 0"))
    driver = await _in_transaction(connection)
    was_taken = True

    async def take_or_end(piece: bytes) -> None:
        nonlocal was_taken
        was_taken = False
        await take(piece)
        was_taken = True

    try:
        await driver.copy_from_query(query, *values, output=take_or_end, format="csv")
    except BaseException:
        # asyncpg asks the server to stop and waits for its word about it. It never comes when this was the last piece.
        if not was_taken:
            await to_the_end(_end(connection, driver))
        raise


async def load_rows(connection: AsyncConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """Append rows to a table inside the open transaction: by COPY, or in one go in SQLite's thread."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        driver = await _in_transaction(connection)
        async with _ended_unless_idle(connection, driver):
            await driver.copy_records_to_table(table, records=rows)
        return
    marks = ", ".join("?" * len(rows[0]))
    await connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", [tuple(row) for row in rows])  # noqa: S608


@asynccontextmanager
async def search_index_later(connection: AsyncConnection, rows: int) -> AsyncIterator[None]:
    """While many products are inserted SQLite's search index waits, and takes them all at once: ten times as fast.

    The trigger that does it row by row is dropped and made again from its own words, inside the transaction.
    """
    trigger = None
    if connection.dialect.name == "sqlite" and rows >= _MANY_FOR_SEARCH:
        trigger = await connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'product_search_insert'"))
    if trigger is None:
        yield
        return
    highest = await connection.scalar(text("SELECT coalesce(max(id), 0) FROM product"))
    await connection.execute(text("DROP TRIGGER product_search_insert"))
    yield
    await _set_search(connection, _SEARCH_IN_BULK)
    await connection.execute(
        text("INSERT INTO product_search (rowid, sku, name) SELECT id, sku, name FROM product WHERE id > :highest"),
        {"highest": highest},
    )
    await _set_search(connection, _SEARCH_AS_USUAL)
    await connection.exec_driver_sql(trigger)


async def _set_search(connection: AsyncConnection, options: Mapping[str, int]) -> None:
    for name, value in options.items():
        await connection.execute(
            text("INSERT INTO product_search (product_search, rank) VALUES (:name, :value)"),
            {"name": name, "value": value},
        )


async def attach(connection: AsyncConnection, file: str, name: str) -> None:
    """Let SQLite see another file's tables beside its own, and give it the memory that a large import needs."""
    await connection.execute(text(f"ATTACH DATABASE :file AS {name}"), {"file": file})
    for schema, kib in (("main", _IMPORT_CACHE_KIB), ("temp", _TEMP_CACHE_KIB), (name, _STAGED_CACHE_KIB)):
        await connection.execute(text(f"PRAGMA {schema}.cache_size = -{kib}"))


async def detach(connection: AsyncConnection, name: str) -> None:
    """Let the other file go. Outside of any transaction: a writing one has every attached file in it."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    usual = f"PRAGMA main.cache_size = -{_USUAL_CACHE_KIB}"
    for statement in (f"DETACH DATABASE {name}", usual, "PRAGMA shrink_memory"):
        await (await driver.execute(statement)).close()


@asynccontextmanager
async def _ended_unless_idle(connection: AsyncConnection, driver: Any) -> AsyncIterator[None]:
    """Around a COPY to the server. When its rows end early asyncpg waits for the server's word about it, without end.

    A server that has refused an earlier row has said its word already.
    """
    try:
        yield
    except BaseException:
        await to_the_end(_end_unless_idle(connection, driver))
        raise


async def _end_unless_idle(connection: AsyncConnection, driver: Any) -> None:
    try:
        await driver.execute("", timeout=_ACKNOWLEDGED_WITHIN)
    except Exception as error:  # noqa: BLE001 - whatever it was, nothing can be asked on this connection any more
        _log.info("a connection is ended, since its COPY did not come to an end: %r", error)
        await _end(connection, driver)


async def _end(connection: AsyncConnection, driver: Any) -> None:
    """The server rolls back and stops by itself when its client is gone."""
    driver.terminate()
    await connection.invalidate()


async def _in_transaction(connection: AsyncConnection) -> Any:
    await connection.execute(text("SELECT 1"))
    driver: Any = (await connection.get_raw_connection()).driver_connection
    if driver is None or not driver.is_in_transaction():
        raise RuntimeError("COPY outside of a transaction would commit by itself")
    return driver
