"""The products page: finding while one types, the detail, archiving, and its states."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.database.tables import Product
from inventory_app.queries.page import Page
from inventory_app.queries.products import ProductFilter, ProductRow, product_page
from inventory_app.ui.screens.products import ProductsScreen, make
from inventory_app.ui.screens.products import page as products_page
from inventory_app.ui.screens.products.dialogs import EditProductDialog, NewProductDialog
from inventory_app.ui.widgets.decision import DecisionDialog
from tests.gui.stock_support import Bench, dialog_of, gone, nameless, scroll_to_the_end
from tests.support.waiting import until


def skus(page: ProductsScreen) -> list[str]:
    return [row.sku for row in page.listed.table.rows.rows]


def shows(page: ProductsScreen, *wanted: str) -> bool:
    return skus(page) == list(wanted)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mug", ("00417", "00418")),
        ("ENAMEL 500", ("00418",)),
        ("0102", ("01022", "01023")),
        ("4006381333931", ("00417",)),
        ("MUG-6", ("00417",)),
        ("oak lar", ("01022",)),
        ("100%", ()),
    ],
)
async def test_finds_by_fragment_and_barcode(both: Bench, typed: str, found: tuple[str, ...]) -> None:
    page = await both.show(make)
    QTest.keyClicks(page.search_edit, typed)
    await until(partial(shows, page, *found), what=f"{found} for {typed}")
    assert page.listed.no_match.isVisible() == (not found)


async def test_an_old_answer_never_overwrites_a_newer_one(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await bench.show(make)
    asked, let_go = asyncio.Event(), asyncio.Event()

    async def slow_for_oak(session: AsyncSession, wanted: ProductFilter, **more: Any) -> Page[ProductRow]:
        rows = await product_page(session, wanted, **more)
        if wanted.search == "oak":
            asked.set()
            try:
                await asyncio.wait_for(asyncio.shield(let_go.wait()), 10)
            except asyncio.CancelledError:
                await let_go.wait()  # a driver that does not hear the cancel
        return rows

    monkeypatch.setattr(products_page, "product_page", slow_for_oak)
    page.search_edit.setText("oak")
    await asked.wait()
    page.search_edit.setText("mug")
    await until(partial(shows, page, "00417", "00418"))
    let_go.set()
    await until(lambda: bench.parts.queries._background.running == 0)
    assert skus(page) == ["00417", "00418"]


async def test_the_product_at_the_side(bench: Bench) -> None:
    page = await bench.show(make)
    QAbstractItemModelTester(page.listed.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    await until(lambda: page.figures._values["On hand"].text() == "42")
    assert page.figures._values["Price"].text() == "4.90"
    assert page.detail._caption.words == "Kitchen · Emaille Riess · pcs"
    await bench.shop.done(AdjustStock(sku="00417", location="MAIN", quantity=Decimal(-2), reason="DAMAGE"))
    page.refresh()
    await until(lambda: page.figures._values["On hand"].text() == "40")
    assert page.moves._caption.text() == "2 this month"


async def test_archive_several_names_the_count(bench: Bench) -> None:
    page = await bench.show(make)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (2, 3):
        page.listed.table.selectionModel().select(page.listed.table.rows.index(row, 0), flags)
    page.listed.table.selectionModel().select(
        page.listed.table.rows.index(0, 0),
        QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows,
    )
    for chosen in ("back", "archive"):
        page.archive()
        question = await dialog_of(page, DecisionDialog)
        assert question.windowTitle() == "Archive 2 products?"
        question._choose(chosen)
        await gone(question)
        await until(lambda: page._background.running == 0)
    await until(partial(shows, page, "00417", "00418"))
    page.archived_chip.click()
    await until(partial(shows, page, "01022", "01023"))
    page.listed.table.selectRow(0)
    assert page.archive_button.text() == "Make a&ctive again"
    page.archive()
    await until(partial(shows, page, "01023"))


async def test_thousands_of_rows(bench: Bench) -> None:
    async with bench.shop.database.writing_connection() as connection, connection.begin():
        many = [{"sku": f"X{n:05}", "name": f"Thing {n}", "action_id": uuid4()} for n in range(3_000)]
        await connection.execute(insert(Product), many)
    page = await bench.show(make)
    await scroll_to_the_end(page.listed)
    assert skus(page) == sorted(skus(page))
    assert len(skus(page)) == 3_004
    QTest.keyClicks(page.search_edit, "Thing 2718")
    await until(partial(shows, page, "X02718"))


async def test_led_here_by_a_sku(bench: Bench) -> None:
    await bench.shop.done(ArchiveProducts(skus=("01022",)))
    page = await bench.show(make)
    page.show_item("01022")  # archived: a link shows it all the same
    await until(partial(shows, page, "01022"))
    page.show_item(("new",))
    dialog = await dialog_of(page, NewProductDialog)
    dialog.leave()
    await gone(dialog)


async def test_enter_opens_the_form(bench: Bench) -> None:
    page = await bench.show(make)
    page.listed.table.setFocus()
    QTest.keyClick(page.listed.table, Qt.Key.Key_Return)
    dialog = await dialog_of(page, EditProductDialog)
    assert dialog.windowTitle() == "Edit product 00417"
    assert list(nameless(dialog)) == []
    dialog.leave()
    await gone(dialog)


async def test_nothing_yet(empty_bench: Bench) -> None:
    page = await empty_bench.show(make, rows=False)
    await until(lambda: page.listed.shows_nothing_yet)
    await until(lambda: page.head.caption == "no products · live")
    page.listed.nothing_yet.chosen.emit("imports")
    assert empty_bench.went == [("imports", ("new",))]
