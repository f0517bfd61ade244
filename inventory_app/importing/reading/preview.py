"""An open file: its format, its headers and its records in blocks; and the beginning of it for the dialog."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from inventory_app.domain.texts import readable
from inventory_app.importing.reading.blocks import Block, BlockReader
from inventory_app.importing.reading.compressed import open_bytes
from inventory_app.importing.reading.encodings import HashedFile, utf8_chunks
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.records import read_block
from inventory_app.importing.reading.refusals import file_refusal
from inventory_app.importing.reading.sheets.reader import SheetRequest, read_sheet
from inventory_app.importing.reading.sheets.table import SheetTable

PREVIEW_ROWS = 100
MOST_COLUMNS = 10_000
_SHOWN = 2_000
# Characters of all rows together; an answer has to fit into one frame.
_MOST_SHOWN = 4 << 20


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One of the first records: where it stands, its fields, and its text as it is in the file."""

    line: int
    cells: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file as it would be read. ``headers`` are 1 to n when the file has none."""

    file_format: FileFormat
    headers: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    size: int

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return {
            "format": self.file_format.to_json(),
            "headers": list(self.headers),
            "rows": [[row.line, list(row.cells), row.text] for row in self.rows],
            "size": self.size,
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Preview:
        """The preview that `to_json` wrote."""
        rows = tuple(PreviewRow(line, tuple(cells), text) for line, cells, text in values["rows"])
        return cls(FileFormat.from_json(values["format"]), tuple(values["headers"]), rows, values["size"])


class Table(Protocol):
    """What reads the records of a file, whatever it is: its headers, then the blocks of records under them."""

    headers: tuple[str, ...]

    @property
    def bytes_read(self) -> int: ...

    @property
    def sha256(self) -> str: ...

    def blocks(self) -> Iterator[Block]: ...


class OpenTable:
    """A text file that is being read, from its header on."""

    def __init__(self, hashed: HashedFile, path: Path, file_format: FileFormat) -> None:
        self._hashed = hashed
        self._path = path
        self._format = file_format
        self._reader = BlockReader(utf8_chunks(hashed.chunks(), file_format.encoding), file_format, path)
        self._pending: list[Block] = []
        self.headers = self._read_headers()

    @property
    def bytes_read(self) -> int:
        return self._hashed.bytes_read

    @property
    def sha256(self) -> str:
        """Of the file's bytes; of all of them once `blocks` has ended."""
        return self._hashed.sha256

    def blocks(self) -> Iterator[Block]:
        """The records after the header. Without a header the first record is one of them."""
        yield from self._pending
        yield from self._reader.blocks()

    def _read_headers(self) -> tuple[str, ...]:
        """Raises Refusal for a file that ends before its header or with it."""
        if self._format.has_header:
            self._reader.skip_lines(self._format.header_line - 1)
        block = self._reader.first_record()
        if block is None:
            where = (
                f"ends before the header line {self._format.header_line:,}" if self._format.has_header else "is empty"
            )
            raise file_refusal(self._path, where, "file_empty")
        cells = next(read_block(block, self._format)).cells
        if len(cells) > MOST_COLUMNS:
            raise file_refusal(
                self._path, f"its first record has {len(cells):,} fields; is the delimiter right?", "file_too_large"
            )
        following = self._reader.first_record()
        if self._format.has_header:
            if following is None:
                raise file_refusal(self._path, "holds a header line and no rows", "file_header_only")
            self._pending = [following]
            return tuple(map(readable, cells))
        self._pending = [block] if following is None else [block, following]
        return tuple(str(place) for place in range(1, len(cells) + 1))


@contextmanager
def open_table(path: Path, file_format: FileFormat) -> Iterator[Table]:
    """Opens a file for reading; raises Refusal when it cannot be."""
    if file_format.is_sheet:
        request = SheetRequest(file_format.sheet, file_format.decimal, file_format.dates, file_format.header_line)
        with read_sheet(path, request) as reader:
            yield SheetTable(reader, path, file_format)
    else:
        with open_bytes(path) as file:
            yield OpenTable(HashedFile(file), path, file_format)


def preview(path: Path, file_format: FileFormat, rows: int = PREVIEW_ROWS) -> Preview:
    """The first rows of a file; raises Refusal when there are none."""
    with open_table(path, file_format) as table:
        return preview_of(table, path, file_format, rows)


def preview_of(table: Table, path: Path, file_format: FileFormat, rows: int = PREVIEW_ROWS) -> Preview:
    """The first rows of a table that is open."""
    records = (record for block in table.blocks() for record in read_block(block, file_format))
    found: list[PreviewRow] = []
    size = 0
    for record in islice(records, rows):
        cells = tuple(cell[:_SHOWN] for cell in record.cells)
        found.append(PreviewRow(record.line, cells, record.text[:_SHOWN]))
        size += sum(map(len, cells)) + len(cells)
        if size > _MOST_SHOWN:
            break
    return Preview(file_format, table.headers, tuple(found), path.stat().st_size)
