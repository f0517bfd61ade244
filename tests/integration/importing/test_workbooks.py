"""Workbooks imported into both engines, from the command line's request to the rejects file."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.support.imports import Importer, brief
from tests.support.workbooks import write_xlsx

HEADER = ("SKU", "Name", "Barcode", "Price", "Quantity")


async def test_a_workbook_is_imported_as_a_csv_file_is(importer: Importer, tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        HEADER,
        ("00417", "Tray", 4006381333931, 12.5, 3),
        (),
        (1234567890123, "Cup\nblue", "4006381333924", 0.1, None),
        ("X", None, None, 1, 1),
        ("Y", "Yoke", None, "#N/A", 1),
        ("00417", "Tray again", None, 1, 1),
    ]
    path = write_xlsx(tmp_path / "shop.xlsx", rows, before=["Cover"])
    rejects = tmp_path / "rejects.csv"
    outcome = await importer.file(path, rejects=str(rejects), mode="skip")
    reasons = {"name_missing": 1, "price_invalid": 1, "duplicate_sku": 1}
    assert brief(outcome) == ("committed", 2, 0, 0, reasons)
    catalogue = await importer.catalogue()
    assert {sku: (one["name"], one["price"], one["barcodes"]) for sku, one in catalogue.items()} == {
        "00417": ("Tray", Decimal("12.5"), ["4006381333931"]),
        "1234567890123": ("Cup\nblue", Decimal("0.1"), ["4006381333924"]),
    }
    assert await importer.levels() == {("00417", "MAIN", "", ""): Decimal(3)}
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert [(one["SKU"], one["line"]) for one in written] == [("X", "5"), ("Y", "6"), ("00417", "7")]
    assert brief(await importer.file(path, mode="skip")) == ("committed", 0, 0, 2, reasons)


async def test_a_sheet_of_stock_with_dates(importer: Importer, tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("sku", "location", "quantity", "lot", "expires_on"),
        ("A", "MAIN", 2, "L1", date(2031, 2, 1)),
        ("A", "MAIN", "1,5", "L2", "03.04.2031"),
    ]
    await importer.products("sku,name\nA,One\n")
    path = write_xlsx(tmp_path / "stock.xlsx", rows, name="Count")
    outcome = await importer.file(path, kind="stock", sheet="count", decimal=",", date_format="DD.MM.YYYY")
    assert outcome.outcome == "committed", outcome.message
    assert await importer.levels() == {("A", "MAIN", "L1", ""): Decimal(2), ("A", "MAIN", "L2", ""): Decimal("1.5")}
    again = await importer.file(path, kind="stock", sheet="count", decimal=",", date_format="DD.MM.YYYY")
    assert again.outcome == "refused"


async def test_a_damaged_workbook_saves_nothing(importer: Importer, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "shop.xlsx", [HEADER, ("A", "One", None, 1, 1)])
    path.write_bytes(path.read_bytes()[:-40])
    outcome = await importer.file(path)
    assert outcome.outcome == "refused"
    assert "damaged" in outcome.message
    assert await importer.catalogue() == {}


async def test_leading_zeros_that_a_format_shows_are_kept(importer: Importer, tmp_path: Path) -> None:
    path = tmp_path / "shop.xlsx"
    with xlsxwriter.Workbook(path) as book:
        zeros = book.add_format({"num_format": "00000"})
        barcode = book.add_format({"num_format": "0" * 13})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["sku", "name", "barcode", "price"])
        sheet.write(1, 0, 123, zeros)
        sheet.write(1, 1, "Tray")
        sheet.write(1, 2, 36000291452, barcode)
        sheet.write(1, 3, 7, zeros)
    assert brief(await importer.file(path)) == ("committed", 1, 0, 0, {})
    one = (await importer.catalogue())["00123"]
    assert (one["barcodes"], one["price"]) == (["0036000291452"], Decimal(7))
