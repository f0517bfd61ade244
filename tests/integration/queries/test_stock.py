"""Levels, their totals, and the history of a product's moves, the same on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from inventory_app.database.tables import PurchaseOrder, PurchaseOrderLine
from inventory_app.queries.exported.moves import exported_moves
from inventory_app.queries.moves import moves_of_action, product_moves
from inventory_app.queries.page import Order
from inventory_app.queries.stock import LevelFilter, level_of, stock_page, stock_totals, stream_levels


async def places(ask: Any, **wanted: Any) -> list[tuple[str, str, str]]:
    page = await ask(stock_page, LevelFilter(**wanted))
    return [(row.sku, row.location, row.lot) for row in page.rows]


@pytest.mark.usefixtures("kitchen")
async def test_levels_by_sku_place_and_lot(ask: Any) -> None:
    assert await places(ask) == [
        ("00417", "MAIN", ""),
        ("00417", "SHOP", ""),
        ("02200", "SHOP", ""),
        ("02200", "SHOP", "L2026-11"),
        ("08003", "SHOP/Shelf A", ""),
    ]
    row = (await ask(stock_page)).rows[1]
    assert (row.name, row.category, row.uom) == ("Blue enamel mug 350 ml", "Table", "pcs")
    assert (row.on_hand, row.reserved, row.available, row.reorder_point) == (9, 0, 9, 12)
    assert row.value == Decimal("18.9")
    assert row.low


@pytest.mark.usefixtures("kitchen")
async def test_low_is_the_sum_of_the_lots_at_the_place(ask: Any) -> None:
    rows = (await ask(stock_page, LevelFilter(low_only=True))).rows
    assert [(row.sku, row.lot, row.on_hand) for row in rows] == [
        ("00417", "", 9),
        ("02200", "", Decimal("0.25")),
        ("02200", "L2026-11", Decimal("12.5")),
    ]


async def test_filters(kitchen: Any, ask: Any) -> None:
    assert await places(ask, location="SHOP/Shelf A") == [("08003", "SHOP/Shelf A", "")]
    assert len(await places(ask, location="SHOP")) == 4, "what lies below belongs to it"
    assert await places(ask, location="SH") == []
    assert await places(ask, category="Table/Glass") == [("08003", "SHOP/Shelf A", "")]
    assert len(await places(ask, category="Table")) == 3
    assert len(await places(ask, search="mug")) == 2
    assert await places(ask, sku="08003") == [("08003", "SHOP/Shelf A", "")]
    assert await places(ask, expires_by=(kitchen.clock + timedelta(days=30)).date()) == [("02200", "SHOP", "L2026-11")]
    assert await places(ask, expires_by=(kitchen.clock + timedelta(days=10)).date()) == []


async def test_empty_levels_can_be_left_out(kitchen: Any, ask: Any) -> None:
    await kitchen.move("08003", "SHOP/Shelf A", "MAIN", 19, reason="TRANSFER")
    assert ("08003", "SHOP/Shelf A", "") in await places(ask)
    assert ("08003", "SHOP/Shelf A", "") not in await places(ask, zero=False)


@pytest.mark.usefixtures("kitchen")
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    "column",
    ["sku", "name", "category", "location", "lot", "on_hand", "reserved", "available", "reorder_point"],
)
async def test_every_order_pages_through_all_levels_once(ask: Any, column: str, descending: bool) -> None:
    order = Order(column, descending)
    whole = (await ask(stock_page, order=order)).rows
    seen, after = [], None
    while True:
        page = await ask(stock_page, order=order, after=after, limit=2)
        seen += page.rows
        if (after := page.next_key) is None:
            break
    assert seen == list(whole)
    assert len({row.key for row in seen}) == 5
    known = [value for row in whole if (value := getattr(row, column)) is not None]
    assert known == sorted(known, reverse=descending)


async def test_totals_are_exact(kitchen: Any, ask: Any) -> None:
    totals = await ask(stock_totals)
    # 51 × 2.10 + 19 × 9.60 + 12.75 × 16.90
    assert (totals.levels, totals.value, totals.without_cost) == (5, Decimal("504.975"), 0)
    await kitchen.move("00418", "SUPPLIER", "MAIN", 3)
    assert (await ask(stock_totals)).without_cost == 1
    assert (await ask(stock_totals, LevelFilter(location="MAIN"))).levels == 2
    for path in ("MAIN", "SHOP", "SHOP/Shelf A"):
        await kitchen.move("04106", "SUPPLIER", path, "8999999999999.000001")
    exact = Decimal("26999999999997.000003") * Decimal("19.80") + Decimal("504.975")
    assert (await ask(stock_totals)).value == round(exact, 4)


async def test_a_level_beyond_any_amount_has_no_value(kitchen: Any, ask: Any) -> None:
    await kitchen.product("gold", cost=Decimal("899999999999999"))
    await kitchen.move("gold", "SUPPLIER", "MAIN", "8999999999999")
    (row,) = (await ask(stock_page, LevelFilter(sku="gold"))).rows
    assert row.value is None


async def test_figures_of_one_place_and_of_all(kitchen: Any, ask: Any) -> None:
    order = await kitchen.add(
        PurchaseOrder, number="PO-000001", status="partly_received", supplier_id=kitchen.parties["Emaille Riess"],
        location_id=kitchen.places["SHOP"], ordered_at=kitchen.clock, action_id=await kitchen.action(),
    )  # fmt: skip
    for line_no, (ordered, received) in enumerate(((24, 4), (5, 5)), start=1):
        await kitchen.add(
            PurchaseOrderLine, order_id=order, line_no=line_no, product_id=kitchen.products["00417"],
            ordered=Decimal(ordered), received=Decimal(received),
        )  # fmt: skip
    here = await ask(level_of, "00417", "SHOP")
    assert (here.on_hand, here.available, here.incoming, here.projected, here.reorder_point) == (9, 9, 20, 29, 12)
    everywhere = await ask(level_of, "00417")
    assert (everywhere.on_hand, everywhere.incoming, everywhere.reorder_point) == (51, 20, None)
    assert (await ask(level_of, "04106", "SHOP")).on_hand == 0
    assert await ask(level_of, "nobody") is None


@pytest.mark.usefixtures("kitchen")
async def test_levels_stream(database: Any) -> None:
    async with database.read() as session:
        found = [row async for row in stream_levels(session)]
        page = await stock_page(session)
    assert found == [replace(row, low=False) for row in page.rows]


async def history(ask: Any, *arguments: Any, limit: int = 200) -> list[tuple[str, Any, Any]]:
    seen, after = [], None
    while True:
        page = await ask(product_moves, *arguments, after=after, limit=limit)
        seen += [(row.location, row.change, row.on_hand) for row in page.rows]
        if (after := page.next_key) is None:
            return seen


@pytest.mark.parametrize("limit", [200, 1, 2])
async def test_each_move_shows_what_was_there_afterwards(kitchen: Any, ask: Any, limit: int) -> None:
    await kitchen.move("00417", "MAIN", "ADJUSTMENT", 3, reason="DAMAGE")
    await kitchen.move("00417", "MAIN", "SHOP", 12, reason="TRANSFER")
    await kitchen.move("00417", "SHOP", "CUSTOMER", 6, reason="SALE", document="SO-000001")
    assert await history(ask, "00417", limit=limit) == [
        ("SHOP", -6, 15),
        ("SHOP", 12, 21),
        ("MAIN", -12, 27),
        ("MAIN", -3, 39),
        ("SHOP", 9, 9),
        ("MAIN", 42, 42),
    ]
    assert await history(ask, "00417", "MAIN", limit=limit) == [("MAIN", -12, 27), ("MAIN", -3, 39), ("MAIN", 42, 42)]
    assert await history(ask, "nobody", limit=limit) == []


async def test_a_history_goes_on_right_when_new_moves_come_between_its_pages(kitchen: Any, ask: Any) -> None:
    await kitchen.move("00417", "MAIN", "SHOP", 12, reason="TRANSFER")
    first = await ask(product_moves, "00417", limit=1)
    await kitchen.move("00417", "MAIN", "ADJUSTMENT", 30, reason="LOSS")
    rest = await ask(product_moves, "00417", after=first.next_key)
    assert [(row.location, row.on_hand) for row in rest.rows] == [("SHOP", 9), ("MAIN", 42)]


async def test_a_move_is_told_in_words(kitchen: Any, ask: Any) -> None:
    await kitchen.move("00417", "SHOP", "CUSTOMER", 6, reason="SALE", document="SO-000001", value=Decimal("12.6"))
    (row,) = (await ask(product_moves, "00417", limit=1)).rows
    assert (row.move.kind, row.move.reason, row.move.document, row.other) == ("sale", "SALE", "SO-000001", "CUSTOMER")
    assert (row.move.actor, row.move.moved_at, row.move.value) == ("Mira", kitchen.clock, Decimal("12.6"))
    assert [move.id for move in await ask(moves_of_action, row.move.action_id)] == [row.move.id]


async def test_the_ledger_is_exported_from_its_beginning(kitchen: Any, database: Any) -> None:
    await kitchen.move("00417", "MAIN", "SHOP", 1, reason="TRANSFER")
    await kitchen.move("00417", "SHOP", "SUPPLIER", 1, reason="RETURN")
    await kitchen.move("00417", "CUSTOMER", "SHOP", 1, reason="RETURN")
    await kitchen.move("00417", "ADJUSTMENT", "SHOP", 1, reason="FOUND")
    async with database.read() as session:
        table = await exported_moves(session)
        moves = (await session.execute(table.of(["kind", "id"]).statement)).all()
    assert [move.kind for move in moves] == ["receipt"] * 5 + ["transfer", "return to supplier", "return", "adjustment"]
    assert [move.id for move in moves] == sorted(move.id for move in moves)
