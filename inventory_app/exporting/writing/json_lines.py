"""JSON Lines: an object per row; numbers are plain decimal strings, what is not known is null. Nothing is guarded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import polars as pl
from typing_extensions import override

from inventory_app.exporting.job import WrittenColumn
from inventory_app.exporting.writing.writer import Writer


class JsonLinesWriter(Writer):
    """The objects' names are in the order of the columns."""

    @override
    def __init__(self, file: BinaryIO, columns: Sequence[WrittenColumn], *, raw: bool) -> None:
        self._file = file

    @override
    def write(self, rows: pl.DataFrame) -> None:
        self._file.write(rows.write_ndjson().encode())
