"""Which repairs would mend the problems that were found, with an example of each; nothing is applied here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeAlias

from inventory_app.importing.checks.repairs import REPAIRS, repaired
from inventory_app.importing.checks.rows import SHOWN, RowChecker
from inventory_app.importing.mapping import Mapping as ColumnMapping
from inventory_app.importing.options import ImportOptions

# Different texts of which it is remembered what helps them.
_MOST = 50_000
# Characters at the end of a text that was shortened: it may have been cut in the middle of what belongs together.
_CUT = 3

_Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Repairs of one field, how many of the problems they mend, and what they make of one of them."""

    label: str
    names: tuple[str, ...]
    count: int
    before: str
    after: str

    def to_json(self) -> list[Any]:
        """Plain JSON values; `from_json` reads them back."""
        return [self.label, list(self.names), self.count, self.before, self.after]

    @classmethod
    def from_json(cls, values: list[Any]) -> Suggestion:
        """The suggestion that `to_json` wrote."""
        label, names, count, before, after = values
        return cls(label, tuple(names), count, before, after)


class Suggesting:
    """Takes problems of one reason, one after the other and any number of them, and counts what would help.

    Each repair by itself, and two together where no single one is enough. ``applied`` are those of each field that are
    done anyway; what they mend is no problem any more.
    """

    def __init__(self, mapping: ColumnMapping, options: ImportOptions, applied: Mapping[str, _Names]) -> None:
        self._checker = RowChecker(mapping, options)
        self._options = options
        self._applied = applied
        self._readers: dict[str, Callable[[str], bool]] = {}
        self._known: dict[tuple[str, str], dict[_Names, str]] = {}
        self._found: dict[tuple[str, _Names], Suggestion] = {}
        self.unread = 0  # problems that the text of their cell explains: only these can be mended

    def add(self, label: str, text: str) -> None:
        """One more problem: the field, and the text of its cell."""
        for names, after in self._helps(label, text).items():
            former = self._found.get((label, names))
            self._found[label, names] = (
                Suggestion(label, names, 1, text, after)
                if former is None
                else Suggestion(label, names, former.count + 1, former.before, former.after)
            )

    def mended(self, label: str, text: str) -> str:
        """What the first repair that helps makes of one text that is shown whole; '' when none does."""
        return next(iter(self._helps(label, text).values()), "") if len(text) <= SHOWN else ""

    def found(self) -> tuple[Suggestion, ...]:
        """Those that help most first."""
        order = {names: place for place, names in enumerate(_trials(list(REPAIRS)))}
        found = sorted(self._found.values(), key=lambda one: order.get(one.names, 0))
        return tuple(sorted(found, key=lambda one: -one.count))

    def _helps(self, label: str, text: str) -> dict[_Names, str]:
        """What makes something of the text that can be read, and what it makes."""
        if not label or not text:
            return {}
        helps = self._known.get((label, text))
        if helps is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            helps = self._known[label, text] = self._tried(label, text)
        return helps

    def _tried(self, label: str, text: str) -> dict[_Names, str]:
        good = self._readers.setdefault(label, self._checker.reader_of(label))
        applied = tuple(self._applied.get(label, ()))
        for shown in _whole(text):
            if good(shown):
                continue
            self.unread += 1
            if applied and repaired(shown, applied, self._options, good) is not None:
                return {}
            if helps := self._trial(shown, applied, good):
                return helps
        return {}

    def _trial(self, text: str, applied: _Names, good: Callable[[str], bool]) -> dict[_Names, str]:
        found: dict[_Names, str] = {}
        for names in _trials([name for name in REPAIRS if name not in applied]):
            if len(names) > 1 and found:
                break
            after = repaired(text, (*applied, *names), self._options, good)
            if after is not None:
                found[names] = after
        return found


def suggestions(
    pages: Iterable[bytes], mapping: ColumnMapping, options: ImportOptions, applied: Mapping[str, _Names]
) -> Suggesting:
    """What would help the problems of some pages, as `ProblemPages` keeps them."""
    suggesting = Suggesting(mapping, options, applied)
    for page in pages:
        for line in page.splitlines():
            _, _, label, value, written = json.loads(line)
            if written:
                suggesting.add(label, value)
    return suggesting


def _trials(names: list[str]) -> Iterable[_Names]:
    """Each repair by itself, then each two."""
    yield from ((name,) for name in names)
    yield from combinations(names, 2)


def _whole(text: str) -> Iterable[str]:
    """The text; of one that was shortened only what was surely whole."""
    if len(text) <= SHOWN:
        return (text,)
    whole = text[:SHOWN]
    return (whole[: SHOWN - cut] for cut in range(_CUT + 1))
