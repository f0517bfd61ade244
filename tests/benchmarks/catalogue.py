"""A made-up catalogue: ten columns, 1% of the rows bad in every way, as many of its products known as is asked."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

HEADER = ("sku", "name", "barcode", "category", "supplier", "uom", "price", "cost", "reorder_point", "description")
# What each is mapped to by the command line; a mapping that is written out does not depend on synonyms.
MAPPING = [argument for name in HEADER for argument in ("--map", f"{name}={name}")]

_WORDS = [
    "oak",
    "steel",
    "blue",
    "glass",
    "linen",
    "stone",
    "small",
    "large",
    "deep",
    "flat",
    "round",
    "square",
    "hinge",
    "tray",
    "bowl",
    "mug",
    "pan",
    "towel",
]


def write(folder: Path, rows: int, *, bad: float = 0.01) -> tuple[Path, Path, Path]:
    """Three files: the catalogue with bad rows, the same without them, and its first 30% with other prices."""
    full, clean, known = (folder / f"{name}-{rows}.csv" for name in ("full", "clean", "known"))
    draw = random.Random(rows)  # noqa: S311 - not a secret
    with (
        full.open("w", newline="", encoding="utf-8") as all_rows,
        clean.open("w", newline="", encoding="utf-8") as good_rows,
        known.open("w", newline="", encoding="utf-8") as some_rows,
    ):
        writers = [csv.writer(one) for one in (all_rows, good_rows, some_rows)]
        for writer in writers:
            writer.writerow(HEADER)
        for number, row in enumerate(_rows(rows, draw)):
            if draw.random() < bad:
                writers[0].writerow(_spoil(row, draw))
                continue
            writers[0].writerow(row)
            writers[1].writerow(row)
            if number < rows * 0.3:
                writers[2].writerow((*row[:6], "1.00", *row[7:]))
    return full, clean, known


def _rows(count: int, draw: random.Random) -> Iterator[tuple[str, ...]]:
    order = list(range(count))
    draw.shuffle(order)
    for number in order:
        words = " ".join(draw.choices(_WORDS, k=4))
        yield (
            f"SKU-{number:08}",
            f"{words} {number}",
            _gtin(4_000_000_000_00 + number),
            f"Category {number % 200:03}",
            f"Supplier {number % 300:03}",
            ("pcs", "kg", "m")[number % 3],
            f"{draw.randint(1, 99_999) / 100:.2f}",
            f"{draw.randint(1, 50_000) / 100:.2f}",
            str(draw.randint(0, 50)),
            f"{words}, made of {draw.choice(_WORDS)}" if number % 2 else "",
        )


def _gtin(body: int) -> str:
    digits = f"{body:012}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)


def _spoil(row: tuple[str, ...], draw: random.Random) -> list[str]:
    """One way in which a real file is wrong."""
    cells = list(row)
    match draw.randrange(9):
        case 0:
            cells[0] = " "
        case 1:
            cells[1] = "\u00a0"
        case 2:
            cells[6] = "12,50"
        case 3:
            cells[6] = "-1"
        case 4:
            cells[7] = "n/a"
        case 5:
            cells[8] = "1e3"
        case 6:
            cells[2] = "9.78E+12"
        case 7:
            cells[1] = "x" * 1001
        case _:
            cells.append("one too many")
    return cells
