"""A file's text cut into blocks of whole records, in bounded memory, each block with its physical line.

The cut is where the csv module would end a record: quotes are followed from the first byte on, so that a line end
inside a field never cuts, and a stray quote never hides the rest of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inventory_app.domain.errors import Refusal
from inventory_app.importing.reading.format import MAX_RECORD, FileFormat, count_lines, last_line_end
from inventory_app.importing.reading.refusals import file_refusal

# A stray quote is stepped over in windows of this size, so that only they are read the slow way.
WINDOW = 64 << 10


@dataclass(frozen=True, slots=True)
class Block:
    """Whole records in UTF-8; ``line`` is the physical line of the first. ``well_formed``: no stray quotes in it."""

    data: bytes
    line: int
    well_formed: bool


class BlockReader:
    """Cuts UTF-8 chunks into blocks. First the lines before the header may be skipped and the header be taken."""

    def __init__(self, chunks: Iterator[bytes], file_format: FileFormat, path: Path) -> None:
        self._chunks = chunks
        self._format = file_format
        self._path = path
        self._data = b""
        self._start = 0
        self._line = 1
        self._final = False

    def skip_lines(self, count: int) -> None:
        """Leave ``count`` physical lines out."""
        for _ in range(count):
            while (end := self._line_end(self._start)) is None and not self._final:
                self._fill()
            if end is None and self._start == len(self._data):
                return  # the file has no more of them
            self._take((end if end is not None else len(self._data)) - self._start, well_formed=False)

    def first_record(self) -> Block | None:
        """The next record that is not an empty line, as a block of its own; None at the end of the file."""
        while True:
            length = self._whole_records(limit=1)
            if not length:
                return None
            block = self._take(length, well_formed=False)
            if block.data.strip(b"\r\n"):
                return block

    def blocks(self) -> Iterator[Block]:
        """The rest of the file. Raises Refusal for a record that is too long and for a quote that is never closed."""
        while True:
            if not self._final:
                self._fill()
            length, well_formed = self._cut()
            while length:
                yield self._take(length, well_formed=well_formed)
                length, well_formed = self._cut()
            if self._final:
                return

    def _fill(self) -> None:
        chunk = next(self._chunks, None)
        if chunk is None:
            self._final = True
            chunk = b""
        self._data = self._data[self._start :] + chunk
        self._start = 0

    def _take(self, length: int, *, well_formed: bool) -> Block:
        block = Block(self._data[self._start : self._start + length], self._line, well_formed)
        self._start += length
        self._line += count_lines(block.data)
        return block

    def _cut(self) -> tuple[int, bool]:
        """The length of the next block, 0 when more has to be read first; and whether its quotes are well formed."""
        left = len(self._data) - self._start
        if not left:
            return 0, True
        if left > MAX_RECORD:
            self._refuse_long_record()
        if self._format.is_plain and (length := self._well_formed_length()):
            return length, True
        for window in (WINDOW, left):
            if length := self._whole_length(min(window, left)):
                return length, False
        return (self._last_record(), False) if self._final else (0, False)

    def _refuse_long_record(self) -> None:
        """Raises Refusal when the next record, as far as it is known, is longer than any can be."""
        found = self._format.one_record.match(self._data, self._start)
        if found is None or found.end() - self._start > MAX_RECORD:
            raise self._too_long()

    def _well_formed_length(self) -> int:
        known = len(self._data)
        if not self._final and self._format.quote:
            # A quote at the edge closes its field only if the next chunk does not begin with another one.
            quote = self._format.quote.encode()
            while known > self._start and self._data[known - 1 : known] == quote:
                known -= 1
        found = self._format.well_formed.match(self._data, self._start, known)
        end = found.end() if found else self._start
        if self._final and end == len(self._data):
            return end - self._start
        if not self._final and end == len(self._data) and self._data.endswith(b"\r"):
            end -= 1  # it may be half of a CRLF
        return last_line_end(self._data, self._start, end, self._format.quote.encode()) - self._start

    def _whole_length(self, window: int) -> int:
        """The length of the whole records within a window, as the csv module sees them."""
        limit = self._start + window
        found = self._format.records.match(self._data, self._start, limit)
        end = found.end() if found else self._start
        return self._without_half_line_end(end) - self._start

    def _without_half_line_end(self, end: int) -> int:
        """A CR at the edge of what is known may be half of a CRLF: take the other half in, or wait for it."""
        if self._data[end - 1 : end] != b"\r" or end == self._start:
            return end
        if end < len(self._data):
            return end + 1 if self._data[end : end + 1] == b"\n" else end
        if self._final:
            return end
        before = self._format.records.match(self._data, self._start, end - 1)
        return before.end() if before else self._start

    def _whole_records(self, limit: int) -> int:
        """The length of the next ``limit`` records, their line ends included; reads on as far as they go."""
        while True:
            if length := self._known_records(limit):
                return length
            if self._final:
                return self._last_record() if self._start < len(self._data) else 0
            if len(self._data) - self._start > MAX_RECORD:
                raise self._too_long()
            self._fill()

    def _known_records(self, limit: int) -> int:
        end = self._start
        for _ in range(limit):
            found = self._format.one_record.match(self._data, end)
            after = self._line_end(found.end()) if found else None
            if found is None or after is None or self._data[found.end() : found.end() + 1] not in (b"\r", b"\n"):
                return 0
            end = after
        return end - self._start

    def _last_record(self) -> int:
        """The length of a last record without a line end."""
        found = self._format.one_record.match(self._data, self._start)
        if found and found.end() == len(self._data):
            return len(self._data) - self._start
        raise file_refusal(
            self._path,
            f"the record that begins in line {self._line:,} opens a quote that is never closed; close it, "
            "or choose another quote mark, or none",
            "quote_not_closed",
        )

    def _line_end(self, start: int) -> int | None:
        """Where the line that goes through ``start`` ends, its line end included; None when that is not known yet."""
        ends = [place for mark in (b"\n", b"\r") if (place := self._data.find(mark, start)) >= 0]
        if not ends:
            return None
        end = min(ends) + 1
        if self._data[end - 1 : end] == b"\r":
            if end == len(self._data) and not self._final:
                return None
            end += self._data[end : end + 1] == b"\n"
        return end

    def _too_long(self) -> Refusal:
        return file_refusal(
            self._path,
            f"the record that begins in line {self._line:,} is longer than {MAX_RECORD >> 20} MB; "
            "perhaps a quote is not closed, or the quote mark is another one",
            "record_too_long",
        )
