"""Errors of SQLite's files as the driver really raises them, and what the program makes of each."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, text
from sqlalchemy.engine import make_url

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.faults import FaultKind, classify
from inventory_app.database.tables import Party
from tests.support.raw import another_process_holds, error_of, execute

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.raw import Raw, error_of, execute

on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@on_sqlite
async def test_a_file_that_another_process_holds(stockroom_url: str) -> None:
    config = DatabaseConfig.from_url(stockroom_url)
    database = Database.open(DatabaseConfig(config.url, lock_timeout=0.05))
    try:
        with another_process_holds(stockroom_url):
            fault = classify(await error_of(execute(database, "SELECT 1")))
    finally:
        await database.close()
    assert (fault.kind, fault.code, fault.constraint) == (FaultKind.LOCKED, "SQLITE_BUSY", "")


@on_sqlite
async def test_a_snapshot_that_is_too_old_to_write_in(database: Database, other: Raw) -> None:
    """A transaction that has read and then writes: refused as soon as anyone else wrote. Only perform writes."""
    async with database.engine.connect() as connection:
        await connection.execute(text("SELECT * FROM party"))
        await other.run("INSERT INTO party (name) VALUES ('meanwhile')")
        error = await error_of(connection.execute(insert(Party).values(name="late")))
        await connection.rollback()
    fault = classify(error)
    assert (fault.kind, fault.code) == (FaultKind.LOCKED, "SQLITE_BUSY_SNAPSHOT")


def of_sqlite(path: str | Path, *statements: str, uri: bool = False) -> Exception:
    """What Python's sqlite3 raises."""
    with pytest.raises(sqlite3.Error) as raised:
        _run(path, statements, uri)
    return raised.value


def _run(path: str | Path, statements: tuple[str, ...], uri: bool) -> None:
    with contextlib.closing(sqlite3.connect(path, uri=uri, timeout=0)) as opened:
        for statement in statements:
            opened.execute(statement).fetchall()


def test_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Sir or Madam, " * 100)
    assert classify(of_sqlite(letter, "SELECT * FROM sqlite_schema")).kind is FaultKind.CORRUPT
    nowhere = classify(of_sqlite(f"file:{tmp_path}/nowhere/x.db?mode=rw", "SELECT 1", uri=True))
    assert (nowhere.kind, nowhere.unreachable) == (FaultKind.UNREACHABLE, True)
    good = tmp_path / "good.db"
    with sqlite3.connect(good) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    read_only = of_sqlite(f"file:{good}?mode=ro", "INSERT INTO t VALUES (1)", uri=True)
    assert classify(read_only).kind is FaultKind.READ_ONLY
    full = of_sqlite(good, "PRAGMA max_page_count = 2", f"INSERT INTO t VALUES ('{'x' * 100_000}')")
    assert classify(full).kind is FaultKind.DISK_FULL
    assert classify(of_sqlite(good, "SELECT * FROM absent")).kind is FaultKind.NO_SCHEMA


def test_a_damaged_file(sqlite_stockroom_url: str) -> None:
    path = make_url(sqlite_stockroom_url).database
    assert path is not None
    with open(path, "r+b") as file:  # noqa: PTH123 - bytes in the middle of it
        file.seek(4096)
        file.write(os.urandom(200_000))
    error = of_sqlite(path, "PRAGMA integrity_check", "SELECT count(*) FROM product, location, stock_move, action_log")
    assert classify(error).kind is FaultKind.CORRUPT


def test_an_interrupted_statement(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.db")
    began = time.monotonic()
    connection.set_progress_handler(lambda: 1, 1000)
    with pytest.raises(sqlite3.OperationalError) as raised:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT max(i) FROM n"
        ).fetchall()
    connection.close()
    assert classify(raised.value).kind is FaultKind.INTERRUPTED
    assert time.monotonic() - began < 5
