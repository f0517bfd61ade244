"""What a file of rejected rows has beside its records: ``record``, ``line``, ``error``, and what these say when it is
imported.

People repair such a file in a spreadsheet and leave the errors where they are. So a row counts as repaired by its
cells; only what these no longer show is read from the error: that fields were missing, which are blank cells now, and
that letters could not be read, which are others now. Whoever wants the row as it stands empties its error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from inventory_app.importing.reading.fast import column_name

ADDED = ("record", "line", "error")
# What cannot be read is written so, for want of anything better: no shop means it.
LOST = "\ufffd"
_RAGGED, _UNDECODABLE = "ragged_row (", "undecodable ("
_FIELDS = re.compile(r"ragged_row \(([0-9]{1,6}) fields")
_QUOTED = re.compile(r"undecodable \((.*)\): ", re.DOTALL)
_CLIPPED = "…"
_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class RejectsFile:
    """The columns of such a file. ``first`` is the place of ``record``.

    ``unnamed`` are those behind the error that have no header: spreadsheets write them when a row is too long.
    """

    headers: tuple[str, ...]
    first: int
    unnamed: tuple[int, ...]

    @classmethod
    def of(cls, headers: Sequence[str]) -> RejectsFile | None:
        """The columns, when this is the header of such a file; others may have been added behind them."""
        named = [header.strip() for header in headers]
        for first in range(len(named) - len(ADDED), 0, -1):
            end = first + len(ADDED)
            if tuple(named[first:end]) == ADDED:
                unnamed = tuple(place for place in range(end, len(named)) if not named[place])
                return cls(tuple(headers), first, unnamed)
        return None

    @property
    def original_headers(self) -> tuple[str, ...]:
        """The headers of the records themselves."""
        behind = range(self._end, len(self.headers))
        return self.headers[: self.first] + tuple(self.headers[place] for place in behind if place not in self.unnamed)

    def original(self, cells: Sequence[str]) -> Sequence[str]:
        """The record's own fields, however many it has."""
        if not self._is_longer(cells):
            behind = range(self._end, len(cells))
            return [*cells[: self.first], *(cells[place] for place in behind if place not in self.unnamed)]
        end = len(cells)
        while end and not cells[end - 1].strip():
            end -= 1
        start = end - len(ADDED)
        if start > self.first and all(_NUMBER.fullmatch(cell.strip()) for cell in cells[start : end - 1]):
            return cells[:start]  # its own fields push record, line and error aside
        return [*cells[: self.first], *cells[self._end : end]]

    def ragged(self, cells: Sequence[str]) -> str:
        """How many fields a record has that has too many or too few of them; '' for one that is whole."""
        if len(cells) != len(self.headers) or self._is_longer(cells):
            return f"{len(self.original(cells))} fields"
        found = _FIELDS.search(cells[self._error])
        missing = cells[int(found[1]) : self.first] if found else ()
        if found and missing and not any(cell.strip() for cell in missing):
            return f"{found[1]} fields, as its error says"
        return ""

    def lost(self, cells: Sequence[str]) -> int | None:
        """The place of a field in which letters are lost, if any is."""
        found = _QUOTED.search(cells[self._error]) if self._error < len(cells) else None
        for place, cell in enumerate(cells):
            if not self.first <= place < self._end and (LOST in cell or (found and _is_quoted(cell, found[1]))):
                return place
        return None

    def doubt(self) -> pl.Expr:
        """True for every record of which `ragged` or `lost` may have something to say."""
        error = pl.col(column_name(self._error))
        said = [error.str.contains(word, literal=True) for word in (_RAGGED, _UNDECODABLE)]
        longer = [pl.col(column_name(place)).str.strip_chars() != "" for place in self.unnamed]
        own = [place for place in range(len(self.headers)) if not self.first <= place < self._end]
        lost = [pl.col(column_name(place)).str.contains(LOST, literal=True) for place in own]
        return pl.any_horizontal(*said, *longer, *lost).fill_null(value=False)

    @property
    def _error(self) -> int:
        return self._end - 1

    @property
    def _end(self) -> int:
        return self.first + len(ADDED)

    def _is_longer(self, cells: Sequence[str]) -> bool:
        return len(cells) > len(self.headers) or any(
            cells[place].strip() for place in self.unnamed if place < len(cells)
        )


def _is_quoted(cell: str, quoted: str) -> bool:
    """Whether a cell is what the error says of it: whatever a program made of the sign, it made it of both."""
    return cell == quoted or (quoted.endswith(_CLIPPED) and cell.startswith(quoted[: -len(_CLIPPED)]))
