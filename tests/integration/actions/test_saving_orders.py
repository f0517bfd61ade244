"""What an order leaves in its three tables is the same on both engines; PostgreSQL writes it in one statement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import text

from inventory_app.actions.outcome import Committed
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from tests.support.shop import Shop

_WRITTEN = text(
    "SELECT o.number, l.line_no, p.sku, l.ordered, l.unit_price, l.total, a.lot_id, a.reserved, a.shipped"
    " FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id"
    " JOIN sales_order_allocation a ON a.line_id = l.id ORDER BY o.id, l.line_no, a.lot_id"
)
_COPY = text(
    "INSERT INTO sales_order (id, number, reference, status, location_id, placed_at, action_id)"
    " SELECT 999998, 'SO-999998', '', 'cancelled', location_id, placed_at, action_id FROM sales_order"
)


def order(*lines: tuple[str, str, str | None], ship: bool = False, location: str = "MAIN") -> PlaceOrder:
    asked = (OrderLine(sku, Decimal(many), None if price is None else Decimal(price)) for sku, many, price in lines)
    return PlaceOrder(location=location, lines=tuple(asked), ship=ship)


@pytest.mark.parametrize("ship", [False, True])
async def test_every_line_and_what_it_takes(shop: Shop, ship: bool) -> None:
    await shop.product("A", "10", price=Decimal("2.5"))
    await shop.product("B", "10.5")
    await shop.product("C", "1")
    placed = await shop.done(
        order(("C", "1", "0"), ("B", "0.000001", None), ("A", "4", None), ("A", "3", "1.2345"), ship=ship)
    )
    async with shop.database.read() as session:
        rows = [tuple(row) for row in await session.execute(_WRITTEN)]
    number = placed.result["order"]
    reserved, shipped = (0, 1) if ship else (1, 0)
    expected = [
        (1, "C", 1_000_000, 0, 0), (2, "B", 1, None, None),
        (3, "A", 4_000_000, 25_000, 100_000), (4, "A", 3_000_000, 12_345, 37_035),
    ]  # fmt: skip
    assert rows == [
        (number, line, sku, ordered, price, total, 0, ordered * reserved, ordered * shipped)
        for line, sku, ordered, price, total in expected
    ]
    assert placed.result["total"] is None
    await shop.levels_and_ledger_agree()


async def test_numbers_grow_beyond_six_digits(shop: Shop) -> None:
    await shop.product("A", "10")
    numbers = [await number_of_the_next(shop)]
    async with shop.database.writing_connection() as connection, connection.begin():
        if shop.database.dialect.one_writer:
            await connection.execute(_COPY)
        else:
            await connection.execute(text("SELECT setval('sales_order_id_seq', 999998)"))
    numbers += [await number_of_the_next(shop), await number_of_the_next(shop)]
    assert numbers == ["SO-000001", "SO-999999", "SO-1000000"]


async def number_of_the_next(shop: Shop) -> object:
    placed = await shop.done(order(("A", "1", None)))
    assert isinstance(placed, Committed)
    return placed.result["order"]


@pytest.mark.parametrize(
    ("lines", "location", "code", "message"),
    [
        ([("A", "1", None), ("NEVER", "1", None)], "MAIN", "not_available", "Only 0 of 1 available at MAIN: NEVER"),
        ([("NEVER", "1", None)], "MAIN", "not_available", "Only 0 of 1 available at MAIN: NEVER"),
        ([("A", "1", None), ("NONE", "1", None)], "MAIN", "sku_unknown", "There is no product NONE."),
        ([("NONE", "1", None)], "MAIN", "sku_unknown", "There is no product NONE."),
        ([("A", "1", None)], "Moon", "unknown_location", "There is no location Moon."),
        ([("A", "-1", None)], "MAIN", "quantity_invalid", "lines.1.quantity"),
        ([("A", "1", "-1")], "MAIN", "amount_negative", "lines.1.unit_price"),
    ],
)
async def test_what_is_not_there_is_named(
    shop: Shop, lines: list[tuple[str, str, str | None]], location: str, code: str, message: str
) -> None:
    """Place, products and levels are found by one statement; what it does not find is looked up for the message."""
    await shop.product("A", "5")
    await shop.product("NEVER")
    refused = await shop.refused(order(*lines, location=location), code)
    assert message in refused.message


async def test_a_place_outside_of_the_house_is_refused(shop: Shop) -> None:
    await shop.product("A", "5")
    async with shop.database.read() as session:
        outside = await session.scalar(text("SELECT path FROM location WHERE kind = 'customer'"))
    refused = await shop.refused(order(("A", "1", None), location=str(outside)), "unknown_location")
    assert "places of kind storage" in refused.message
