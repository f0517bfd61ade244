"""Where files that others have made lie, beside the checkout; tests of them are collected only where they are.

What each of them must give stands in `FILES`: from the folder's own figures where it has some, else counted here with
nothing but the csv module.
"""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(os.environ.get("STOCKROOM_DATA", Path(__file__).parents[3] / "shared" / "data"))
# This one contradicts its own meaning.
ODD = "location_coordinates"


def read_json(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def read_rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Counted:
    """What an import of a file has to say of its records; ``warned`` of its warnings, where that is known."""

    records: int
    accepted: int
    reasons: Mapping[str, int] = field(default_factory=dict)
    warned: Mapping[str, int] = field(default_factory=dict)

    @property
    def rejected(self) -> int:
        return self.records - self.accepted


@dataclass(frozen=True)
class RealFile:
    """A file, what it holds, and the columns (from 1) that a person gives to fields; none: as they are found."""

    name: str
    counted: Callable[[], Counted]
    kind: str = "products"
    columns: Mapping[str, int] = field(default_factory=dict)
    twice_is_refused: bool = False

    @property
    def path(self) -> Path:
        return DATA / self.name

    @property
    def flags(self) -> list[str]:
        """The mapping as the command line takes it."""
        return [f"{field}=#{column}" for field, column in self.columns.items()]


def by_rows(name: str, columns: Mapping[str, int], encoding: str = "utf-8-sig", header_line: int = 1) -> Counted:
    """Row by row: the first reason, in the order of the contract, for which a product is not taken."""
    with (DATA / name).open(encoding=encoding, newline="") as file:
        rows = [row for row in csv.reader(file) if row][header_line - 1 :]
    width, taken, reasons = len(rows[0]), set[str](), Counter[str]()
    for row in rows[1:]:
        cells = [*row, *[""] * width]
        sku, called = cells[columns["sku"] - 1].strip(), cells[columns["name"] - 1].strip()
        if not sku or not called:
            reasons["name_missing" if sku else "sku_missing"] += 1
        elif sku in taken or len(row) != width:
            reasons["duplicate_sku" if sku in taken else "ragged_row"] += 1
        else:
            taken.add(sku)
    return Counted(len(rows) - 1, len(taken), reasons)


def _retail() -> Counted:
    told = read_json("online-retail/expected_raw_as_products.json")
    return Counted(told["records"], told["accepted"], told["rejected_by_reason"])


def _naughty(part: str) -> Counted:
    told = read_json("naughty/expected.json")[part]
    return Counted(told["records"], told["accepted"], told["rejected_by_reason"])


def _inventree(part: str) -> Counted:
    told = read_json("inventree/expected.json")
    count = told["rows_in_stock"] if part == "stock" else told["files"][part]
    return Counted(count, count)


def _vectors() -> Counted:
    """Every number as sku and barcode: wrong check digits are warned of where the length is a GTIN's."""
    found = by_rows("gtin/vectors.csv", {"sku": 2, "name": 4})
    rows = {row["value"].strip(): row for row in read_rows("gtin/vectors.csv")}
    numbers = [number for number in rows if number.isdecimal() and len(number) in (8, 12, 13, 14)]
    wrong = sum(rows[number]["ean8_or_gtin_mod10"] == "False" for number in numbers)
    return Counted(found.records, found.accepted, found.reasons, {"barcode_check_digit": wrong})


def _products(name: str, columns: Mapping[str, int], **how: Any) -> RealFile:
    return RealFile(name, lambda: by_rows(name, columns, **how), columns=columns)


# Folders of many small files, which all go the same way.
SMALL = ("csv-spectrum", "torture")
# In this order, each folder into one database.
FILES: Mapping[str, tuple[RealFile, ...]] = {
    "inventree": (
        RealFile("inventree/locations.csv", lambda: _inventree("locations"), "locations"),
        RealFile("inventree/suppliers.csv", lambda: _inventree("suppliers"), "suppliers"),
        RealFile("inventree/parts.csv", lambda: _inventree("parts")),
        RealFile("inventree/stock_in_stock.csv", lambda: _inventree("stock"), "stock", twice_is_refused=True),
    ),
    "naughty": (
        RealFile("naughty/naughty_products.csv", lambda: _naughty("naughty")),
        RealFile("naughty/naughty_prices.csv", lambda: _naughty("prices")),
    ),
    "online-retail": (
        RealFile("online-retail/catalogue.csv", lambda: Counted(1346, 1346)),
        RealFile("online-retail/2010-12-01.csv", _retail, columns={"sku": 2, "name": 3, "price": 6}),
    ),
    "gtin": (RealFile("gtin/vectors.csv", _vectors, columns={"sku": 2, "barcode": 2, "name": 4}),),
    "reference": (
        _products("reference/codes-all.csv", {"sku": 3, "name": 2}),
        _products("reference/units-of-measure.csv", {"sku": 2, "name": 3, "description": 4}),
    ),
    "csv-spectrum": tuple(
        _products(f"csv-spectrum/csvs/{path.name}", {"sku": 1, "name": 2})
        for path in sorted((DATA / "csv-spectrum" / "csvs").glob("*.csv"))
        if path.stem != ODD
    ),
    "torture": (
        *(
            _products(f"torture/{name}.csv", {"sku": 1, "name": 2}, encoding=encoding, header_line=line)
            for name, encoding, line in (
                ("auto__duplicate_header_collision", "utf-8", 1),
                ("auto__duplicate_header_columns", "utf-8", 1),
                ("bad", "utf-8", 1),
                ("blanks", "utf-8", 1),
                ("cr-line-endings", "utf-8", 1),
                ("dummy_col_shuffled_ragged", "utf-8", 1),
                ("inconsistent-line-endings", "utf-8", 1),
                ("mac_newlines", "utf-8", 1),
                ("test_extra_header", "utf-8", 1),
                ("test_header_newline", "utf-8", 1),
                ("test_latin1", "latin-1", 1),
                ("test_utf16_big", "utf-16", 1),
                ("test_utf16_little", "utf-16", 1),
                ("test_utf8_bom", "utf-8-sig", 1),
                ("title-row", "utf-8", 2),
            )
        ),
        # No database keeps a NUL.
        RealFile("torture/null_byte.csv", lambda: Counted(1, 0, {"undecodable": 1}), columns={"sku": 1, "name": 2}),
        _products("torture/invalid-byte-sequence.csv", {"sku": 5, "name": 3}, encoding="cp1252"),
    ),
}
