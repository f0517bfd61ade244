"""What the tests of orders share: a shop that sells, the order that is written by keyboard, and its dialogs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.transfer_stock import TransferLine, TransferStock
from inventory_app.database.database import Database
from inventory_app.database.tables import SalesOrder
from inventory_app.ui.screens.sales import make
from inventory_app.ui.screens.sales.lines_dialog import LinesDialog
from inventory_app.ui.screens.sales.page import SalesPage
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.screens import CTRL, SHIFT, Stage, nameless, on_stage
from tests.support.shop import Shop
from tests.support.waiting import until

Key = Qt.Key


@asynccontextmanager
async def selling(database: Database, home: Path) -> AsyncIterator[tuple[Stage, SalesPage]]:
    """The screen of orders, in a shop with two products and two places."""
    async with on_stage(make, database, home) as (stage, page):
        await catalogue(stage.shop)
        yield stage, page


async def catalogue(shop: Shop) -> None:
    await shop.product("00418", "94", name="Blue enamel mug 500 ml", price=Decimal("4.90"))
    await shop.product("01022", "17", name="Oak tray, large", price=Decimal("24.00"))
    await shop.done(CreateLocation(code="SHOP"))
    await shop.done(TransferStock(source="MAIN", target="SHOP", lines=(TransferLine("01022", Decimal(9)),)))


async def orders(database: Database) -> int:
    async with database.read() as session:
        return int(await session.scalar(select(func.count()).select_from(SalesOrder)) or 0)


async def write(stage: Stage, page: SalesPage, *lines: tuple[str, str]) -> None:
    """A new order with these skus and quantities, by keyboard."""
    stage.keys(Key.Key_N, modifiers=CTRL)
    for sku, quantity in lines:
        stage.keys(sku, Key.Key_Return)
        await until(partial(_has, page, sku), what=f"line {sku}")
        await until(lambda: page._writing.draft.lines[-1].available is not None)
        stage.keys(Key.Key_Tab, modifiers=SHIFT)
        assert QApplication.focusWidget() is page._form.lines
        stage.keys(quantity[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        assert editor.objectName() == "cell-editor"
        stage.keys(quantity[1:], Key.Key_Return)
        await until(partial(_ordered, page, Decimal(quantity.replace(",", "."))))
        page._form.add_line.setFocus()


def _has(page: SalesPage, sku: str) -> bool:
    return sku in [line.sku for line in page._writing.draft.lines]


def _ordered(page: SalesPage, quantity: Decimal) -> bool:
    return page._writing.draft.lines[-1].quantity == quantity


async def opened(stage: Stage, key: Qt.Key) -> LinesDialog:
    stage.keys(key, modifiers=CTRL | SHIFT)
    dialog = await until(QApplication.activeModalWidget, what="the dialog")
    assert isinstance(dialog, LinesDialog)
    await stage.active(dialog)
    dialog.table.setFocus()
    assert nameless(dialog) == []
    assert unique_mnemonics(dialog) == []
    return dialog
