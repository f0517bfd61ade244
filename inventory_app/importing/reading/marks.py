"""The marks of numbers and the form of dates, as the beginning of a file shows them: proposed, never applied unasked.

Each is judged by itself: a semicolon between fields does not make a comma decimal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from inventory_app.importing.checks.dates import read_date
from inventory_app.importing.checks.numbers import SIGNS, SPACE
from inventory_app.importing.options import CurrencySign
from inventory_app.importing.reading.findings import Finding, Findings, Sure

_NUMBER = re.compile(
    rf"[+-]?(?P<before>[{SIGNS}]?){SPACE}[+-]?"
    rf"(?P<body>[0-9][0-9.,'’ \u00a0\u202f]*|[.,][0-9]+)(?<! ){SPACE}(?P<after>[{SIGNS}]?)"
)
_DECIMALS = ".,"
_DATE = re.compile(r"[0-9]{1,4}[-./ ][0-9A-Za-z]{1,9}[-./ ][0-9]{1,4}.*|[A-Za-z]{3,9} [0-9]{1,2}, [0-9]{4}")
_FORMS = (
    "", "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "DD-MM-YYYY", "MM-DD-YYYY", "YYYY/MM/DD", "YYYY.MM.DD", "MM.DD.YYYY",
    "YYYYMMDD", "DDMMYYYY", "DD.MM.YY", "DD/MM/YY", "MM/DD/YY", "DD-MM-YY", "MM-DD-YY", "YY-MM-DD", "YY/MM/DD",
    "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p",
)  # fmt: skip
_ISO = "YYYY-MM-DD"
_SHOWN = 40


class Cell(NamedTuple):
    """A cell's text and the line of its record."""

    line: int
    text: str


@dataclass
class _Seen:
    """How often each mark was seen, and where first."""

    often: Counter[str] = field(default_factory=Counter)
    first: dict[str, Cell] = field(default_factory=dict)

    def add(self, mark: str, cell: Cell) -> None:
        self.often[mark] += 1
        self.first.setdefault(mark, cell)

    def example(self, mark: str) -> str:
        cell = self.first[mark]
        return f"“{_short(cell.text)}” in line {cell.line:,}"

    def __iter__(self) -> Iterator[str]:
        return (mark for mark, _ in self.often.most_common())


@dataclass
class _Evidence:
    """What the numbers say: marks that can only be decimal, only be thousands, or either."""

    decimal: _Seen = field(default_factory=_Seen)
    thousands: _Seen = field(default_factory=_Seen)
    either: _Seen = field(default_factory=_Seen)
    signs: _Seen = field(default_factory=_Seen)


def propose(numbers: Iterable[Cell], dates: Iterable[Cell]) -> Findings:
    """The options for the numbers and dates of a file, by their names."""
    evidence = _Evidence()
    for cell in numbers:
        _weigh(cell, evidence)
    decimal = _decimal(evidence)
    return {
        "decimal": decimal,
        "thousands": _thousands(evidence, str(decimal.value)),
        "currency_sign": _currency(evidence),
        "date_format": _date_format(list(dates)),
    }


def is_number(text: str) -> bool:
    """Whether a cell's text may be a number in some way of writing it."""
    return _NUMBER.fullmatch(text.strip()) is not None


def is_date(text: str) -> bool:
    """Whether a cell's text may be a date in some way of writing it."""
    text = text.strip()
    return _DATE.fullmatch(text) is not None and any(read_date(text, form) for form in _FORMS)


def _weigh(cell: Cell, evidence: _Evidence) -> None:
    found = _NUMBER.fullmatch(cell.text.strip())
    if found is None:
        return
    cell = Cell(cell.line, cell.text.strip())
    for sign in (found["before"], found["after"]):
        if sign:
            evidence.signs.add(sign, cell)
    body = found["body"].rstrip(" \u00a0\u202f")
    marks = re.sub("[0-9]", "", body)
    kinds = list(dict.fromkeys(marks))
    if len(kinds) == 2 and marks.count(kinds[1]) == 1 and kinds[1] in _DECIMALS:
        whole = body.partition(kinds[1])[0]
        if _is_grouped(whole, kinds[0]):
            evidence.decimal.add(kinds[1], cell)
            evidence.thousands.add(kinds[0], cell)
    elif len(kinds) == 1:
        _weigh_one(cell, body, kinds[0], len(marks), evidence)


