"""CSV: UTF-8, commas, LF, quotes where they are needed. Guarded files are marked by an empty last column."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

import polars as pl
from typing_extensions import override

from inventory_app.exporting.guard import MARK
from inventory_app.exporting.job import WrittenColumn
from inventory_app.exporting.writing.writer import Writer


class CsvWriter(Writer):
    """What is not known and what is blank are both an empty field."""

    guards = True

    @override
    def __init__(self, file: BinaryIO, columns: Sequence[WrittenColumn], *, raw: bool) -> None:
        self._file = file
        self._mark = [] if raw else [pl.lit(None, pl.String).alias(MARK)]
        header = io.StringIO()
        names = [column.name for column in columns]
        csv.writer(header, lineterminator="\n").writerow(names if raw else [*names, MARK])
        file.write(header.getvalue().encode())

    @override
    def write(self, rows: pl.DataFrame) -> None:
        blank = pl.col(pl.String).replace("", None)
        text = rows.with_columns(blank).with_columns(self._mark).write_csv(include_header=False)
        self._file.write(text.encode())
