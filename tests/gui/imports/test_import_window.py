"""The import window by keyboard: a file with errors of four kinds, its commit, cancel, revert, and bad files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from shiboken6 import isValid
from sqlalchemy import func, select

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Cancelled, Committed, DryRun, Phase
from inventory_app.database.database import Database
from inventory_app.database.tables import Product, StockMove
from inventory_app.ui.import_dialog import ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from inventory_app.ui.screens.imports.page import ImportsPage
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.import_window import PATIENCE, name_file, new_import
from tests.support.screens import CTRL, SHIFT, Stage, nameless, on_stage
from tests.support.waiting import until

Key = Qt.Key
HEADER = "SKU;Name;EAN;Price;Opening stock;Note\n"


def catalogue(path: Path, rows: int = 40) -> Path:
    """Of every ten rows one has a price that is none, one no name, one the sku of another, one a ruined barcode."""
    lines = [HEADER]
    for number in range(rows):
        sku, name, barcode, price = f"{number:05d}", f"Product {number}", "", "4,90"
        match number % 10:
            case 2:
                price = "on request"
            case 4:
                name = " "
            case 6:
                sku = f"{number - 1:05d}"
            case 8:
                barcode = "4,00638E+12"
        lines.append(f"{sku};{name};{barcode};{price};3;x\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path


async def products(database: Database) -> int:
    """Those that are not archived: a reverted import archives what the ledger names."""
    async with database.read() as session:
        wanted = select(func.count()).select_from(Product).where(Product.archived_at.is_(None))
        return int(await session.scalar(wanted) or 0)


async def moves(database: Database) -> int:
    async with database.read() as session:
        return int(await session.scalar(select(func.count()).select_from(StockMove)) or 0)


async def to_check(stage: Stage, window: ImportWindow, path: Path) -> None:
    """Type the path, take the mapping as it was found, check."""
    assert QApplication.focusWidget() is window.open.path
    await name_file(stage, window, path)
    stage.keys(Key.Key_Return)
    assert window.step == steps.MAP
    stage.keys(Key.Key_Return)
    assert window.step == steps.CHECK
    await until(window.check.save.isVisible, PATIENCE, what="the check")


async def test_a_file_with_four_kinds_of_errors(database: Database, tmp_path: Path) -> None:
    path = catalogue(tmp_path / "autumn.csv")
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        window, _ = await new_import(stage, page)
        await to_check(stage, window, path)
        assert isinstance(await stage.outcome(1), DryRun)
        assert await products(database) == 0
        assert window.head.caption.endswith("UTF-8 · semicolon · 40 records")
        reasons = {one.code: one.count for one in window.check.reasons.rows.shown if one.code}
        codes = ("name_missing", "price_invalid", "duplicate_sku", "barcode_damaged", "conflicting_duplicate")
        assert reasons == dict.fromkeys(codes, 4)
        assert window.check.save.text() == "Sa&ve 24 products"

        problems = window.check.problems.rows
        told = [(one.record, one.line, one.column, one.value) for one in problems]
        assert told[:2] == [(5, 6, "Name", ""), (15, 16, "Name", "")]
        window.check.reasons.setFocus()
        stage.keys(Key.Key_Down)
        first = window.check.problems.rows[0]
        assert (first.record, first.line, first.column, first.value) == (3, 4, "Price", "on request")

        window.check.save.setFocus()
        stage.keys(Key.Key_Return)
        committed = await stage.outcome(2)
        assert isinstance(committed, Committed)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert window.outcome.title.text() == "24 of 40 products are saved"
        assert await products(database) == 24
        rejects = path.with_name("autumn.rejects.csv")
        rows = list(csv.DictReader(rejects.read_text(encoding="utf-8-sig").splitlines()))
        assert len(rows) == 16
        assert rows[0]["error"].startswith("price_invalid")
        await take_back(stage, page, window)
        assert await products(database) == 0


async def take_back(stage: Stage, page: ImportsPage, window: ImportWindow) -> None:
    """Revert from the outcome, by keyboard; then the list says so."""
    window.outcome.revert.setFocus()
    stage.keys(Key.Key_Return)
    await stage.decide("revert")
    reverted = await stage.outcome(3)
    assert isinstance(reverted, Committed)
    await until(lambda: not window.outcome.revert.isEnabled())
    await stage.active(window)
    await stage.shop.levels_and_ledger_agree()
    stage.keys(Key.Key_Escape)
    await until(lambda: not page._windows or not _alive(page))
    await stage.active(stage.window)
    await until(lambda: page.listed.model.rowCount() == 1 and page.listed.model.rows[0].is_reverted)
    assert not page._revert.isEnabled()


def _alive(page: ImportsPage) -> bool:
    return any(isValid(window) and window.isVisible() for window, _ in page._windows)


async def test_cancel_takes_everything_back(sqlite_database: Database, tmp_path: Path) -> None:
    path = catalogue(tmp_path / "large.csv", 20_000)
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await new_import(stage, page)
        await to_check(stage, window, path)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert window.step == steps.COMMIT

        def saving() -> bool:
            run = presenter.run
            return run is not None and run.progress is not None and run.progress.phase is Phase.RUNNING

        await until(saving, PATIENCE)
        stage.keys(Key.Key_Escape)
        await stage.decide("cancel")
        assert isinstance(await stage.outcome(2), Cancelled)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert window.outcome.title.text() == "Stopped. Nothing was saved."
        assert not window.outcome.done.isVisible()
        assert await products(sqlite_database) == 0
        assert await moves(sqlite_database) == 0
        assert list(tmp_path.glob("*.rejects*")) == []

        window.outcome.retry.click()
        assert isinstance(await stage.outcome(3), Committed)
        assert (await stage.outcome(3)).action_id == (await stage.outcome(2)).action_id  # it cannot be saved twice
        assert await products(sqlite_database) == 12_000


async def test_closing_while_it_runs_lets_it_go_on(sqlite_database: Database, tmp_path: Path) -> None:
    path = catalogue(tmp_path / "large.csv", 5_000)
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await new_import(stage, page)
        await to_check(stage, window, path)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        window.close()
        await stage.decide("hide")
        assert isinstance(await stage.outcome(2), Committed)
        await until(lambda: not _alive(page), PATIENCE)
        await until(lambda: page.listed.model.rowCount() == 1)


async def test_all_or_nothing_says_why_it_waits(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await new_import(stage, page)
        await to_check(stage, window, catalogue(tmp_path / "autumn.csv"))
        stage.keys(Key.Key_A, modifiers=Qt.KeyboardModifier.AltModifier)
        await until(window.check.atomic.isChecked)
        assert not window.check.save.isEnabled()
        assert window.check.note.words == "All or nothing: 16 rejected rows would keep everything out."
        assert presenter.opening.choices.mode.value == "atomic"
        stage.keys(Key.Key_K, modifiers=Qt.KeyboardModifier.AltModifier)
        await until(window.check.save.isEnabled)


def _no_popup() -> bool:
    return QApplication.activePopupWidget() is None


async def test_mapping_by_hand(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("A,B,C\nx1,Cup,2.50\nx2,Bowl,3.50\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await new_import(stage, page)
        await name_file(stage, window, path)
        stage.keys(Key.Key_Return)
        assert not window.map.check.isEnabled()
        assert "No column becomes sku" in window.map.note.words
        assert QApplication.focusWidget() is window.map.table
        for row, field in enumerate(("sku", "name", "price")):
            window.map.table.selectRow(row)
            stage.keys(Key.Key_Space)
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            chosen = next(one for one in menu.actions() if one.text().startswith(field))
            menu.setActiveAction(chosen)
            QTest.keyClick(menu, Key.Key_Return)
            await until(_no_popup)
            await stage.active(window)
            window.map.table.setFocus()
        assert presenter.opening.choices.flags == ("sku=#1", "name=#2", "price=#3")
        assert [shown.found_by for shown in window.map.table.map_model.rows] == ["you", "you", "you"]
        window.map.check.click()
        await until(window.check.save.isVisible, PATIENCE)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert isinstance(await stage.outcome(2), Committed)
        assert await products(sqlite_database) == 2


async def test_the_same_stock_again_is_told(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "stock.csv"
    path.write_text("sku,location,quantity\n00417,MAIN,5\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        await stage.shop.product("00417")
        window: ImportWindow
        for _ in range(2):
            page.show_item("stock")
            window = page._windows[-1][0]
            await stage.active(window)
            await name_file(stage, window, path)
            stage.keys(Key.Key_Return, Key.Key_Return)
            await until(partial(_checked_or_told, window), PATIENCE)
            if window.check.save.isVisible():
                stage.keys(Key.Key_Return, modifiers=CTRL)
                await until(partial(_is_at, window, steps.OUTCOME), PATIENCE)
        assert await stage.shop.level("00417") == (5, 0)
        assert "import 1 (stock.csv)" in window.already.accessibleDescription()
        window.earlier.click()
        assert stage.led_to == [("imports", 1)]
        window.again.click()
        await until(window.check.save.isVisible, PATIENCE)
        await stage.active(window)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert await stage.shop.level("00417") == (10, 0)


def _checked_or_told(window: ImportWindow) -> bool:
    return window.check.save.isVisible() or window.already.isVisible()


def _is_at(window: ImportWindow, step: int) -> bool:
    return window.step == step


BAD_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda _path: None, "there is no such file"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "header only": (lambda path: path.write_text("sku,name\n"), "holds a header line and no rows"),
    "workbook": (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 100), "workbook is damaged"),
    "binary": (lambda path: path.write_bytes(bytes(range(32)) * 40), "is not a text file"),
    "folder": (lambda path: path.mkdir(), "is a folder"),
}


@pytest.mark.parametrize("name", BAD_FILES)
async def test_files_that_cannot_be_read(sqlite_database: Database, tmp_path: Path, name: str) -> None:
    write, said = BAD_FILES[name]
    path = tmp_path / "bad.csv"
    write(path)
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await new_import(stage, page)
        stage.keys(str(path), Key.Key_Return)
        await until(window.banner.isVisible, PATIENCE)
        assert said in window.banner.accessibleDescription()
        assert not window.open.next.isEnabled()
        assert stage.outcomes == []


async def test_reading_can_be_changed(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("Title of the list\nSKU;Name;Preis\n1;Käse;2,50\n2;Brot;3,50\n".encode("cp1252"))
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await new_import(stage, page)
        await name_file(stage, window, path)
        inspected = presenter.opening.inspected
        assert inspected is not None
        assert (inspected.preview.file_format.encoding, inspected.preview.headers) == (
            "cp1252",
            ("SKU", "Name", "Preis"),
        )
        assert window.open.header.text() == "2"
        assert presenter.opening.choices.rules.decimal == ","  # proposed: every price has a comma
        combo = window.open.delimiter
        combo.setCurrentIndex(combo.findData(","))
        await until(lambda: presenter.opening.inspected is not inspected, PATIENCE)
        changed = presenter.opening.inspected
        assert changed is not None
        assert changed.preview.file_format.delimiter == ","
        assert presenter.opening.choices.reading.delimiter == ","
        assert presenter.opening.choices.reading.encoding is None  # what was not changed stays detected


async def test_rejected_rows_are_saved_from_the_check(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await new_import(stage, page)
        path = catalogue(tmp_path / "autumn.csv")
        await to_check(stage, window, path)
        target = tmp_path / "mine.csv"
        presenter.save_rejects(target)
        await stage.outcome(2)
        await until(target.exists, PATIENCE)
        await until(window.check.save.isVisible, PATIENCE)
        assert "16 rejected rows" in window.check.note.words
        assert await products(sqlite_database) == 0


async def test_names_mnemonics_and_size(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        assert nameless(page) == []
        assert unique_mnemonics(page) == []
        window, presenter = await new_import(stage, page)

        def whole() -> None:
            assert nameless(window) == []
            assert unique_mnemonics(window) == []
            assert window.minimumSizeHint().width() <= 1120
            assert window.minimumSizeHint().height() <= 760

        whole()
        path = catalogue(tmp_path / "autumn.csv")
        await name_file(stage, window, path)
        whole()
        stage.keys(Key.Key_Return)
        whole()
        testers = [
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
            for model in (
                window.map.table.map_model,
                window.check.problems,
                window.check.reasons.rows,
                page.listed.model,
            )
        ]
        stage.keys(Key.Key_Return)
        await until(window.check.save.isVisible, PATIENCE)
        whole()
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        whole()
        assert presenter.run is None
        del testers


def _kept_table() -> QTableView | None:
    modal = QApplication.activeModalWidget()
    return cast(QTableView | None, modal.findChild(QTableView, "table-kept-rows")) if modal is not None else None


async def test_revert_from_the_list_tells_what_was_kept(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "three.csv"
    path.write_text("sku,name,quantity\na,A,5\nb,B,5\nc,C,5\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await new_import(stage, page)
        await to_check(stage, window, path)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        stage.keys(Key.Key_Return)  # shows the products
        assert stage.led_to == [("products", None)]
        stage.window.show_screen("imports")
        await stage.shop.done(AdjustStock(sku="b", location="MAIN", quantity=Decimal(-1), reason="LOSS"))
        await stage.active(stage.window)
        await until(lambda: page.listed.current is not None)
        stage.keys(Key.Key_Z, modifiers=CTRL | SHIFT)
        await stage.decide("revert")
        table = await until(_kept_table, what="the list of what was kept")
        assert table is not None
        model = table.model()
        assert [str(model.index(0, at).data()) for at in (0, 1)] == ["b", "Mira Kowalski"]
        stage.keys(Key.Key_Escape)
        await until(lambda: page.listed.model.rows[0].is_reverted)
        assert await products(sqlite_database) == 1
