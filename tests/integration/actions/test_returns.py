"""Goods that come back by an order: never more of a lot than left by it, on both engines."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import select

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Committed
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.return_goods import ReturnGoods, ReturnLine
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import GoodsReturnLine, Lot
from tests.support.shop import Shop


async def sold(shop: Shop, quantity: str) -> str:
    """The number of an order of A that left."""
    outcome = await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(quantity)),), ship=True))
    return str(outcome.result["order"])


async def found(shop: Shop, quantity: str, lot: str = "", serial: str = "") -> Committed:
    action = AdjustStock(sku="A", location="MAIN", quantity=Decimal(quantity), reason="FOUND", lot=lot, serial=serial)
    return await shop.done(action)


def back(order: str, *lines: ReturnLine) -> ReturnGoods:
    return ReturnGoods(location="MAIN", lines=lines, order=order)


def line(quantity: str, lot: str = "", serial: str = "") -> ReturnLine:
    return ReturnLine("A", Decimal(quantity), lot=lot, serial=serial)


async def lots(shop: Shop) -> list[str]:
    async with shop.database.read() as session:
        return list(await session.scalars(select(Lot.lot_number).where(Lot.id > 0)))


async def test_a_lot_that_did_not_leave_cannot_come_back(shop: Shop) -> None:
    await shop.product("A", "2")
    order = await sold(shop, "2")
    refused = await shop.refused(back(order, line("2", lot="X")), "not_shipped")
    assert refused.message == f"A X did not leave by {order}, which went with goods without a lot."
    assert refused.field == "lines.1"
    assert await lots(shop) == []
    await shop.done(back(order, line("2")))
    await shop.refused(back(order, line("1")), "quantity_invalid")
    assert await shop.level("A") == (2, 0)


async def test_no_more_of_one_lot_comes_back_than_left(shop: Shop) -> None:
    await shop.product("A")
    await found(shop, "2", lot="L1")
    await found(shop, "3", lot="L2")
    order = await sold(shop, "5")
    await shop.done(back(order, line("1", lot="L1")))
    refused = await shop.refused(back(order, line("2", lot="L1")), "quantity_invalid")
    assert refused.message == f"A L1 of {order}: 2 is more than the 1 open."
    await shop.done(back(order, line("3"), line("1", lot="L1")))
    assert await shop.level("A") == (5, 0)
    await shop.levels_and_ledger_agree()


async def test_a_named_serial_is_booked_and_the_rest_takes_the_others(shop: Shop) -> None:
    await shop.product("A")
    for serial in "abc":
        await found(shop, "1", serial=serial)
    order = await sold(shop, "3")
    await shop.done(back(order, line("1"), line("1", serial="a")))
    async with shop.database.read() as session:
        query = select(Lot.serial).join(GoodsReturnLine, GoodsReturnLine.lot_id == Lot.id)
        assert list(await session.scalars(query.order_by(GoodsReturnLine.line_no))) == ["b", "a"]
    await shop.refused(back(order, line("1", serial="b")), "quantity_invalid")
    await shop.done(back(order, line("1", serial="c")))
    await shop.levels_and_ledger_agree()


async def test_a_return_is_not_posted_again_when_the_goods_came_back_meanwhile(shop: Shop) -> None:
    await shop.product("A", "2")
    order = await sold(shop, "2")
    first = await shop.done(back(order, line("2")))
    undone = await shop.done(Undo(of=first.action_id))
    second = await shop.done(back(order, line("2")))
    refused = await shop.refused(Undo(of=undone.action_id), "later_changes")
    assert refused.message == f"4 of A would be back of the 2 that {order} shipped."
    assert await shop.level("A") == (2, 0)
    await shop.done(Undo(of=second.action_id))
    await shop.done(Undo(of=undone.action_id))
    assert await shop.level("A") == (2, 0)
    await shop.levels_and_ledger_agree()
