"""All problems of a check, whatever their number: in a private file, read a page at a time.

They lie by reason, and there in the order of the file. The file has no name where the system allows that; it is its
owner's alone, and gone with the last one who holds the pages, however that ends.
"""

from __future__ import annotations

import json
import tempfile
import weakref
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, overload

from typing_extensions import override

from inventory_app.importing.mapping import Mapping as ColumnMapping
from inventory_app.importing.reasons import REASONS, WARNINGS
from inventory_app.importing.request import FoundProblem

PAGE = 128
_KEPT = 64  # pages that are kept as they were read: more than one screen and the way to the next


class Reason(NamedTuple):
    """What problems have in common: a code, which may be a reason to reject a row or a warning."""

    code: str
    warning: bool


class Noted(NamedTuple):
    """A problem as the tables of problems hold it. ``written`` 1: the value is the text of the cell."""

    record: int
    line: int
    label: str
    value: str
    written: int


@dataclass(slots=True)
class _Places:
    """Where the pages of one reason end in the file and where they begin, and how many problems they hold."""

    count: int = 0
    starts: array[int] = field(default_factory=lambda: array("Q"))
    sizes: array[int] = field(default_factory=lambda: array("L"))


class ProblemPages:
    """Filled once with `add`, page after page; then read in any order."""

    def __init__(self, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        self._file = tempfile.TemporaryFile(prefix="stockroom-problems-")  # noqa: SIM115 - see close
        self._close = weakref.finalize(self, self._file.close)
        self._places: dict[Reason, _Places] = {}
        self._end = 0

    def add(self, reason: Reason, count: int, lines: str) -> None:
        """The next page of a reason: all are full but the last. A line is a `Noted` as a JSON list."""
        places = self._places.setdefault(reason, _Places())
        if places.count % PAGE:
            raise ValueError("only the last page of a reason may have room left")
        data = lines.encode()
        self._file.write(data)
        places.count += count
        places.starts.append(self._end)
        places.sizes.append(len(data))
        self._end += len(data)

    def close(self) -> None:
        """Let the file go."""
        self._close()

    @property
    def is_open(self) -> bool:
        return self._close.alive

    @property
    def counts(self) -> Mapping[Reason, int]:
        """How many problems there are of each reason."""
        return {reason: places.count for reason, places in self._places.items()}

    def of(self, reason: Reason) -> ProblemList:
        """The problems of one reason."""
        return ProblemList(self, reason)

    def raw_pages(self, reason: Reason) -> Iterator[bytes]:
        """The pages of one reason as they lie in the file."""
        for number in range(len(self._places[reason].starts) if reason in self._places else 0):
            if not self.is_open:
                return
            yield self._raw(reason, number)

    def page(self, reason: Reason, number: int) -> tuple[FoundProblem, ...]:
        """One page, in the order of the file."""
        # Within a page the lines come as the database joined them.
        found = sorted(map(json.loads, self._raw(reason, number).splitlines()), key=lambda one: (one[0], one[2]))
        return tuple(problem_of(self._mapping, reason, Noted(*one)) for one in found)

    def _raw(self, reason: Reason, number: int) -> bytes:
        places = self._places[reason]
        self._file.seek(places.starts[number])
        return self._file.read(places.sizes[number])


class ProblemList(Sequence[FoundProblem]):
    """The problems of one reason, of which those that were looked at last are in memory."""

    def __init__(self, pages: ProblemPages, reason: Reason) -> None:
        self.reason = reason
        self._pages = pages
        self._count = pages.counts.get(reason, 0)
        self._page = lru_cache(_KEPT)(lambda number: pages.page(reason, number))

    def raw_pages(self) -> Iterator[bytes]:
        """The pages as they lie in the file, for as long as it is there."""
        return self._pages.raw_pages(self.reason)

    @override
    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> FoundProblem: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[FoundProblem]: ...
    @override
    def __getitem__(self, at: int | slice) -> FoundProblem | Sequence[FoundProblem]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(self._count)))
        if not 0 <= at < self._count:
            raise IndexError(at)
        return self._page(at // PAGE)[at % PAGE]


def problem_of(mapping: ColumnMapping, reason: Reason, noted: Noted) -> FoundProblem:
    """A problem as it is told: with the header of its column, and its reason in words."""
    words = WARNINGS if reason.warning else REASONS
    return FoundProblem(
        record=noted.record,
        line=noted.line,
        column=mapping.header_of(noted.label),
        value=noted.value,
        code=reason.code,
        text=words[reason.code],
        warning=reason.warning,
        field=noted.label,
        places=mapping.places_of(noted.label),
        as_written=bool(noted.written),
    )
