"""Any list leaves as a file: as it is shown or whole, told how far it is, stopped, and never half written."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
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
from inventory_app.exporting.tables import KINDS
from inventory_app.ui.export_dialog import ExportDialog, Offer
from inventory_app.ui.screens import activity, imports, products, sales, stock
from tests.support.file_dialogs import pick, proposed
from tests.support.imports import Importer
from tests.support.screens import CTRL, SHIFT, on_stage
from tests.support.waiting import until


async def dialog_on(page: Any) -> ExportDialog:
    """Opened by the keyboard."""
    QTest.keyClick(page.listed.table, Qt.Key.Key_E, CTRL | SHIFT)
    found: ExportDialog = await until(lambda: page.findChild(ExportDialog))
    return found


async def written(dialog: ExportDialog, path: Path, *, as_proposed: str = "") -> str:
    dialog.go_button.click()
    if as_proposed:
        assert await proposed() == as_proposed
    await pick(str(path.with_suffix("")))  # the ending comes by itself
    await until(lambda: path.exists() and not dialog.running, what="the end of the export")
    return path.read_text(encoding="utf-8")


def choose(dialog: ExportDialog, kind: str) -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(kind))


def offered(dialog: ExportDialog) -> list[str]:
    return [dialog.what.itemData(number) for number in range(dialog.what.count())]


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


# By screen: what else it offers, and a column of each with what stands in it.
BESIDE: Mapping[str, tuple[Any, Mapping[str, tuple[str, set[str]]]]] = {
    "products": (products.make, {
        "barcodes": ("barcode", {"4006381333931", "BOX"}),
        "reorder-points": ("reorder_point", {"5"}),
        "suppliers": ("name", {"Kiln House"}),
    }),
    "stock": (stock.make, {
        "locations": ("path", {"MAIN", "SUPPLIER"}),
        "moves": ("reason", {"FOUND"}),
        "purchase-orders": ("reference", {"P 1"}),
    }),
    "sales": (sales.make, {
        "sales-orders": ("sku", {"00417"}),
        "customers": ("name", {"Ada"}),
    }),
}  # fmt: skip


async def furnish_beside(stage: Any, folder: Path) -> None:
    importer = Importer(stage.shop.database, folder)
    for kind, text in {
        "barcodes": "sku,barcode\n00417,4006381333931\n00417,BOX\n",
        "reorder-points": "sku,reorder_point\n00417,5\n",
        "customers": "name\nAda\n",
        "purchase-orders": "reference,supplier,sku,quantity\nP 1,Kiln House,00417,2\n",
    }.items():
        assert (await importer.kind(kind, text)).outcome == "committed"


@pytest.mark.parametrize("key", BESIDE)
async def test_what_belongs_to_a_list_leaves_too(sqlite_database: Database, tmp_path: Path, key: str) -> None:
    make, others = BESIDE[key]
    async with on_stage(make, sqlite_database, tmp_path, key) as (stage, page):
        await furnish(stage)
        await furnish_beside(stage, tmp_path)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() > 0)
        dialog = await dialog_on(page)
        assert dialog.what.isVisible()
        assert offered(dialog)[1:] == list(others)
        for kind, (column, values) in others.items():
            choose(dialog, kind)
            assert (dialog.rows.isEnabled(), dialog.columns.isEnabled()) == (kind == "sales-orders", False)
            assert dialog.columns.currentText() == "All there are"
            text = await written(dialog, tmp_path / f"out-{kind}.csv", as_proposed=f"{kind}.csv")
            rows = list(csv.DictReader(text.splitlines()))
            assert {row[column] for row in rows} >= values, kind
        choose(dialog, offered(dialog)[0])
        assert dialog.rows.isEnabled()
        assert dialog.rows.currentData() is True


async def test_lines_of_the_orders_that_are_shown(database: Database, tmp_path: Path) -> None:
    async with on_stage(sales.make, database, tmp_path, "sales") as (stage, page):
        await furnish(stage)
        for reference in ("R 2", "Q 7"):
            lines = (OrderLine("01022", Decimal(2)), OrderLine("00417", Decimal(1)))
            await stage.shop.done(PlaceOrder(location="MAIN", lines=lines, reference=reference))
        page._filter.setText("R ")
        page.refresh()
        await until(lambda: page.listed.model.rowCount() == 2, what="the two orders")
        dialog = await dialog_on(page)
        choose(dialog, "sales-orders")
        assert (dialog.rows.currentData(), dialog.rows.currentText()) == (True, "As shown: filtered and sorted")
        rows = list(csv.DictReader((await written(dialog, tmp_path / "lines.csv")).splitlines()))
        told = [("R 2", "1", "01022"), ("R 2", "2", "00417"), ("R 1", "1", "00417")]  # the newest first, as shown
        assert [(row["reference"], row["line_no"], row["sku"]) for row in rows] == told
        dialog.rows.setCurrentIndex(dialog.rows.findData(False))
        rows = list(csv.DictReader((await written(dialog, tmp_path / "all.csv")).splitlines()))
        assert [row["reference"] for row in rows] == ["R 1", "R 2", "R 2", "Q 7", "Q 7"]


@pytest.mark.parametrize(("make", "key"), [(activity.make, "activity"), (imports.make, "imports")])
async def test_no_choice_where_there_is_one_thing(
    sqlite_database: Database, tmp_path: Path, make: Any, key: str
) -> None:
    async with on_stage(make, sqlite_database, tmp_path, key) as (stage, page):
        await furnish(stage)
        await Importer(sqlite_database, tmp_path).products("sku,name\nA,Mug\n")
        page.refresh()
        await until(lambda: page.listed.model.rowCount() > 0)
        dialog = await dialog_on(page)
        assert offered(dialog) == [key]
        assert not dialog.what.isVisible()
        assert dialog.format.isVisible()


def test_the_window_offers_every_kind() -> None:
    screens = {kind for key, (_make, others) in BESIDE.items() for kind in (key, *others)} - {"sales"}
    assert screens | {"orders", "activity", "imports"} == set(KINDS)
    assert all(Offer(kind).title and Offer(kind).hint for kind in KINDS)
