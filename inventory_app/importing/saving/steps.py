"""How far the statements of an import are: in rows of the file, by what each step is known to cost for a row.

It never goes back. What is expected is more than what comes, or as much: a step that turns out to be smaller than was
expected brings the end nearer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

# Rows that one statement of a large step writes: what is shown moves on after each.
SLICE = 50_000


class Steps:
    """``records`` rows of the file are on their way; ``tell`` is told a message, and how many of them are done."""

    def __init__(self, records: int, tell: Callable[[str, int, int], None]) -> None:
        self._records = records
        self._tell = tell
        self._spent = 0.0
        self._left = 0.0
        self._shown = 0
        self._message = ""

    def expect(self, work: float) -> None:
        """So much is left to be done, in the cost of a row."""
        self._left = work

    def begin(self, message: str) -> None:
        """What is done from now on."""
        self._message = message
        self._show()

    def advance(self, work: float) -> None:
        """So much of what was left is done."""
        self._spent += work
        self._left = max(self._left - work, 0.0)
        self._show()

    def _show(self) -> None:
        whole = self._spent + self._left
        share = self._spent / whole if whole else 0.0
        self._shown = max(self._shown, int(self._records * share))
        self._tell(self._message, self._shown, self._records)


def slices(first: int, last: int, rows: int) -> Iterator[tuple[int, int]]:
    """The numbers from ``first`` to ``last``, of which ``rows`` are used, as ranges of about a slice of rows each."""
    count = rows // SLICE + 1
    width = max((last - first) // count + 1, 1)
    for start in range(first, last + 1, width):
        yield start, min(start + width - 1, last)
