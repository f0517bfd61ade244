"""Sales orders from placing to coming back, on both engines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select, text

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.outcome import Committed, Refused
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.return_goods import ReturnGoods, ReturnLine
from inventory_app.actions.ship_order import ShipLine, ShipOrder
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import Party, SalesOrder, SalesOrderAllocation
from inventory_app.domain.stock import NegativeStock
from tests.support.shop import Shop


def order(*lines: tuple[str, str], ship: bool = False, **fields: str) -> PlaceOrder:
    return PlaceOrder(
        location=fields.pop("location", "MAIN"),
        lines=tuple(OrderLine(sku, Decimal(quantity)) for sku, quantity in lines),
        ship=ship,
        reference=fields.pop("reference", ""),
        customer=fields.pop("customer", ""),
    )


def number(outcome: Committed) -> str:
    return str(outcome.result["order"])


async def test_placing_reserves_and_numbers_rise(shop: Shop) -> None:
    await shop.product("A", "10", price=Decimal("2.5"))
    first = await shop.done(order(("A", "4"), ("A", "3")))
    second = await shop.done(order(("A", "1")))
    assert number(first) < number(second)
    assert first.result["total"] == "17.5"
    assert await shop.level("A") == (10, 8)


async def test_lines_of_one_product_are_added_up(shop: Shop) -> None:
    await shop.product("A", "10", name="Oak tray")
    refused = await shop.refused(order(("A", "6"), ("A", "5")), "not_available")
    assert refused.message == "Only 10 of 11 available at MAIN: A Oak tray."
    assert await shop.level("A") == (10, 0)


@pytest.mark.parametrize("ship", [False, True])
async def test_an_order_that_is_worth_more_than_can_be_kept_is_refused(shop: Shop, ship: bool) -> None:
    await shop.done(CreateLocation(code="YARD", negative_stock=NegativeStock.ALLOW))
    await shop.product("A", price=Decimal(8 * 10**14))
    refused = await shop.refused(order(("A", "1"), ("A", "1"), ship=ship, location="YARD"), "amount_invalid")
    assert refused.field == "lines"
    assert "1600000000000000" in refused.message
    await shop.done(order(("A", "1"), ship=ship, location="YARD"))


async def test_a_refused_order_tells_every_short_product_and_saves_nothing(shop: Shop) -> None:
    for sku, there in (("A", "1"), ("B", "9"), ("C", "2")):
        await shop.product(sku, there)
    refused = await shop.refused(order(("A", "2"), ("B", "3"), ("C", "4"), customer="New one"), "not_available")
    short = refused.details["short"]
    assert isinstance(short, list)
    assert [(one["sku"], one["available"], one["wanted"]) for one in short] == [("A", "1", "2"), ("C", "2", "4")]
    assert await shop.level("B") == (9, 0)
    async with shop.database.read() as session:
        assert (await session.scalars(select(Party))).all() == []
        assert (await session.scalars(select(SalesOrder))).all() == []


async def test_sold_over_the_counter(shop: Shop) -> None:
    await shop.product("A", "3")
    sold = await shop.done(order(("A", "3"), ship=True, customer="Café"))
    assert sold.result["status"] == "shipped"
    assert await shop.level("A") == (0, 0)
    await shop.levels_and_ledger_agree()


async def test_shipping_in_parts(shop: Shop) -> None:
    await shop.product("A", "5")
    await shop.product("B", "5")
    placed = number(await shop.done(order(("A", "3"), ("B", "2"))))
    await shop.refused(ShipOrder(order=placed, lines=(ShipLine("A", Decimal(4)),)), "quantity_invalid")
    part = await shop.done(ShipOrder(order=placed, lines=(ShipLine("A", Decimal(1)),)))
    assert part.result["status"] == "partly_shipped"
    assert await shop.level("A") == (4, 2)
    rest = await shop.done(ShipOrder(order=placed))
    assert rest.result["status"] == "shipped"
    assert [await shop.level(sku) for sku in "AB"] == [(2, 0), (3, 0)]
    await shop.refused(ShipOrder(order=placed), "order_not_open")
    await shop.levels_and_ledger_agree()


async def test_cancelling_lets_go(shop: Shop) -> None:
    await shop.product("A", "5")
    placed = number(await shop.done(order(("A", "3"), reference="PO 7")))
    cancelled = await shop.done(CancelOrder(order="PO 7"))
    assert cancelled.result == {"order": placed, "status": "cancelled"}
    assert await shop.level("A") == (5, 0)
    await shop.refused(CancelOrder(order=placed), "order_not_open")


async def test_a_reference_that_two_orders_have_is_refused_naming_them(shop: Shop) -> None:
    await shop.product("A", "5")
    numbers = [number(await shop.done(order(("A", "1"), reference="R"))) for _ in range(2)]
    refused = await shop.refused(ShipOrder(order="R"), "order_ambiguous")
    assert all(one in refused.message for one in numbers)
    await shop.refused(ShipOrder(order="R2"), "order_unknown")


async def test_returning_no_more_than_left(shop: Shop) -> None:
    await shop.product("A", "5")
    sold = number(await shop.done(order(("A", "3"), ship=True)))

    def back(quantity: str, of: str = sold) -> ReturnGoods:
        return ReturnGoods(location="MAIN", lines=(ReturnLine("A", Decimal(quantity)),), order=of)

    await shop.done(back("2"))
    await shop.refused(back("2"), "quantity_invalid")
    await shop.done(back("1"))
    await shop.done(back("9", of=""))  # without an order it cannot be known
    assert await shop.level("A") == (14, 0)
    await shop.levels_and_ledger_agree()


async def test_an_unknown_customer_that_cannot_be_saved_does_not_stop_the_order(shop: Shop) -> None:
    await shop.product("A", "5")
    async with shop.database.writing_connection() as connection, connection.begin():
        if shop.database.dialect.name == "sqlite":
            await connection.execute(
                text("CREATE TRIGGER no_party BEFORE INSERT ON party BEGIN SELECT RAISE(ABORT, 'no'); END")
            )
        else:
            await connection.execute(text("ALTER TABLE party ADD CONSTRAINT no_party CHECK (name = '')"))
    placed = await shop.done(order(("A", "1"), customer="Café Morgenrot"))
    assert len(placed.notes) == 1
    assert "Café Morgenrot" in placed.notes[0]
    assert await shop.level("A") == (5, 1)


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (order(), "no_lines"),
        (order(("A", "0")), "quantity_invalid"),
        (order(("A", "-1")), "quantity_invalid"),
        (order(("A", "0.0000001")), "quantity_invalid"),
        (order(("A", "9000000000000")), "quantity_invalid"),
        (order(("NO", "1")), "sku_unknown"),
        (order(("A", "1"), location="NOWHERE"), "unknown_location"),
        (order(("A", "1"), location="CUSTOMER"), "unknown_location"),
        (order(("A", "1"), reference="x" * 1001), "too_long"),
        (
            PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(1), Decimal("-0.01")),)),
            "amount_negative",
        ),
    ],
)
async def test_bad_input_is_refused_inside_the_transaction(shop: Shop, action: PlaceOrder, code: str) -> None:
    await shop.product("A", "5")
    await shop.refused(action, code)
    assert await shop.level("A") == (5, 0)


async def test_lots_leave_first_expired_first(shop: Shop) -> None:
    await shop.product("A")
    for lot, quantity in (("L1", "2"), ("L2", "3")):
        await shop.done(AdjustStock(sku="A", location="MAIN", quantity=Decimal(quantity), reason="FOUND", lot=lot))
    async with shop.database.writing_connection() as connection, connection.begin():
        await connection.execute(text("UPDATE lot SET expires_on = '2027-01-01' WHERE lot_number = 'L2'"))
    placed = await shop.done(order(("A", "4")))
    async with shop.database.read() as session:
        query = text(
            "SELECT l.lot_number, a.reserved FROM sales_order_allocation a JOIN lot l ON l.id = a.lot_id ORDER BY 1"
        )
        held = [tuple(row) for row in await session.execute(query)]
    assert held == [("L1", 1_000_000), ("L2", 3_000_000)]
    await shop.done(ShipOrder(order=number(placed)))
    await shop.levels_and_ledger_agree()
    back = ReturnGoods(location="MAIN", lines=(ReturnLine("A", Decimal(4)),), order=number(placed))
    await shop.done(back)
    assert await shop.level("A") == (5, 0)
    await shop.levels_and_ledger_agree()


async def test_a_place_that_may_go_below_zero(shop: Shop) -> None:
    await shop.done(CreateLocation(code="WARN", negative_stock=NegativeStock.WARN))
    await shop.done(CreateLocation(code="ALLOW", negative_stock=NegativeStock.ALLOW))
    await shop.product("A")
    refused = await shop.refused(order(("A", "2"), ship=True, location="WARN"), "not_available")
    assert refused.details["can_confirm"] is True
    line = (OrderLine("A", Decimal(2)),)
    await shop.done(PlaceOrder(location="WARN", lines=line, ship=True, confirm=True))
    await shop.done(PlaceOrder(location="ALLOW", lines=line, ship=True))
    for place in ("WARN", "ALLOW"):
        assert await shop.level("A", place) == (-2, 0)
    await shop.levels_and_ledger_agree()


async def test_undo_and_undo_of_undo(shop: Shop) -> None:
    await shop.product("A", "5")
    placed = await shop.done(order(("A", "3")))
    shipped = await shop.done(ShipOrder(order=number(placed)))
    assert isinstance(await shop.do(Undo(of=placed.action_id)), Refused)
    taken_back = await shop.done(Undo(of=shipped.action_id))
    assert await shop.level("A") == (5, 3)
    again = await shop.done(Undo(of=taken_back.action_id))
    assert await shop.level("A") == (2, 0)
    await shop.refused(Undo(of=shipped.action_id), "undone_already")
    await shop.done(Undo(of=again.action_id))
    cancelled = await shop.done(Undo(of=placed.action_id))
    assert await shop.level("A") == (5, 0)
    await shop.done(Undo(of=cancelled.action_id))
    assert await shop.level("A") == (5, 3)
    async with shop.database.read() as session:
        held = (await session.scalars(select(SalesOrderAllocation))).one()
    assert [held.reserved, held.shipped] == [3, 0]
    await shop.levels_and_ledger_agree()


async def test_undo_of_a_sale_whose_goods_came_back_is_refused(shop: Shop) -> None:
    await shop.product("A", "5")
    sold = await shop.done(order(("A", "3"), ship=True))
    back = await shop.done(ReturnGoods(location="MAIN", lines=(ReturnLine("A", Decimal(1)),), order=number(sold)))
    await shop.refused(Undo(of=sold.action_id), "later_changes")
    await shop.done(Undo(of=back.action_id))
    await shop.done(Undo(of=sold.action_id))
    assert await shop.level("A") == (5, 0)
    await shop.levels_and_ledger_agree()
