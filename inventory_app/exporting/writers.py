"""The formats of exports. A further one (XLSX) is one more `Writer` in `WRITERS`."""

from __future__ import annotations

import csv
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from typing_extensions import override

from inventory_app.domain.errors import Refusal
from inventory_app.exporting.guard import MARK, guard
from inventory_app.exporting.tables import Column, written


class Writer(ABC):
    """Writes the rows of one table to one open file."""

    @abstractmethod
    def __init__(self, file: TextIO, columns: Sequence[Column], *, raw: bool) -> None:
        """Begin the file. ``raw``: texts are written as they are, formulas and all."""

    @abstractmethod
    def write(self, rows: Sequence[Any]) -> None:
        """The next rows."""


class CsvWriter(Writer):
    """Commas, LF, quotes where they are needed. Guarded files are marked by an empty last column."""

    @override
    def __init__(self, file: TextIO, columns: Sequence[Column], *, raw: bool) -> None:
        self._columns = columns
        self._raw = raw
        self._writer = csv.writer(file, lineterminator="\n")
        self._writer.writerow([column.name for column in columns] + ([] if raw else [MARK]))

    @override
    def write(self, rows: Sequence[Any]) -> None:
        self._writer.writerows(self._cells(row) for row in rows)

    def _cells(self, row: Any) -> list[str]:
        cells = [(column, written(column.value(row))) for column in self._columns]
        if self._raw:
            return [text for _, text in cells]
        return [*(guard(text) if column.is_text else text for column, text in cells), ""]


class JsonLinesWriter(Writer):
    """One JSON object per line; numbers are plain decimal strings, what is not known is null. Nothing is guarded."""

    @override
    def __init__(self, file: TextIO, columns: Sequence[Column], *, raw: bool) -> None:
        self._columns = columns
        self._file = file

    @override
    def write(self, rows: Sequence[Any]) -> None:
        for row in rows:
            values = {column.name: _json_value(column.value(row)) for column in self._columns}
            self._file.write(json.dumps(values, ensure_ascii=False) + "\n")


WRITERS: Mapping[str, type[Writer]] = {"csv": CsvWriter, "jsonl": JsonLinesWriter}


def writer_of(name: str) -> type[Writer]:
    """The format of that name; raises Refusal naming those there are."""
    if name not in WRITERS:
        raise Refusal("export_format", f"format: “{name}” is not one of {', '.join(WRITERS)}.", field="format")
    return WRITERS[name]


def _json_value(value: object) -> object:
    return value if value is None or isinstance(value, bool | int) else written(value)
