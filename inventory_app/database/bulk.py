"""The only place that touches the driver itself: COPY, executemany over iterators, interrupt.

COPY sent through the driver as the first statement would commit by itself, since SQLAlchemy begins lazily: each
function here first makes sure that the transaction is open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection


def interrupt(driver_connection: Any) -> None:
    """Stop the statement that an SQLite connection runs in its thread; asyncpg is stopped by cancelling its task."""
    try:
        connection = getattr(driver_connection, "_conn", None)
        if connection is not None and hasattr(connection, "interrupt"):
            connection.interrupt()
    except (ValueError, sqlite3.ProgrammingError):
        return  # closed already: nothing runs on it


async def copy_csv(
    connection: AsyncConnection, table: str, columns: Sequence[str], source: AsyncIterator[bytes]
) -> None:
    """Stream CSV bytes into a PostgreSQL table inside the open transaction; '' unquoted is NULL."""
    driver = await _in_transaction(connection)
    await driver.copy_to_table(table, columns=list(columns), source=source, format="csv")


async def insert_many(connection: AsyncConnection, statement: str, rows: Iterable[Sequence[object]]) -> None:
    """Run one SQLite statement for each row, drawn from the iterator in the driver's thread."""
    driver = (await connection.get_raw_connection()).driver_connection
    await connection.execute(text("SELECT 1"))
    if driver is None:
        raise RuntimeError("the connection has no driver connection")
    cursor = await driver.executemany(statement, rows)
    await cursor.close()


async def _in_transaction(connection: AsyncConnection) -> Any:
    await connection.execute(text("SELECT 1"))
    driver: Any = (await connection.get_raw_connection()).driver_connection
    if driver is None or not driver.is_in_transaction():
        raise RuntimeError("COPY outside of a transaction would commit by itself")
    return driver
