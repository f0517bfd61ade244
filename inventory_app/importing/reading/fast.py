"""Records read a block at a time with polars, much faster than one by one, or not at all where that is not exact.

polars cannot tell a missing field from an empty one and drops fields beyond the header silently; so the separators of
every record are counted, and what polars may see otherwise than the csv module is left to `reading.records`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import polars as pl

from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.encodings import decode
from inventory_app.importing.reading.format import FileFormat, count_lines, count_records, last_line_end
from inventory_app.importing.reading.records import Record, read_records

# Below this a block is read faster one by one, and is small enough not to be halved again.
SMALL = 16 << 10
_MARK = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Texts:
    """The physical lines of a block. ``marked`` are the same with a mark for each byte that is no text, if any is."""

    lines: pl.Series
    marked: list[str]

    @classmethod
    def of(cls, data: bytes) -> _Texts:
        """polars keeps no marks: it gets the usual sign for what cannot be read."""
        try:
            return cls(_lines(data.decode()), [])
        except UnicodeDecodeError:
            return cls(_lines(data.decode(errors="replace")), decode(data).removesuffix("\n").split("\n"))

    def joined(self, first: int, count: int) -> str:
        """Some lines as they stand in the file."""
        found = self.marked[first : first + count] if self.marked else self.lines[first : first + count].to_list()
        return "\n".join(found)

    def unreadable(self) -> list[int]:
        """The lines that hold a mark."""
        return [place for place, line in enumerate(self.marked) if not line.isascii() and _MARK.search(line)]


def _lines(text: str) -> pl.Series:
    return pl.Series([text.removesuffix("\n")]).str.split("\n").explode()


@dataclass(frozen=True, slots=True)
class FastBlock:
    """The records of a block: ``cells`` one column per field of the header, ``lines`` and ``odd`` beside them.

    ``odd`` are the records that have to be read again: of another width than the header, or not decodable.
    """

    cells: pl.DataFrame
    lines: pl.Series
    odd: pl.Series
    _texts: _Texts
    _first: pl.Series
    _count: pl.Series
    _format: FileFormat

    def records(self, places: list[int]) -> list[Record]:
        """Some of the records again, exactly, as the csv module reads them."""
        found: list[Record] = []
        for place in places:
            text = self._texts.joined(self._first[place], self._count[place])
            found.extend(read_records(text, self.lines[place], self._format))
        return found


def column_name(place: int) -> str:
    """What the column of a field is called in `FastBlock.cells`."""
    return f"f{place}"


def read_fast(block: Block, width: int, file_format: FileFormat) -> FastBlock | None:
    """The block's records, or None where only the exact way is sure to be right."""
    data = _plain_line_ends(block, file_format)
    if data is None or not block.well_formed or b"\0" in data or not file_format.is_plain:
        return None
    texts = _Texts.of(data)
    try:
        cells = _parse(data.decode(errors="replace").encode() if texts.marked else data, width, file_format)
    except pl.exceptions.ComputeError:
        return None  # whatever polars does not like of it, the exact way reads it or names it
    lines = texts.lines
    counted = _count(cells, lines, file_format)
    if counted is None:
        return None
    first, count, separators = counted
    # The rows of a sheet are numbered, whatever line ends are in their cells.
    places = pl.int_range(cells.height, eager=True, dtype=pl.Int64) if file_format.is_sheet else first
    if not (lines.str.len_bytes() > 1).all():
        # An empty line is no record; polars makes one of it.
        kept = lines.gather(first).str.strip_chars_end("\r") != ""
        cells = cells.filter(kept)
        places, first, count, separators = (one.filter(kept) for one in (places, first, count, separators))
    odd = separators != width - 1
    if texts.marked:
        odd = odd.scatter((first.search_sorted(pl.Series(texts.unreadable()), side="right") - 1).unique(), values=True)
    return FastBlock(cells, places + block.line, odd, texts, first, count, file_format)


