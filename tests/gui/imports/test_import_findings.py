"""The first step of an import: what was found about the file, why, and what a person changes of it."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from inventory_app.database.database import Database
from inventory_app.ui.screens.imports import make
from tests.support.import_window import PATIENCE, to_open
from tests.support.screens import on_stage
from tests.support.waiting import until


async def test_what_was_found_is_shown_with_its_reason_and_can_be_changed(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "de.csv"
    path.write_text("SKU;Name;Preis\na1;Tasse;1.299,50\na2;Krug;4,90\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_open(stage, page, path)
        numbers = window.open.numbers
        assert (numbers.decimal.currentData(), numbers.thousands.currentData()) == (",", ".")
        assert "1.299,50" in numbers._why.words
        assert "1.299,50" in numbers.decimal.accessibleDescription()
        assert numbers._sheet_box.isHidden()
        numbers.dates.setCurrentIndex(numbers.dates.findData("DD.MM.YYYY"))
        rules = presenter.opening.choices.rules
        assert (rules.decimal, rules.thousands, rules.date_format) == (",", ".", "DD.MM.YYYY")
        window.open.encoding.setCurrentIndex(window.open.encoding.findData("windows-1252"))
        await until(lambda: presenter.opening.choices.reading.encoding is not None, what="the other encoding")
        await until(window.open.next.isEnabled, PATIENCE, what="another look")
        assert presenter.opening.inspected is not None
        assert presenter.opening.inspected.preview.file_format.encoding != "utf-8", window.head.caption
        assert presenter.opening.choices.rules == rules, "another look changes nothing that was chosen"
        assert "1.299,50" in numbers._why.words


async def test_a_sheet_of_a_workbook_is_chosen(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in (("Notes", (("x",), ("y",))), ("Goods", (("SKU", "Name"), ("a1", "Cup")))):
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                sheet.write_row(at, 0, cells)
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_open(stage, page, path)
        sheets = window.open.numbers.sheet
        assert [sheets.itemText(at) for at in range(sheets.count())] == ["Notes", "Goods"]
        sheets.setCurrentIndex(1)
        await until(lambda: presenter.opening.choices.base is not None, PATIENCE, what="the other sheet")
        assert presenter.opening.choices.options().sheet == "Goods"
        assert not window.open.encoding.isVisible()
