"""Which repairs would mend the problems that were found, with an example of each; nothing is applied here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from inventory_app.importing.checks.repairs import REPAIRS, repaired
from inventory_app.importing.checks.rows import RowChecker
from inventory_app.importing.mapping import Mapping as ColumnMapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.request import FoundProblem

# Different texts that are tried; more of the same problem are seldom of another form.
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Repairs of one field, how many of the problems they mend, and what they make of one of them."""

    label: str
    names: tuple[str, ...]
    count: int
    before: str
    after: str


def suggestions(
    problems: Sequence[FoundProblem],
    mapping: ColumnMapping,
    options: ImportOptions,
    applied: Mapping[str, Sequence[str]],
) -> tuple[Suggestion, ...]:
    """For problems of one reason; those that help most first. Two repairs together where neither is enough alone."""
    checker = RowChecker(mapping, options)
    values: dict[str, dict[str, int]] = {}
    for one in problems:
        known = values.setdefault(one.field, {})
        if one.value and (one.value in known or len(known) < _MOST):
            known[one.value] = known.get(one.value, 0) + 1
    found: list[Suggestion] = []
    for label, counts in values.items():
        if label and counts:
            found += _of_field(label, counts, checker.reader_of(label), options, tuple(applied.get(label, ())))
    return tuple(sorted(found, key=lambda one: -one.count))


def _of_field(
    label: str, counts: Mapping[str, int], good: Callable[[str], bool], options: ImportOptions, applied: tuple[str, ...]
) -> list[Suggestion]:
    counts = {text: count for text, count in counts.items() if not good(text)}
    if applied:
        counts = {text: count for text, count in counts.items() if repaired(text, applied, options, good) is None}
    found: list[Suggestion] = []
    mended: set[str] = set()
    left = [name for name in REPAIRS if name not in applied]
    for names in [(name,) for name in left] + list(combinations(left, 2)):
        trial = [text for text in counts if text not in mended] if len(names) > 1 else list(counts)
        made = {text: repaired(text, (*applied, *names), options, good) for text in trial}
        helped = {text: after for text, after in made.items() if after is not None}
        if helped:
            mended |= set(helped)
            before = next(iter(helped))
            found.append(Suggestion(label, names, sum(counts[text] for text in helped), before, helped[before]))
    return found