def halve(block: Block, file_format: FileFormat, small: int = SMALL) -> tuple[Block, Block] | None:
    """Two blocks of whole records, or None when it is small or is one record. Only for well-formed blocks."""
    if len(block.data) <= small:
        return None
    found = file_format.well_formed.match(block.data, 0, len(block.data) // 2)
    cut = last_line_end(block.data, 0, found.end() if found else 0, file_format.quote.encode())
    cut += block.data[cut - 1 : cut + 1] == b"\r\n"
    if not cut:
        return None
    head, tail = block.data[:cut], block.data[cut:]
    lines = count_records(head, file_format.quote.encode()) if file_format.is_sheet else count_lines(head)
    return replace(block, data=head), replace(block, data=tail, line=block.line + lines)


def _plain_line_ends(block: Block, file_format: FileFormat) -> bytes | None:
    """The data with line ends that polars knows (LF, CRLF); None when a lone CR may be part of a field."""
    data = block.data
    if b"\r" not in data or data.count(b"\r") == data.count(b"\r\n"):
        return data
    if file_format.quote and file_format.quote.encode() in data and _line_end_in_quotes(data, file_format):
        return None
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _line_end_in_quotes(data: bytes, file_format: FileFormat) -> bool:
    """Whether a quoted field of a well-formed block holds a line end."""
    quote = re.escape(file_format.quote.encode())
    in_one_line = re.compile(
        rb"(?>(?:[^%b]*+%b(?>(?:[^%b\r\n]++|%b%b)*)%b)*)[^%b]*+" % (quote, quote, quote, quote, quote, quote, quote)
    )
    return in_one_line.fullmatch(data) is None


def _parse(data: bytes, width: int, file_format: FileFormat) -> pl.DataFrame:
    """All fields as text, one column more than the header has, so that a record with too many is not cut short."""
    names = [column_name(place) for place in range(width + 1)]
    header = file_format.delimiter.join(names).encode() + b"\n"
    return pl.read_csv(
        header + data,
        schema=dict.fromkeys(names, pl.String),
        separator=file_format.delimiter,
        quote_char=file_format.quote or None,
        truncate_ragged_lines=True,
        empty_string_is_null=False,
    )


def _count(
    cells: pl.DataFrame, lines: pl.Series, file_format: FileFormat
) -> tuple[pl.Series, pl.Series, pl.Series] | None:
    """For each record its first line (from 0), its number of lines and of separators; None when they do not add up."""
    height = cells.height
    first = pl.int_range(0, height, eager=True, dtype=pl.Int64)
    separators = lines.str.count_matches(file_format.delimiter, literal=True).cast(pl.Int64)
    if lines.len() == height:
        count = pl.repeat(1, height, dtype=pl.Int64, eager=True)
    else:
        inner = (
            cells.select(pl.sum_horizontal(pl.all().str.count_matches("\n", literal=True))).to_series().cast(pl.Int64)
        )
        if int(inner.sum()) + height != lines.len():
            return None
        first = first + inner.cum_sum() - inner
        count = inner + 1
        until = separators.cum_sum().gather(first + inner)
        separators = until - until.shift(1, fill_value=0)
    if file_format.quote:
        separators = _without_quoted(cells, lines.gather(first), separators, file_format)
    return first, count, separators


def _without_quoted(
    cells: pl.DataFrame, starts: pl.Series, separators: pl.Series, file_format: FileFormat
) -> pl.Series:
    """The separators less those inside fields; only a record with a quote in its first line has any."""
    quoted = starts.str.contains(file_format.quote, literal=True).arg_true()
    if not quoted.len():
        return separators
    inside = (
        cells[quoted]
        .select(pl.sum_horizontal(pl.all().str.count_matches(file_format.delimiter, literal=True)))
        .to_series()
        .cast(pl.Int64)
    )
    return separators.scatter(quoted, separators.gather(quoted) - inside)
