"""What all list screens have in common: they remember, show and clear their filters, and stay readable."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.database import Database
from inventory_app.domain.stock import Tracking
from inventory_app.settings import declared
from inventory_app.ui.screens import activity, imports, products, sales, stock
from inventory_app.ui.screens.stock import StockScreen
from inventory_app.ui.theme import Size
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.screens import CTRL, SHIFT, Stage, nameless, on_stage
from tests.support.shop import Shop
from tests.support.waiting import until

Make = Callable[[Any], Any]
# Each screen, a column that it sorts by, and one that it can hide.
SCREENS: dict[str, tuple[Make, str, str]] = {
    "products": (products.make, "name", "category"),
    "stock": (stock.make, "on_hand", "reserved"),
    "sales": (sales.make, "total", "reference"),
    "activity": (activity.make, "at", "summary"),
    "imports": (imports.make, "file", "kind"),
}


async def furnish(shop: Shop) -> None:
    for sku, name in (("00417", "Blue enamel mug"), ("01022", "Oak tray"), ("01023", "Ash tray")):
        await shop.product(sku, "5", name=name, price=Decimal("4.90"))
    for number in range(3):
        line = (OrderLine("00417", Decimal(1)),)
        await shop.done(PlaceOrder(location="MAIN", lines=line, reference=f"PO {number}"))


def listed(page: Any) -> Any:
    return page.listed


async def filled(page: Any, key: str) -> None:
    page.refresh()
    if key == "imports":  # none was done: what is remembered does not ask for rows
        await until(lambda: listed(page).shows_nothing_yet)
    else:
        await until(lambda: listed(page).model.rowCount() >= 3, what=f"the rows of {key}")


@pytest.mark.parametrize("key", SCREENS)
async def test_columns_and_order_are_there_again(sqlite_database: Database, tmp_path: Path, key: str) -> None:
    make, sorted_by, hidden = SCREENS[key]
    async with on_stage(make, sqlite_database, tmp_path, key) as (stage, page):
        await furnish(stage.shop)
        await filled(page, key)
        table = listed(page).table
        columns = table.columns
        columns.timer.setInterval(1)
        shown = [column.key for column in columns.shown]
        columns.menu().actions()[table.rows.column_at(hidden)].trigger()
        table.horizontalHeader().moveSection(0, 2)
        resized = next(one.key for one in columns.shown if one.width)
        table.horizontalHeader().resizeSection(table.rows.column_at(resized), 133)
        listed(page).model.toggle_order(sorted_by)
        listed(page).model.toggle_order(sorted_by)
        await until(lambda: not columns.timer.isActive())
        now = [column.key for column in columns.shown]
        assert now != shown
        assert key in stage.with_.settings.get(declared.COLUMNS)
    async with on_stage(make, sqlite_database, tmp_path, key) as (_stage, page):
        await filled(page, key)
        table = listed(page).table
        assert [column.key for column in table.columns.shown] == now
        assert table.columnWidth(table.rows.column_at(resized)) == 133
        assert listed(page).model.order == (sorted_by, True)
        assert hidden not in [column.key for column in table.columns.shown]
        title = table.rows.headerData(table.rows.column_at(sorted_by), Qt.Orientation.Horizontal)
        assert title.endswith("↓")


@pytest.mark.parametrize("key", [key for key in SCREENS if key != "imports"])
async def test_filters_are_seen_and_taken_away(sqlite_database: Database, tmp_path: Path, key: str) -> None:
    async with on_stage(SCREENS[key][0], sqlite_database, tmp_path, key) as (stage, page):
        await furnish(stage.shop)
        await filled(page, key)
        filters = listed(page).filters
        everything = listed(page).model.rowCount()
        assert not filters.clear_button.isVisible()
        stage.keys(Qt.Key.Key_F, modifiers=CTRL)
        stage.keys("nothing is called this")
        await until(listed(page).no_match.isVisible)
        field = filters.findChild(QLineEdit)
        assert field.hasFocus()
        assert field.property("narrows")
        assert filters.clear_button.isVisible()
        assert page.minimumSizeHint().width() <= 1280 - 184
        stage.keys(Qt.Key.Key_F, modifiers=CTRL | SHIFT)
        stage.keys(Qt.Key.Key_Control)  # let go of: Qt remembers it for the tests that follow
        await until(lambda: listed(page).model.rowCount() == everything, what="all rows again")
        assert not field.property("narrows")
        choice = filters.findChildren(QComboBox)[0]
        choice.addItem("something", "something")
        if key != "sales":  # its choice is of states
            choice.setCurrentIndex(choice.count() - 1)
            assert choice.property("narrows")
            filters.clear_button.click()
            assert choice.currentIndex() == 0
        await until(lambda: listed(page).model.rowCount() == everything, what="all rows again")
        assert not filters.clear_button.isVisible()


@pytest.mark.parametrize("key", SCREENS)
async def test_out_of_reach(sqlite_database: Database, tmp_path: Path, key: str) -> None:
    async with on_stage(SCREENS[key][0], sqlite_database, tmp_path, key) as (stage, page):
        await furnish(stage.shop)
        await filled(page, key)
        stage.with_.queries.use(None)
        page.refresh()
        await until(listed(page).no_answer.isVisible, what="why there is nothing")
        assert listed(page).model.rowCount() == 0
        stage.with_.queries.use(sqlite_database)
        await filled(page, key)
        assert page.head.caption.endswith("live")
        listed(page)._loader.failed.emit(await fault(stage))
        if key != "imports":
            assert listed(page).shows_rows
            assert listed(page).model.stale
        assert " as of " in f" {page.head.caption}"


async def fault(stage: Stage) -> Any:
    """Why a question has no answer while no database is open."""
    asked: list[Any] = []
    database = stage.with_.queries.database
    stage.with_.queries.use(None)

    async def question(_session: Any) -> None:
        return None

    stage.with_.queries.ask(stage.window, "nothing", question, asked.append, failed=asked.append)
    await until(lambda: asked)
    stage.with_.queries.use(database)
    return asked[0]


async def test_what_the_person_chose_outlives_lots_and_width(sqlite_database: Database, tmp_path: Path) -> None:
    """Lots and a wide window show and hide columns by themselves, but not those that the person chose."""
    shop = Shop(sqlite_database)
    await shop.product("09990", name="Soap", tracking=Tracking.LOT)
    more = AdjustStock(sku="09990", location="MAIN", quantity=Decimal(3), reason="FOUND", lot="L1")
    await shop.done(more)

    def shown(page: StockScreen) -> list[str]:
        return [column.key for column in page.listed.table.columns.shown]

    async with on_stage(stock.make, sqlite_database, tmp_path, "stock") as (_stage, page):
        await until(lambda: "lot" in shown(page))
        assert "reorder_point" not in shown(page)
        table = page.listed.table
        table.columns.timer.setInterval(1)
        for key in ("lot", "reorder_point"):
            table.columns.menu().actions()[table.rows.column_at(key)].trigger()
        await until(lambda: not table.columns.timer.isActive())
        chosen = shown(page)
        assert "reorder_point" in chosen
    async with on_stage(stock.make, sqlite_database, tmp_path, "stock") as (stage, page):
        await until(lambda: page.listed.model.rowCount() == 1)
        assert shown(page) == chosen
        stage.window.resize(1800, 900)
        await until(lambda: "category" in shown(page))
        assert "lot" not in shown(page)


@pytest.mark.parametrize("key", SCREENS)
async def test_fits_the_smallest_window_and_everything_has_a_name(
    sqlite_database: Database, tmp_path: Path, key: str
) -> None:
    async with on_stage(SCREENS[key][0], sqlite_database, tmp_path, key) as (stage, page):
        await furnish(stage.shop)
        await filled(page, key)
        assert nameless(page) == []
        assert unique_mnemonics(page) == []
        hint = page.minimumSizeHint()
        assert hint.width() <= Size.WINDOW[0] - Size.NAV
        assert hint.height() <= Size.WINDOW[1] - Size.TOP - Size.STATUS - Size.ACTIVITY_LINE
