"""The process that writes a file of rejected rows, held where it is so that something can happen meanwhile."""

from __future__ import annotations

from pathlib import Path

import psutil

from tests.support.children import READER, children_at
from tests.support.waiting import until

MANY = 60_000


def partials(folder: Path) -> list[Path]:
    """Files of rejected rows that are not complete."""
    return [path for path in folder.iterdir() if path.name.endswith(".partial")]


def every_third_bad(path: Path, rows: int = MANY) -> Path:
    """Products of which each third has a price that is none."""
    lines = (f"S{number},Name {number},{'x' if number % 3 == 0 else '1.5'}\n" for number in range(rows))
    path.write_text("sku,name,price\n" + "".join(lines), encoding="utf-8")
    return path


def hold_writer(program: int | None = None) -> psutil.Process:
    """The reading process that ``program`` (this one) has begun, which stands still from now on."""
    (writer,) = children_at(READER, program)
    writer.suspend()
    return writer


async def held_writer(folder: Path) -> psutil.Process:
    """Wait until rejected rows are written to ``folder``, and hold the process that does."""
    await until(lambda: partials(folder), 60.0, what="rejected rows to be written")
    writer = hold_writer()
    assert partials(folder), "it was too fast to be held"
    return writer
