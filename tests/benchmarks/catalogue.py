"""A made-up catalogue: ten columns, 1% of the rows bad in every way that a products file can be, 30% of its skus known.

Each bad row has exactly one reason, so that the counts of an import can be compared with what is expected.
"""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HEADER = (
    "sku", "name", "barcode", "category", "supplier", "price", "cost", "reorder_point", "quantity", "description",
)  # fmt: skip
# What each is mapped to; a mapping that is written out does not depend on synonyms.
FLAGS = tuple(f"{name}={name}" for name in HEADER)

KNOWN_SHARE = 0.3
_FOREIGN = 1_000  # products that only the database has, whose barcodes bad rows claim
_REMEMBERED = 5_000  # accepted rows whose sku or barcode bad rows repeat
_BYTES = b"\xff\xfe"
_WORDS = [
    "oak", "steel", "blue", "glass", "linen", "stone", "small", "large", "deep", "flat", "round", "square", "hinge",
    "tray", "bowl", "mug", "pan", "towel",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Catalogue:
    """``full`` has the bad rows, ``clean`` only those that are accepted, ``known`` is what the database has before."""

    rows: int
    full: Path
    clean: Path
    known: Path
    expected: dict[str, object]


def write(folder: Path, rows: int, *, bad: float = 0.01) -> Catalogue:
    """Make the three files."""
    full, clean, known = (folder / f"{name}-{rows}.csv" for name in ("full", "clean", "known"))
    maker = _Maker(random.Random(rows), bad)  # noqa: S311 - not a secret
    with full.open("wb") as all_rows, clean.open("wb") as good_rows, known.open("wb") as some_rows:
        for file in (all_rows, good_rows, some_rows):
            file.write(_line(HEADER))
        for number in range(_FOREIGN):
            some_rows.write(_line(_foreign(number)))
        for row in maker.rows(rows):
            line, reason = maker.spoilt(row)
            all_rows.write(line)
            if reason:
                continue
            good_rows.write(line)
            if maker.is_known():
                some_rows.write(_line(maker.before(row)))
    return Catalogue(rows, full, clean, known, maker.expected(rows))


class _Maker:
    """Draws the rows, and counts what an import of them has to say."""

    def __init__(self, draw: random.Random, bad: float) -> None:
        self._draw = draw
        self._bad = bad
        self._reasons: Counter[str] = Counter()
        self._known = 0
        self._accepted: list[Sequence[str]] = []

    def rows(self, count: int) -> Iterator[list[str]]:
        """Whole and right, in no order."""
        order = list(range(count))
        self._draw.shuffle(order)
        for number in order:
            yield self._row(number)

    def _row(self, number: int) -> list[str]:
        draw = self._draw
        words = " ".join(draw.choices(_WORDS, k=4))
        mark = draw.random()
        name = f"{words}, {number}" if mark < 0.05 else f'{words} 4" {number}' if mark < 0.06 else f"{words} {number}"
        text = f"{words},\nmade of {draw.choice(_WORDS)}" if mark > 0.995 else f"made of {words}" if number % 2 else ""
        return [
            f"SKU-{number:08}",
            name,
            _gtin(4_000_000_000_00 + number),
            f"Category {number % 200:03}",
            f"Supplier {number % 300:03}",
            f"{draw.randint(200, 99_999) / 100:.2f}",
            f"{draw.randint(1, 50_000) / 100:.2f}",
            str(draw.randint(0, 50)),
            str(draw.randint(0, 500)),
            text,
        ]

    def is_known(self) -> bool:
        """Whether the row that was made last is of a product that the database has."""
        known = self._draw.random() < KNOWN_SHARE
        self._known += known
        return known

    def before(self, row: list[str]) -> list[str]:
        """What the database has of a row: always another price, now and then another name, no stock."""
        name = f"Former {row[1]}" if self._draw.random() < 0.1 else row[1]
        return [row[0], name, *row[2:5], "1.00", *row[6:8], "", row[9]]

    def spoilt(self, row: list[str]) -> tuple[bytes, str]:
        """The row's line, and why it is rejected ('' for most)."""
        if len(self._accepted) < _REMEMBERED or self._draw.random() >= self._bad:
            if len(self._accepted) < _REMEMBERED:
                self._accepted.append(row)
            return _line(row), ""
        reason = self._draw.choice(_REASONS)
        self._reasons[reason] += 1
        line = _line(_spoil(list(row), reason, self._draw, self._draw.choice(self._accepted)))
        return (line.replace(b" ", _BYTES, 1) if reason == "undecodable" else line), reason

    def expected(self, rows: int) -> dict[str, object]:
        """The counts that an import with ``--mode skip`` has to give."""
        rejected = self._reasons.total()
        return {
            "records": rows,
            "accepted": rows - rejected,
            "created": rows - rejected - self._known,
            "updated": self._known,
            "unchanged": 0,
            "rejected": rejected,
            "rejected_by_reason": {reason: count for reason, count in self._reasons.items() if count},
        }


# One way in which a real file is wrong: the column and what stands there instead.
_WRONG = {
    "sku_missing": (0, (" ",)),
    "name_missing": (1, ("\u00a0",)),
    "price_invalid": (5, ("12,50", "call us", "1e3")),
    "price_negative": (5, ("-1",)),
    "cost_invalid": (6, ("n/a",)),
    "cost_negative": (6, ("-0.01",)),
    "reorder_point_invalid": (7, ("1.0000001",)),
    "quantity_invalid": (8, ("some",)),
    "quantity_negative": (8, ("-3",)),
    "too_long": (1, ("x" * 1001,)),
    "barcode_damaged": (2, ("9.78E+12",)),
}
_REASONS = (*_WRONG, "barcode_duplicate", "duplicate_sku", "ragged_row", "undecodable")


def _spoil(cells: list[str], reason: str, draw: random.Random, other: Sequence[str]) -> list[str]:
    """The row with one reason to be rejected. ``other`` is an accepted row before it."""
    if reason in _WRONG:
        place, texts = _WRONG[reason]
        cells[place] = draw.choice(texts)
    elif reason == "barcode_duplicate":
        cells[2] = draw.choice((other[2], _foreign(draw.randrange(_FOREIGN))[2]))
    elif reason == "duplicate_sku":
        cells[0] = other[0]
    elif reason == "ragged_row":
        return draw.choice((cells[:8], [*cells, "one too many"]))
    return cells


def _foreign(number: int) -> list[str]:
    row = [f"OLD-{number:06}", f"Former product {number}", _gtin(5_000_000_000_00 + number)]
    return [*row, "Category 000", "Supplier 000", "1.00", "0.50", "0", "", ""]


def _line(cells: Sequence[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()


def _gtin(body: int) -> str:
    digits = f"{body:012}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)
