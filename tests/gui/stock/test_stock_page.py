"""The stock page: its rows, filters, freshness and states."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy import insert, select

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.database.tables import Location, Product, ReorderRule, StockLevel
from inventory_app.ui.models.paged_table import State
from inventory_app.ui.screens.stock import StockScreen, make
from inventory_app.ui.screens.stock.columns import stock_columns
from inventory_app.ui.stock_columns import FigureColumns
from tests.gui.stock_support import Bench, scroll_to_the_end
from tests.support.waiting import until

if TYPE_CHECKING:
    from inventory_app.queries.stock import LevelRow


def rows(page: StockScreen) -> list[tuple[str, str, Decimal]]:
    return [(row.sku, row.location, row.on_hand) for row in page.listed.table.rows.rows]


async def ids(bench: Bench) -> tuple[dict[str, int], dict[str, int]]:
    async with bench.shop.database.read() as session:
        products = {row.sku: row.id for row in await session.execute(select(Product.sku, Product.id))}
        places = {row.path: row.id for row in await session.execute(select(Location.path, Location.id))}
    return products, places


async def test_levels_figures_and_moves(bench: Bench) -> None:
    page = await bench.show(make)
    QAbstractItemModelTester(page.listed.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert ("00417", "MAIN", Decimal(42)) in rows(page)
    assert page.head.caption.startswith("6 levels · value ")
    assert not page.listed.table.isColumnHidden(page.listed.table.rows.column_at("lot"))  # soap has lots
    at = next(n for n, row in enumerate(page.listed.table.rows.rows) if (row.sku, row.location) == ("00417", "MAIN"))
    page.listed.table.selectRow(at)
    await until(lambda: page.figures._values["Reserved"].text() == "6", what="the figures")
    assert page.figures._values["Available"].text() == "36"
    assert page.moves._caption.text() == "1 this month"
    await bench.parts.actions.start(
        AdjustStock(sku="00417", location="MAIN", quantity=Decimal(-2), reason="DAMAGE")
    ).wait()
    await until(lambda: page.figures._values["On hand"].text() == "40", what="the figures of now")
    assert ("00417", "MAIN", Decimal(40)) in rows(page)
    assert page.moves._caption.text() == "2 this month"


async def test_filters_narrow_in_the_database(bench: Bench) -> None:
    page = await bench.show(make)
    page.filter_edit.setText("oak")
    await until(lambda: rows(page) == [("01022", "MAIN", Decimal(14))])
    page.filter_edit.setText("nothing like it")
    await until(page.listed.no_match.isVisible)
    page.listed.no_match.chosen.emit("link")
    await until(lambda: len(rows(page)) == 6)
    page.location_combo.setCurrentText("SHOP")
    await until(lambda: rows(page) == [("00417", "SHOP", Decimal(9))])
    page.location_combo.setCurrentIndex(0)
    page.category_combo.setCurrentText("Kitchen")
    await until(lambda: {row[0] for row in rows(page)} == {"00417"})


async def test_low_and_sold_out_look_different(bench: Bench) -> None:
    products, places = await ids(bench)
    async with bench.shop.database.writing_connection() as connection, connection.begin():
        for sku, point in (("00417", 50), ("01022", 3)):
            rule = {"product_id": products[sku], "location_id": places["MAIN"], "reorder_point": Decimal(point)}
            await connection.execute(insert(ReorderRule).values(**rule))
    await bench.shop.done(AdjustStock(sku="01022", location="MAIN", quantity=Decimal(-14), reason="LOSS"))
    page = await bench.show(make)
    available = {column.key: column for column in stock_columns(FigureColumns(), "€")}["available"]
    told = {
        row.sku: available.speech(row)
        for row in page.listed.table.rows.rows
        if available.speech and row.location == "MAIN"
    }
    assert told["00417"] == "36, at or below the reorder point"
    assert told["01022"] == "0, none left"
    icons = {
        row.sku: available.icon(row) for row in page.listed.table.rows.rows if available.icon and row.location == "MAIN"
    }
    assert (icons["00417"], icons["01022"], icons["09990"]) == ("warning", "error", "")
    await until(lambda: page.low_chip.text() == "Low stock  2")
    page.low_chip.click()
    await until(lambda: {(row[0], row[1]) for row in rows(page)} == {("00417", "MAIN"), ("01022", "MAIN")})


async def fill(bench: Bench, count: int) -> None:
    async with bench.shop.database.writing_connection() as connection, connection.begin():
        new = [{"sku": f"X{n:05}", "name": f"Thing {n}", "action_id": uuid4()} for n in range(count)]
        await connection.execute(insert(Product), new)
    products, places = await ids(bench)
    async with bench.shop.database.writing_connection() as connection, connection.begin():
        levels = [
            {"product_id": products[f"X{n:05}"], "location_id": places["MAIN"], "on_hand": Decimal(n)}
            for n in range(count)
        ]
        await connection.execute(insert(StockLevel), levels)


async def test_thousands_of_rows_scroll_and_keep_their_place(bench: Bench) -> None:
    await fill(bench, 3_000)
    page = await bench.show(make)
    await scroll_to_the_end(page.listed)
    bar = page.listed.table.verticalScrollBar()
    assert page.listed.table.rows.rowCount() == 3_006
    skus = [row.sku for row in page.listed.table.rows.rows]
    assert skus == sorted(skus)
    page.listed.table.select_key(page.listed.table.rows.key_at(2_000))
    top, current = bar.value(), page.listed.table.current_row
    page.refresh()
    await until(lambda: bench.parts.queries._background.running == 0)
    assert page.listed.table.current_row == current
    assert bar.value() == top


async def test_sorting_is_asked_of_the_database(bench: Bench) -> None:
    page = await bench.show(make)
    model = page.listed.model
    model.sort_by("on_hand", descending=True)
    await until(lambda: rows(page)[0][2] == 42)
    assert [row[2] for row in rows(page)] == sorted((row[2] for row in rows(page)), reverse=True)


async def test_old_figures_stay_readable(bench: Bench) -> None:
    page = await bench.show(make)
    bench.parts.queries.use(None)
    page.listed._database = None
    page.refresh()
    await until(lambda: " · as of " in page.head.caption)
    assert len(rows(page)) == 6
    assert page.listed.table.rows.stale
    bench.parts.queries.use(bench.shop.database)
    page.refresh()
    await until(lambda: page.head.caption.endswith("live"))
    assert not page.listed.table.rows.stale


async def test_nothing_yet(empty_bench: Bench) -> None:
    page = await empty_bench.show(make, rows=False)
    await until(lambda: page.listed.shows_nothing_yet)
    assert page.listed.model.state is State.EMPTY
    page.listed.nothing_yet.chosen.emit("product")
    page.listed.nothing_yet.chosen.emit("imports")
    assert empty_bench.went == [("products", ("new",)), ("imports", ("new",))]


async def test_ways_to_the_product(bench: Bench) -> None:
    page = await bench.show(make)
    row: LevelRow = page.listed.table.rows.rows[0]
    page.listed.table.opened.emit(row)
    assert bench.went == [("products", row.sku)]
    page.show_item("01022")
    await until(lambda: {one[0] for one in rows(page)} == {"01022"})


@pytest.mark.parametrize("width", [1096, 1500])
async def test_more_columns_where_there_is_room(bench: Bench, width: int) -> None:
    page = await bench.show(make)
    page.resize(width + 184, 800)
    at = page.listed.table.rows.column_at("category")
    assert page.listed.table.isColumnHidden(at) == (width + 184 < 1600)
