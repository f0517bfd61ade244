"""Where the writing process has its rows from: an SQLite file, or CSV that PostgreSQL's COPY sends down the pipe."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import polars as pl

from inventory_app.exporting.job import WriteTable

_ROWS = 10_000
_BYTES = 1 << 20
_PATIENCE_SECONDS = 5.0


def sqlite_rows(job: WriteTable, schema: Mapping[str, pl.DataType]) -> Iterator[pl.DataFrame]:
    """The rows of the job's query, from one snapshot of the file, which is opened for reading only."""
    address = f"{Path(job.database).absolute().as_uri()}?mode=ro"
    # Blocks are read by a thread of their own; only one at a time uses the connection.
    with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE_SECONDS, check_same_thread=False)) as connection:
        cursor = connection.execute(job.sql, job.values)
        while rows := cursor.fetchmany(_ROWS):
            yield pl.DataFrame(rows, schema=schema, orient="row")


def copied_rows(pipe: BinaryIO, schema: Mapping[str, pl.DataType]) -> Iterator[pl.DataFrame]:
    """Rows of COPY's CSV: what is not quoted and empty is null. Only whole rows make a block."""
    kept = b""
    while piece := pipe.read(_BYTES):
        data = kept + piece
        end = _last_row_end(data)
        kept = data[end:]
        if end:
            yield _parsed(data[:end], schema)
    if kept:
        yield _parsed(kept, schema)


def _last_row_end(data: bytes) -> int:
    """Where the last whole row ends; the data begins with a row, so quotes tell what is inside a field."""
    end = len(data)
    inside = data.count(b'"') & 1
    while (found := data.rfind(b"\n", 0, end)) >= 0:
        inside ^= data.count(b'"', found, end) & 1
        if not inside:
            return found + 1
        end = found
    return 0


def _parsed(data: bytes, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    return pl.read_csv(data, has_header=False, schema=schema, quote_char='"', eol_char="\n")
