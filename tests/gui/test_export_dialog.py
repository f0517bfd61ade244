"""Any list leaves as a file: as it is shown or whole, told how far it is, stopped, and never half written."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.database import Database
from inventory_app.exporting.formats import Format
from inventory_app.exporting.guard import MARK
from inventory_app.ui.export_dialog import ExportDialog
from inventory_app.ui.screens import activity, imports, products, sales, stock
from tests.support.file_dialogs import pick
from tests.support.imports import Importer
from tests.support.screens import CTRL, SHIFT, on_stage
from tests.support.waiting import until


async def dialog_on(page: Any) -> ExportDialog:
    """Opened by the keyboard."""
    QTest.keyClick(page.listed.table, Qt.Key.Key_E, CTRL | SHIFT)
    found: ExportDialog = await until(lambda: page.findChild(ExportDialog))
    return found


async def written(dialog: ExportDialog, path: Path) -> str:
    dialog.go_button.click()
    await pick(str(path.with_suffix("")))  # the ending comes by itself
    await until(dialog.open_folder.isVisible, what="the end of the export")
    return path.read_text(encoding="utf-8")


async def furnish(stage: Any) -> None:
    for sku, name in (("00417", "Blue mug"), ("01022", "=Oak tray"), ("01023", "Ash tray")):
        await stage.shop.product(sku, "5", name=name, price=Decimal("4.90"))
    await stage.shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("00417", Decimal(1)),), reference="R 1"))


async def test_the_list_of_imports(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(imports.make, sqlite_database, tmp_path, "imports") as (_, page):
        for text in ("sku,name\nA,Mug\n", "sku,name\nA,Cup\n"):
            await Importer(sqlite_database, tmp_path).products(text)
        page.listed.refresh()
        await until(lambda: page.listed.model.rowCount() == 2, what="the imports")
        dialog = await dialog_on(page)
        rows = list(csv.DictReader((await written(dialog, tmp_path / "imports.csv")).splitlines()))
        assert list(rows[0]) == [*(column.key for column in page.listed.table.columns.shown), MARK]
        assert [(row["created"], row["state"]) for row in rows] == [("0", "saved"), ("1", "saved")]


async def test_products_as_shown(database: Database, tmp_path: Path) -> None:
    async with on_stage(products.make, database, tmp_path, "products") as (stage, page):
        await furnish(stage)
        page.search_edit.setText("tray")
        page.listed.model.toggle_order("name")
        await until(lambda: page.listed.model.rowCount() == 2, what="the two trays")
        shown = [column.key for column in page.listed.table.columns.shown]
        dialog = await dialog_on(page)
        rows = list(csv.DictReader((await written(dialog, tmp_path / "trays.csv")).splitlines()))
        assert list(rows[0]) == [*[key for key in shown if key != "action"], MARK]
        assert [row["name"] for row in rows] == ["'=Oak tray", "Ash tray"]
        assert "trays.csv" in dialog.words.text()
        assert dialog.words.text().endswith("Rows: 2")
        assert dialog.raw.isEnabled()


@pytest.mark.parametrize(
    ("make", "key", "column"),
    [(stock.make, "stock", "on_hand"), (sales.make, "sales", "reference"), (activity.make, "activity", "recorded_at")],
)
async def test_everything_of_each_list(
    sqlite_database: Database, tmp_path: Path, make: Any, key: str, column: str
) -> None:
    async with on_stage(make, sqlite_database, tmp_path, key) as (stage, page):
        await furnish(stage)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() > 0)
        dialog = await dialog_on(page)
        dialog.format.setCurrentIndex(dialog.format.findData(Format.JSONL))
        dialog.rows.setCurrentIndex(1)
        dialog.columns.setCurrentIndex(1)
        assert not dialog.raw.isEnabled()
        lines = (await written(dialog, tmp_path / "all.jsonl")).splitlines()
        assert all(column in json.loads(line) for line in lines)
        assert lines


async def test_what_stands_in_the_way_is_told(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(products.make, sqlite_database, tmp_path, "products") as (stage, page):
        await furnish(stage)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() == 3)
        dialog = await dialog_on(page)
        dialog.go_button.click()
        await pick("/proc/products.csv")
        await until(dialog.banner.isVisible, what="why there is no file")
        assert "cannot be written" in dialog.banner.accessibleDescription()
        dialog.format.setCurrentIndex(dialog.format.findData(Format.XLSX))
        await until(lambda: not dialog.running)
        dialog.go_button.click()
        await pick(str(tmp_path / "products"))
        await until(dialog.open_folder.isVisible, what="the workbook")
        assert (tmp_path / "products.xlsx").read_bytes().startswith(b"PK")
        assert dialog.banner.isHidden()


async def test_closing_the_dialog_stops_the_writing(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(products.make, sqlite_database, tmp_path, "products") as (stage, page):
        await furnish(stage)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() == 3)
        dialog = await dialog_on(page)
        dialog.go_button.click()
        await pick(str(tmp_path / "products.csv"))
        await until(lambda: not dialog.progress.isHidden(), what="the writing")
        dialog.reject()
        await until(lambda: page.findChild(ExportDialog) is None, what="the dialog to be gone")
        assert list(tmp_path.glob("*products.csv*")) == []


async def test_every_part_has_a_name(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(products.make, sqlite_database, tmp_path, "products") as (stage, page):
        await furnish(stage)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() == 3)
        dialog = await dialog_on(page)
        nameless = [
            one for one in dialog.findChildren(QWidget)
            if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.isVisible()
            and not (one.accessibleName() or one.objectName())
        ]  # fmt: skip
        assert nameless == []
