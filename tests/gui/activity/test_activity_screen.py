"""The log of the database on screen: filters, what an action changed, and the way back with its reasons."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Committed, Refused
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.database import Database
from inventory_app.ui.screens.activity import make
from inventory_app.ui.screens.activity.page import ActivityPage
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.screens import CTRL, SHIFT, nameless, on_stage
from tests.support.shop import JONAS, Shop
from tests.support.waiting import until

Key = Qt.Key


async def history(shop: Shop) -> None:
    """Four actions of two people; the order is the newest."""
    await shop.product("00417", "5", name="Blue enamel mug", price=Decimal("4.90"))
    await shop.done(EditProduct(sku="00417", changes={"price": "5.50"}), JONAS)
    await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("00417", Decimal(4)),), reference="PO 1"))


def titles(page: ActivityPage) -> list[str]:
    return [row.title for row in page.listed.model.rows]


def shown(page: ActivityPage) -> str:
    return " ".join(label.text() for label in page._detail.findChildren(QLabel) if label.isVisibleTo(page._detail))


async def test_everything_that_was_saved_newest_first(database: Database, tmp_path: Path) -> None:
    async with on_stage(make, database, tmp_path, "activity") as (stage, page):
        await history(stage.shop)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() == 4)
        assert titles(page)[0] == "Place order, 1 line (PO 1)"
        assert page.head.caption == "4 actions · live"
        await until(lambda: page._people.count() == 3)
        page._people.setCurrentIndex(page._people.findData("Jonas Weber"))
        await until(lambda: page.listed.model.rowCount() == 1)
        await until(lambda: "4.90 → 5.50" in shown(page), what="the change of the price")
        assert "product 00417" in shown(page)
        page._filters.clear()
        page._kinds.setCurrentIndex(page._kinds.findData("adjust_stock"))
        await until(lambda: titles(page) == ["Adjust 00417 by +5"])
        page._filters.clear()
        page._text.setFocus()
        stage.keys("PO 1")
        await until(lambda: titles(page) == ["Place order, 1 line (PO 1)"])
        await until(lambda: page._shown is not None and page._shown.action.kind == "place_order")
        stage.keys(Key.Key_C, modifiers=CTRL | SHIFT)
        assert "person        Mira Kowalski" in QGuiApplication.clipboard().text()


async def test_undo_and_why_not(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(make, sqlite_database, tmp_path, "activity") as (stage, page):
        await history(stage.shop)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() == 4)
        adjust = next(at for at, title in enumerate(titles(page)) if title.startswith("Adjust"))
        page.listed.table.selectRow(adjust)
        stage.keys(Key.Key_Z, modifiers=CTRL | SHIFT)
        refused = await stage.outcome(1)  # four of the five are promised to the order
        assert isinstance(refused, Refused)
        await until(page.banner.isVisible)
        assert "Later moves depend on this one" in page.banner.accessibleDescription()
        assert "Only 1 of 5" in page.banner.accessibleDescription()

        page.listed.table.selectRow(0)
        await until(lambda: page._shown is not None and page._shown.action.kind == "place_order")
        stage.keys(Key.Key_Z, modifiers=CTRL | SHIFT)
        assert isinstance(await stage.outcome(2), Committed)
        await until(lambda: page.listed.model.rowCount() == 5)
        assert not page.banner.isVisible()
        order = next(row for row in page.listed.model.rows if row.kind == "place_order")
        assert not order.can_undo
        page.listed.table.select_key(order.id)
        assert not page._undo.isEnabled()
        assert await stage.shop.level("00417") == (5, 0)


async def test_what_another_workstation_saves_appears(sqlite_database: Database, tmp_path: Path) -> None:
    """The place of the person is kept when rows come in above."""
    async with on_stage(make, sqlite_database, tmp_path, "activity") as (stage, page):
        await history(stage.shop)
        page.refresh()
        await until(lambda: page.listed.model.rowCount() == 4)
        page.listed.table.selectRow(2)
        chosen = page.listed.table.current_row
        await stage.shop.done(AdjustStock(sku="00417", location="MAIN", quantity=Decimal(2), reason="FOUND"), JONAS)
        stage.keys(Key.Key_F5)
        await until(lambda: page.listed.model.rowCount() == 5)
        assert page.listed.table.current_row == chosen


async def test_names_mnemonics_size_and_model(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(make, sqlite_database, tmp_path, "activity") as (stage, page):
        fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
        tester = QAbstractItemModelTester(page.listed.model, fatal)
        assert nameless(page) == []
        await history(stage.shop)
        page.refresh()
        await until(lambda: page._shown is not None)
        assert nameless(page) == []
        assert unique_mnemonics(page) == []
        assert page.minimumSizeHint().width() <= 1280 - 184
        del tester
