"""Exports that do not come to their end: stopped, killed, cut off. There is no file, and nothing goes on running."""

from __future__ import annotations

import asyncio
import io
import os
import signal
from pathlib import Path
from typing import Any

import psutil
import pytest
from sqlalchemy import text
from typing_extensions import override

from inventory_app.database.database import Database
from inventory_app.exporting.export import export
from inventory_app.exporting.process import WritingFailed
from inventory_app.exporting.request import ExportRequest
from tests.support.children import WRITER, children_at
from tests.support.shop import Shop


@pytest.fixture
async def shop(database: Database) -> Shop:
    shop = Shop(database)
    await shop.product("A", "1")
    return shop


def writers() -> list[psutil.Process]:
    return children_at(WRITER)


async def test_a_stopped_export_leaves_nothing(shop: Shop, tmp_path: Path) -> None:
    task: asyncio.Task[int] | None = None

    def stop(_rows: int) -> None:
        assert task is not None
        task.cancel()

    path = tmp_path / "products.csv"
    task = asyncio.ensure_future(export(shop.database, ExportRequest("products", output=str(path)), report=stop))
    with pytest.raises(asyncio.CancelledError):
        await task
    assert list(tmp_path.glob("*products*")) == []
    assert writers() == []


async def test_a_killed_writer_is_told_and_leaves_nothing(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    path.write_text("before")
    task = asyncio.ensure_future(export(shop.database, ExportRequest("products", output=str(path))))
    while not (found := writers()):  # noqa: ASYNC110 - another process: only asking tells
        await asyncio.sleep(0)
    os.kill(found[0].pid, signal.SIGKILL)
    with pytest.raises(WritingFailed, match="could not be written"):
        await task
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.glob("*products*")] == ["products.csv"]


class Gone(io.BytesIO):
    """A pipe that nobody reads any more."""

    @override
    def write(self, data: Any, /) -> int:
        del data
        raise BrokenPipeError


async def test_a_reader_that_went_away_ends_the_export(shop: Shop) -> None:
    with pytest.raises(BrokenPipeError):
        await export(shop.database, ExportRequest("products"), pipe=Gone())
    assert writers() == []


async def test_a_table_that_the_database_cannot_read_is_a_failure(shop: Shop, tmp_path: Path) -> None:
    """The query fails on the engine's side, after the file was begun."""
    async with shop.database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE reorder_rule RENAME TO elsewhere"))
    path = tmp_path / "stock.csv"
    with pytest.raises(Exception, match=r"could not be written|does not exist"):
        await export(shop.database, ExportRequest("stock", output=str(path)))
    assert list(tmp_path.glob("*stock.csv*")) == []
    assert writers() == []
