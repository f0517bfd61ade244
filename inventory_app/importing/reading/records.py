"""Records read exactly, one by one, with the csv module: the way of the preview, of odd blocks and of suspect rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from typing_extensions import override

from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.encodings import decode
from inventory_app.importing.reading.format import MAX_RECORD, FileFormat


class Record(NamedTuple):
    """One record: its first physical line, its fields, and its text as it stands in the file, line end included."""

    line: int
    cells: list[str]
    text: str


def read_records(text: str, line: int, file_format: FileFormat) -> Iterator[Record]:
    """The records of a text that begins in physical line ``line``. An empty line is none."""
    lines = _Lines(text)
    csv.field_size_limit(MAX_RECORD)
    for cells in csv.reader(lines, **file_format.csv_arguments()):
        taken = lines.take()
        if cells:
            yield Record(line, cells, "".join(taken))
        line += 1 if file_format.is_sheet else len(taken)


def read_block(block: Block, file_format: FileFormat) -> Iterator[Record]:
    """The records of a block."""
    return read_records(decode(block.data), block.line, file_format)


def is_record(cells: Iterable[str]) -> bool:
    """Whether any cell holds more than white space; ``,,,`` is a record, only without a value."""
    return any(cell.strip() for cell in cells)


class _Lines(Iterator[str]):
    """Physical lines (CR, LF and CRLF each end one) that remembers those it has handed out since `take`."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._taken: list[str] = []

    @override
    def __next__(self) -> str:
        line = next(self._lines)
        self._taken.append(line)
        return line

    def take(self) -> list[str]:
        taken, self._taken = self._taken, []
        return taken