def _weigh_one(cell: Cell, body: str, mark: str, often: int, evidence: _Evidence) -> None:
    whole, _, rest = body.partition(mark)
    if _is_grouped(body, mark):
        if often == 1 and mark in _DECIMALS and whole != "0":
            evidence.either.add(mark, cell)
        elif whole != "0":
            evidence.thousands.add(mark, cell)
        else:
            evidence.decimal.add(mark, cell)
    elif often == 1 and mark in _DECIMALS and (rest or whole):
        evidence.decimal.add(mark, cell)


def _is_grouped(whole: str, mark: str) -> bool:
    return re.fullmatch(f"[0-9]{{1,3}}(?:{re.escape(mark)}[0-9]{{3}})+", whole) is not None


def _decimal(evidence: _Evidence) -> Finding:
    sure = list(evidence.decimal)
    if len(sure) > 1:
        both = " and ".join(evidence.decimal.example(mark) for mark in sure)
        return _proposed(sure[0], Sure.GUESS, f"two marks are used: {both}", sure[1:])
    if sure:
        return _proposed(sure[0], Sure.CERTAIN, f"{evidence.decimal.example(sure[0])} cannot be read otherwise")
    for mark in evidence.thousands:
        if mark in _DECIMALS:
            other = "," if mark == "." else "."
            return _proposed(
                other, Sure.LIKELY, f"{evidence.thousands.example(mark)} takes the other mark for thousands"
            )
    either = list(evidence.either)
    if either:
        why = (
            f"{evidence.either.example(either[0])} may have a fraction, or be a whole number with a mark for thousands"
        )
        return _proposed(".", Sure.GUESS, why, [","])
    return _proposed(".", Sure.LIKELY, "no number in the beginning of the file has a fraction")


def _thousands(evidence: _Evidence, decimal: str) -> Finding:
    sure = [mark for mark in evidence.thousands if mark != decimal]
    if sure:
        level = Sure.CERTAIN if len(sure) == 1 else Sure.GUESS
        return _proposed(sure[0], level, f"{evidence.thousands.example(sure[0])} groups its digits with it", sure[1:])
    either = [mark for mark in evidence.either if mark != decimal]
    if either:
        level = Sure.LIKELY if list(evidence.decimal) else Sure.GUESS
        return _proposed(either[0], level, f"{evidence.either.example(either[0])} may group its digits with it", [""])
    doubtful = list(evidence.either) if not list(evidence.decimal) else []
    if doubtful:
        why = f"{evidence.either.example(doubtful[0])} is read as a fraction; it may be a whole number"
        return _proposed("", Sure.GUESS, why, doubtful)
    return _proposed("", Sure.LIKELY, "no number in the beginning of the file groups its digits")


def _currency(evidence: _Evidence) -> Finding:
    signs = list(evidence.signs)
    if not signs:
        return _proposed(CurrencySign.REJECT.value, Sure.LIKELY, "no number has a currency sign beside it")
    return _proposed(CurrencySign.STRIP.value, Sure.CERTAIN, f"{evidence.signs.example(signs[0])} has a currency sign")


def _date_format(cells: Sequence[Cell]) -> Finding:
    """The forms that read all dates, or most of them; more than one is said, not guessed silently."""
    texts = {cell.text.strip(): cell for cell in reversed(cells) if cell.text.strip()}
    if not texts:
        return _proposed("", Sure.LIKELY, "no dates in the beginning of the file")
    fits = {form: sum(1 for text in texts if read_date(text, form) is not None) for form in _FORMS}
    most = max(fits.values())
    best = [form for form in _FORMS if fits[form] == most]
    first = next(iter(reversed(texts.values())))
    where = f"“{_short(first.text.strip())}” in line {first.line:,}"
    if not most:
        return _proposed("", Sure.GUESS, f"{where} is not a date in any of the usual forms")
    read = "all dates" if most == len(texts) else f"{most:,} of {len(texts):,} different dates"
    if len(best) == 1:
        sure = Sure.CERTAIN if most == len(texts) else Sure.LIKELY
        return _proposed(best[0], sure, f"{read} in the beginning of the file can be read as {best[0] or _ISO}")
    forms = " or ".join(form or _ISO for form in best)
    return _proposed(best[0], Sure.GUESS, f"{where} may be {forms}", best[1:])


def _proposed(value: str, sure: Sure, why: str, others: Sequence[str] = ()) -> Finding:
    return Finding(value, sure, why, tuple(others), applied=False)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
