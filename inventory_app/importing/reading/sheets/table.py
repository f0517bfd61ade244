"""A sheet that is being read, from its header on: the same to its readers as a text file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from inventory_app.domain.texts import readable
from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.format import FileFormat, count_records
from inventory_app.importing.reading.records import Record, read_block
from inventory_app.importing.reading.refusals import file_refusal
from inventory_app.importing.reading.sheets.reader import SheetReader

_MERGED = 1 << 20
# Further down than this the rows are not filled up with empty lines.
_WIDEST_GAP = 100_000


class SheetTable:
    """The records of a sheet under its header. Its rows are its lines."""

    def __init__(self, reader: SheetReader, path: Path, file_format: FileFormat) -> None:
        self._reader = reader
        self._path = path
        self._format = file_format
        self._blocks = reader.blocks()
        self._pending: list[Block] = []
        self.headers = self._read_headers()

    @property
    def bytes_read(self) -> int:
        """The part of the file's size that is the part of the sheet that is read."""
        return int(self._path.stat().st_size * self._reader.done)

    @property
    def sha256(self) -> str:
        """Of the workbook's bytes."""
        with self._path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def blocks(self) -> Iterator[Block]:
        """The records after the header; single rows are put together."""
        waiting: list[Block] = []
        size = 0
        for block in self._remaining():
            if waiting and (size + len(block.data) > _MERGED or block.line - waiting[-1].line > _WIDEST_GAP):
                yield self._merged(waiting)
                waiting, size = [], 0
            waiting.append(block)
            size += len(block.data)
        if waiting:
            yield self._merged(waiting)

    def _remaining(self) -> Iterator[Block]:
        yield from self._pending
        yield from self._blocks

    def _read_headers(self) -> tuple[str, ...]:
        """Raises Refusal for a sheet that ends before its header or with it."""
        block = self._first_from(self._format.header_line)
        if block is None:
            raise file_refusal(
                self._path, f"the sheet ends before the header line {self._format.header_line:,}", "file_empty"
            )
        cells = self._one(block).cells
        following = self._first_from(0)
        if self._format.has_header:
            if following is None:
                raise file_refusal(self._path, "the sheet holds a header and no rows", "file_header_only")
            self._pending = [following]
            return tuple(map(readable, cells))
        self._pending = [block] if following is None else [block, following]
        return tuple(str(place) for place in range(1, len(cells) + 1))

    def _first_from(self, line: int) -> Block | None:
        return next((block for block in self._blocks if block.line >= line), None)

    def _one(self, block: Block) -> Record:
        return next(read_block(block, self._format))

    def _merged(self, blocks: list[Block]) -> Block:
        """Several blocks as one, with an empty line for each row that is not there."""
        pieces, line = [], blocks[0].line
        for block in blocks:
            pieces.append(b"\n" * (block.line - line))
            pieces.append(block.data)
            line = block.line + count_records(block.data, self._format.quote.encode())
        return replace(blocks[0], data=b"".join(pieces))
