"""The problems of the check step: any number of them, corrected one by one, and each correction taken back."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import isValid

from inventory_app.database.database import Database
from inventory_app.importing.checks.repairs import APOSTROPHE
from inventory_app.ui.import_dialog import ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.cell_editor import CellEditor
from inventory_app.ui.import_dialog.corrections_list import CorrectionsList
from inventory_app.ui.import_dialog.problems_table import MOST_COPIED
from inventory_app.ui.screens.imports import make
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.import_window import (
    PATIENCE,
    check,
    checked,
    choose_reason,
    press,
    repair,
    retype,
    to_check,
    to_open,
)
from tests.support.imports import Importer
from tests.support.screens import nameless, on_stage
from tests.support.waiting import until

Key = Qt.Key
W = TypeVar("W", bound=QWidget)
MANY = 12_000


async def check_again(window: ImportWindow, accepted: int) -> None:
    await press(window, "check-again")
    await checked(window, accepted)


def shown(window: ImportWindow, row: int) -> list[str]:
    model = window.check.problems
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


async def opened(window: ImportWindow, kind: type[W]) -> W:
    found = await until(
        lambda: [one for one in window.findChildren(kind) if one.isVisible()], PATIENCE, what="a dialog"
    )
    assert found
    assert nameless(found[0]) == []
    return found[0]


async def test_any_number_of_problems_is_paged_by_reason(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.csv"
    rows = (f"S{at},{'' if at % 3 == 0 else 'Cup'},'{at}.50" for at in range(1, MANY + 1))
    path.write_text("sku,name,price\n" + "\n".join(rows), encoding="utf-8")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_check(stage, page, path)
        check, model = window.check, window.check.problems
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert [(one.code, one.count) for one in check.reasons.rows.shown if one.code] == [
            ("price_invalid", MANY * 2 // 3), ("name_missing", MANY // 3),
        ]  # fmt: skip
        choose_reason(window, "price_invalid")
        assert model.rowCount() == MANY
        assert check.listed.text().startswith(f"{MANY:,} problems are listed. {MANY * 2 // 3:,} rows")
        check.table.scrollToBottom()
        assert check.table.rowAt(check.table.viewport().height() - 1) == MANY - 1
        assert shown(window, MANY - 1)[:4] == [f"{MANY:,}", f"{MANY + 1:,}", "price", f"'{MANY}.50"]
        assert [shown(window, 7_000)[at] for at in (0, 3, 5)] == ["7,001", "'7001.50", "7001.50"]

        def counted() -> bool:
            button = repair(window, f"repair-{APOSTROPHE}")
            return button is not None and button.text() == f"Apply to {MANY:,}"

        await until(counted, PATIENCE, what="the count")
        check.table.selectAll()
        check.table.copy_rows()
        copied = QApplication.clipboard().text().split("\n")
        assert (len(copied), copied[-1].split("\t")[0]) == (MOST_COPIED, f"{MOST_COPIED:,}")
        assert check.note.words.startswith(f"The first {MOST_COPIED:,} are copied")
        choose_reason(window, "name_missing")
        assert model.rowCount() == MANY // 3
        assert [int(shown(window, at)[0].replace(",", "")) for at in (0, 1, MANY // 3 - 1)] == [3, 6, MANY]
        assert not check.listed.isVisible()
        pages = presenter._checked.pages if presenter._checked is not None else None
        assert pages is not None
        assert os.name != "posix" or list(scratch.iterdir()) == []
        window.let_go()
        await until(lambda: not isValid(window), what="the end of the window")
        assert not pages.is_open
        assert list(scratch.iterdir()) == []


async def test_further_problems_of_rejected_rows_are_counted_as_problems(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("SKU,Name,Price,Cost\na1,,x,x\na2,,y,1\na3,Cup,z,2\na4,Jug,4,4\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_check(stage, page, path)
        rows = window.check.reasons.rows
        assert [(one.words if not one.code else one.code, one.count) for one in rows.shown] == [
            ("Rejected, by first reason", 3), ("name_missing", 2), ("price_invalid", 1),
            ("Further problems of rejected rows", 1), ("cost_invalid", 1),
        ]  # fmt: skip
        tips = [rows.index(at).data(Qt.ItemDataRole.ToolTipRole) for at, one in enumerate(rows.shown) if not one.code]
        assert tips[0] == "Rejected, by first reason"
        assert tips[1].startswith("Problems, not rows: each of these rows is counted above")
        choose_reason(window, "cost_invalid")
        QTest.keyClick(window.check.reasons, Key.Key_Home)  # the heading above is no place to be
        assert rows.shown[window.check.reasons.currentIndex().row()].code == "name_missing"


@pytest.mark.usefixtures("german")
async def test_reasons_are_told_in_the_language_of_the_window(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("SKU,Name,Price\na1,Cup,x\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_check(stage, page, path)
        assert "Kein Preis" in shown(window, 0)


async def test_corrections_are_listed_and_taken_back_one_by_one(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("SKU,Name,Price\na1,Cup,x1\na2,Bowl,x2\na3,Jug,x3\na4,Pan,4\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_check(stage, page, path)
        for row, typed in enumerate(("1", "2", "3")):
            await retype(window.check.table, row, 0, typed)  # wherever the cursor stands in the row
        assert not window.check.save.isEnabled()
        await press(window, "show-corrections")
        listed = await opened(window, CorrectionsList)
        assert unique_mnemonics(listed) == []
        assert [(one.record, one.column, one.before, one.after) for one in listed.rows.rows] == [
            (1, "Price", "x1", "1"), (2, "Price", "x2", "2"), (3, "Price", "x3", "3"),
        ]  # fmt: skip
        listed.table.selectRow(1)
        QTest.keyClick(listed.table, Key.Key_Delete)
        await until(lambda: listed.rows.rowCount() == 2)
        assert presenter.opening.choices.treatment.corrections == {1: {3: "1"}, 3: {3: "3"}}
        assert shown(window, 1)[3] == "x2"
        listed.accept()
        await check_again(window, 3)
        await retype(window.check.table, 0, 0, "2.5")
        await retype(window.check.table, 0, 0, "x2")  # as it is in the file
        await press(window, "show-corrections")
        listed = await opened(window, CorrectionsList)
        next(one for one in listed.findChildren(QPushButton, "take-all-corrections-back")).click()
        await until(lambda: not isValid(listed) or not listed.isVisible())
        assert presenter.opening.choices.treatment.corrections == {}
        await check_again(window, 1)
        assert [shown(window, at)[3] for at in range(3)] == ["x1", "x2", "x3"]


async def test_joined_columns_long_cells_and_whole_rows_have_an_editor(
    sqlite_database: Database, tmp_path: Path
) -> None:
    long = "Cup " * 2_000 + "CafÃ©"
    path = tmp_path / "shop.csv"
    path.write_text(
        f'SKU,Title,Size,Description\na1,CafÃ©,big,x\na2,Bowl,small,"{long}"\na3,Jug\na4,Pan,big,x,y\n',
        encoding="utf-8",
    )
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_open(stage, page, path)
        window.open.next.click()
        presenter.opening._columns_changed({0: "sku", 1: "name", 2: "name", 3: "description"})
        window.map.check.click()
        await checked(window)
        assert [one.code for one in window.check.reasons.rows.shown if one.code] == ["ragged_row", "mojibake"]

        choose_reason(window, "mojibake")
        assert shown(window, 0)[2:4] == ["Title + Size", "CafÃ© big"]
        await edit(window, 0, {2: "Café"})
        await until(lambda: 1 in presenter.opening.choices.treatment.corrections)
        choose_reason(window, "mojibake")
        await edit(window, 1, {4: long.replace("Ã©", "é") + "\nsecond line"})
        await until(lambda: 2 in presenter.opening.choices.treatment.corrections)
        choose_reason(window, "ragged_row")
        await edit(window, 0, {3: "tall"})
        await until(lambda: 3 in presenter.opening.choices.treatment.corrections)
        assert presenter.opening.choices.treatment.corrections == {
            1: {2: "Café"}, 2: {4: long.replace("Ã©", "é") + "\nsecond line"}, 3: {3: "tall", 4: ""},
        }  # fmt: skip
        window.check.table.setCurrentIndex(window.check.problems.index(1, 3))
        QTest.keyClick(window.check.table, Key.Key_F2)
        await until(lambda: "only be corrected in the file" in window.check.note.text(), PATIENCE)
        await check_again(window, 3)
        window.check.save.click()
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        catalogue = await Importer(sqlite_database, tmp_path).catalogue()
        assert {sku: one["name"] for sku, one in catalogue.items()} == {
            "a1": "Café big", "a2": "Bowl small", "a3": "Jug tall",
        }  # fmt: skip


async def edit(window: ImportWindow, row: int, typed: dict[int, str]) -> None:
    """F2, and another text in some cells of the row."""
    table = window.check.table
    table.setCurrentIndex(table.model().index(row, 0))
    table.setFocus()
    QTest.keyClick(table, Key.Key_F2)
    editor = await opened(window, CellEditor)
    assert unique_mnemonics(editor) == []
    for place, text in typed.items():
        area = editor.findChild(QPlainTextEdit, f"cell-{place}")
        assert isinstance(area, QPlainTextEdit)
        area.selectAll()
        area.insertPlainText(text)
    editor.do_primary()
    await until(lambda: not isValid(editor) or not editor.isVisible())


async def test_cells_are_corrected_in_the_first_rows_too(sqlite_database: Database, tmp_path: Path) -> None:
    long = "Cup " * 1_000
    path = tmp_path / "shop.csv"
    path.write_text(f'SKU,Name,Price\na1,Cup,x1\na2,"{long}",2\n', encoding="utf-8")
    other = tmp_path / "other.csv"
    other.write_text("SKU,Name,Price\nb1,Jug,x\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_check(stage, page, path)
        await corrected_in_preview(window, 1, 3, "1.5")
        assert window.open.table is not None
        assert window.open.table.model().index(0, 3).data() == "1.5"
        window.open.table.setCurrentIndex(window.open.table.model().index(1, 2))
        QTest.keyClick(window.open.table, Key.Key_F2)
        editor = await opened(window, CellEditor)
        area = editor.findChild(QPlainTextEdit, "cell-2")
        assert isinstance(area, QPlainTextEdit)
        assert area.toPlainText() == long
        area.selectAll()
        area.insertPlainText("Bowl")
        editor.do_primary()
        await until(lambda: presenter.opening.choices.treatment.corrections == {1: {3: "1.5"}, 2: {2: "Bowl"}})
        assert window.open.note.text().endswith("F2 corrects a cell.")
        await check(window, 2)

        presenter.open_file(other)
        await until(lambda: window.open.table is not None and window.open.table.rows.rowCount() == 1, PATIENCE)
        await corrected_in_preview(window, 1, 3, "7")
        await check(window, 1)


async def corrected_in_preview(window: ImportWindow, record: int, place: int, typed: str) -> None:
    """F2 on a cell of the first rows."""
    window.show_step(steps.OPEN)
    assert window.open.table is not None
    await retype(window.open.table, record - 1, place, typed)
