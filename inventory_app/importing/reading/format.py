"""How a file's bytes are to be read: encoding, marks and header line, known for certain."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from inventory_app.importing.options import NO_HEADER

# More than this in one record is no field of anything we keep, but a quote that was never closed, or no CSV at all.
MAX_RECORD = 8 << 20


@dataclass(frozen=True)
class FileFormat:
    """``quote`` and ``escape`` '' : there is none. ``header_line`` is a physical line from 1; 0: no header.

    ``sheet`` names the sheet of a workbook, whose rows count as lines; ``decimal`` and ``dates`` are how its numbers
    and dates became text.
    """

    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    header_line: int = 1
    sheet: str = ""
    decimal: str = "."
    dates: str = ""

    @property
    def is_sheet(self) -> bool:
        return bool(self.sheet)

    @property
    def has_header(self) -> bool:
        return self.header_line != NO_HEADER

    @property
    def is_plain(self) -> bool:
        """Whether the marks are such that the fast way reads them as the exact way does."""
        return self.delimiter.isascii() and self.quote.isascii() and not self.escape

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> FileFormat:
        """The format that `to_json` wrote."""
        return cls(**values)

    def csv_arguments(self) -> dict[str, Any]:
        """The same for the csv module."""
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quote or None,
            "quoting": csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE,
            "escapechar": self.escape or None,
            "doublequote": True,
            "skipinitialspace": False,
        }

    @cached_property
    def well_formed(self) -> re.Pattern[bytes]:
        """Matches as far as every quote opens at a field's start and closes at its end. Only for `is_plain`.

        There all readers agree on what is quoted; the match ends before the first quote where they may not.
        """
        if not self.quote:
            return re.compile(rb"(?s:.*+)")
        quote, end = re.escape(self.quote).encode(), rb"[^" + re.escape(self.delimiter).encode() + rb"\r\n]"
        field = rb"(?<!%b)%b(?>(?:[^%b]++|%b%b)*)%b(?!%b)" % (end, quote, quote, quote, quote, quote, end)
        return re.compile(rb"(?>(?:[^%b]*+%b)*)[^%b]*+" % (quote, field, quote))

    @cached_property
    def records(self) -> re.Pattern[bytes]:
        """Matches as many whole records, line ends included, as there are: exactly as the csv module sees them."""
        return re.compile(rb"(?>(?:%b(?:\r\n|\n|\r))*)" % self._record)

    @cached_property
    def one_record(self) -> re.Pattern[bytes]:
        """Matches one record without its line end; empty on an empty line."""
        return re.compile(self._record)

    @cached_property
    def _record(self) -> bytes:
        delimiter, quote, escape = (re.escape(one).encode() for one in (self.delimiter, self.quote, self.escape))
        escaped = rb"|%b(?>(?s:.)?)" % escape if escape else b""
        other = _anything_but((delimiter, escape), rb"[^\r\n]", rb"\r\n")
        rest = rb"(?>(?:%b%b)*)" % (other, escaped)
        if not quote:
            return rb"%b(?>(?:%b%b)*)" % (rest, delimiter, rest)
        inside = _anything_but((quote, escape), rb"(?s:.)", b"")
        # Right after a closing quote the csv module takes the escape for any character.
        literal = rb"(?>(?:%b)?)" % escape
        quoted = rb"%b(?>(?:%b|%b%b%b)*)%b%b%b" % (quote, inside, quote, quote, escaped, quote, literal, rest)
        field = rb"(?:%b|(?!%b)%b)" % (quoted, quote, rest)
        return rb"%b(?>(?:%b%b)*)" % (field, delimiter, field)


def _anything_but(marks: tuple[bytes, ...], one: bytes, never: bytes) -> bytes:
    """Matches a run without any of the (escaped) marks, as far as that can be told by their first bytes, or one byte.

    A mark of several bytes cannot stand in a byte class; byte for byte the engine would remember each.
    """
    known = [mark for mark in marks if mark]
    if not known:
        return one
    first = b"".join(mark[:2] if mark.startswith(b"\\") else mark[:1] for mark in known)
    return rb"(?:[^%b%b]++|(?!%b)%b)" % (first, never, b"|".join(known), one)


def count_lines(data: bytes) -> int:
    """How many line ends: CRLF is one, CR and LF alone are one each."""
    return data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")


def count_records(data: bytes, quote: bytes) -> int:
    """How many line ends outside quotes; only for whole, well-formed records."""
    return count_lines(data) - sum(count_lines(quoted) for quoted in data.split(quote)[1::2])


def last_line_end(data: bytes, start: int, end: int, quote: bytes) -> int:
    """Where the last record before ``end`` ends, ``start`` when none does.

    Only for well-formed data of which neither ``start`` nor ``end`` is inside quotes: there the number of quotes in
    between tells which line ends are part of a field.
    """
    inside, place = 0, end
    while True:
        newline = data.rfind(b"\n", start, place)
        found = max(newline, data.rfind(b"\r", max(newline, start), place))
        if found < 0:
            return start
        inside ^= data.count(quote, found, place) & 1 if quote else 0
        if not inside:
            return found + 1
        place = found
