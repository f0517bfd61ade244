"""Reverting imports of parties, locations and orders; what somebody has built on since stays and is listed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.outcome import Committed
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.return_goods import ReturnGoods, ReturnLine
from inventory_app.actions.ship_order import ShipOrder
from inventory_app.actions.undo import Undo
from inventory_app.importing.options import Orders
from tests.support.imports import Importer, brief
from tests.support.shop import JONAS, Shop


async def reverted(shop: Shop, importer: Importer, outcome: Any) -> Committed:
    done = await shop.done(Undo(of=outcome.action_id))
    await importer.assert_books_are_right()
    return done


def told(done: Committed) -> tuple[Any, Any, list[tuple[Any, Any]]]:
    rows: Any = done.result["kept_rows"]
    return done.result["reverted"], done.result["kept"], [(row["record"], row["by"]) for row in rows]


async def test_parties_go_back_or_away(importer: Importer, shop: Shop) -> None:
    await importer.kind("suppliers", "code,name,email\n1,One,old@x.org\n2,Two,\n")
    await importer.kind("customers", "name\nBoth\n")
    before = await importer.parties()
    outcome = await importer.kind("suppliers", "code,name,email\n1,First,new@x.org\n2,Two,t@x.org\n3,Three,\n,Both,b\n")
    assert brief(outcome) == ("committed", 2, 2, 0, {})
    after = await importer.parties()
    done = await reverted(shop, importer, outcome)
    assert told(done) == (4, 0, [])
    assert done.message == "4 suppliers taken back"
    assert await importer.parties() == before
    await shop.done(Undo(of=done.action_id))
    assert await importer.parties() == after
    await shop.refused(Undo(of=outcome.action_id), "undone_already")


async def test_parties_that_are_used_or_changed_stay(importer: Importer, shop: Shop) -> None:
    await importer.kind("suppliers", "name,email\nOne,1\nTwo,2\n")
    outcome = await importer.kind("suppliers", "name,email\nOne,11\nTwo,22\nThree,3\nFour,4\n")
    others = Importer(importer.database, importer.folder, JONAS)
    await others.kind("suppliers", "name,email\nTwo,222\n")
    await shop.product("A", supplier="Three")
    done = await reverted(shop, importer, outcome)
    assert told(done) == (2, 2, [("Three", "Mira Kowalski"), ("Two", "Jonas Weber")])
    found = await importer.parties()
    assert {name: one.get("email") for name, one in found.items()} == {"One": "1", "Two": "222", "Three": "3"}


async def test_locations_go_back_or_away(importer: Importer, shop: Shop) -> None:
    await importer.kind("locations", "path,name,negative_stock\nS,Shop,warn\n")
    before = await importer.locations()
    outcome = await importer.kind("locations", "path,name,negative_stock\nS,Store,allow\nS/A/1,,\nT/B/2,,\nT/B/3,,\n")
    after = await importer.locations()
    done = await reverted(shop, importer, outcome)
    assert told(done) == (7, 0, [])
    assert await importer.locations() == before
    again = await shop.done(Undo(of=done.action_id))
    assert await importer.locations() == after
    assert again.message.startswith("Taken back: Revert")


async def test_locations_that_are_used_stay_with_those_above(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    outcome = await importer.kind("locations", "path,name\nS/A/1,\nS/A/2,\nT,\n")
    await Importer(importer.database, importer.folder, JONAS).stock("sku,location,quantity\nA,S/A/1,2\n")
    done = await reverted(shop, importer, outcome)
    assert told(done) == (2, 3, [("S", None), ("S/A", None), ("S/A/1", "Jonas Weber")])
    assert {"S", "S/A", "S/A/1"} <= set(await importer.locations())
    assert not {"T", "S/A/2"} & set(await importer.locations())


ORDERS = "number,customer,sku,quantity,location\n1,Ann,A,2,\n1,Ann,B,1,\n2,Bob,A,3,\n3,,B,1,\n4,,A,1,\n"


@pytest.mark.parametrize("orders", list(Orders))
async def test_orders_are_cancelled_and_everything_is_back(importer: Importer, shop: Shop, orders: Orders) -> None:
    await shop.product("A")
    await shop.product("B", on_hand="5", cost=Decimal(2))
    await importer.stock("sku,quantity,lot\nA,3,L1\nA,7,L2\n")
    before = await importer.levels()
    outcome = await importer.kind("sales-orders", ORDERS, orders=orders)
    after, sold = await importer.levels(), await importer.sales()
    done = await reverted(shop, importer, outcome)
    assert told(done) == (4, 0, [])
    assert await importer.levels() == before
    assert await shop.level("A") == (10, 0)
    assert {one["status"] for one in (await importer.sales()).values()} == {"cancelled"}
    undone = await shop.done(Undo(of=done.action_id))
    await importer.assert_books_are_right()
    assert (await importer.levels(), await importer.sales()) == (after, sold)
    once_more = await shop.done(Undo(of=undone.action_id))
    await importer.assert_books_are_right()
    assert await importer.levels() == before
    await shop.done(Undo(of=once_more.action_id))
    await importer.assert_books_are_right()
    assert (await importer.levels(), await importer.sales()) == (after, sold)
    again = await shop.refused(Undo(of=outcome.action_id), "undone_already")
    assert again.message


@pytest.mark.parametrize("orders", list(Orders))
async def test_a_revert_stands_when_its_stock_was_sold_since(importer: Importer, shop: Shop, orders: Orders) -> None:
    await shop.product("A", on_hand="10")
    outcome = await importer.kind("sales-orders", "number,sku,quantity\n1,A,6\n2,A,2\n", orders=orders)
    done = await reverted(shop, importer, outcome)
    sale = await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(3)),), ship=True))
    refused = await shop.refused(Undo(of=done.action_id), "later_moves")
    assert "Only 7 of 8 available at MAIN: A" in refused.message
    await shop.done(Undo(of=sale.action_id))
    await shop.done(Undo(of=done.action_id))
    await importer.assert_books_are_right()
    on_hand, reserved = await shop.level("A")
    assert on_hand - reserved == 2


async def test_a_reverted_file_of_orders_may_be_imported_again(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="20")
    await shop.product("B", on_hand="5")
    first = await importer.kind("sales-orders", ORDERS)
    await reverted(shop, importer, first)
    again = await importer.kind("sales-orders", ORDERS)
    assert brief(again) == ("committed", 5, 0, 0, {}), "its lines, as the first time"
    assert again.counts == first.counts


async def test_orders_that_went_on_stay(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="20")
    await shop.product("B", on_hand="5")
    outcome = await importer.kind("sales-orders", ORDERS)
    await shop.done(ShipOrder(order="1"), JONAS)
    undone = await shop.done(ShipOrder(order="2"))
    await shop.done(Undo(of=undone.action_id))
    await shop.done(CancelOrder(order="3"))
    await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(1)),), reference="own"))
    done = await reverted(shop, importer, outcome)
    reverted_count, kept, rows = told(done)
    assert (reverted_count, kept) == (2, 2)
    assert [by for _, by in rows] == ["Jonas Weber", "Mira Kowalski"]
    states = {reference: one["status"] for reference, one in (await importer.sales()).items()}
    assert states == {"1": "shipped", "2": "cancelled", "3": "cancelled", "4": "cancelled", "own": "placed"}


async def test_orders_of_which_goods_came_back_stay(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await shop.product("B", on_hand="5")
    await importer.stock("sku,quantity,serial\nA,1,s1\n")
    outcome = await importer.kind("sales-orders", "number,sku,quantity\n1,A,1\n2,B,1\n3,B,1\n", orders=Orders.SHIPPED)
    lines = (ReturnLine("A", Decimal(1), serial="s1"),)
    await shop.done(ReturnGoods(location="MAIN", lines=lines), JONAS)
    await shop.done(ReturnGoods(location="MAIN", lines=(ReturnLine("B", Decimal(1)),), order="2"), JONAS)
    done = await reverted(shop, importer, outcome)
    assert told(done)[:2] == (1, 2)
    states = {reference: one["status"] for reference, one in (await importer.sales()).items()}
    assert states == {"1": "shipped", "2": "shipped", "3": "cancelled"}


async def test_purchase_orders_are_cancelled(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    outcome = await importer.kind("purchase-orders", "number,supplier,sku,quantity\n1,Maker,A,2\n2,Maker,A,1\n")
    done = await reverted(shop, importer, outcome)
    assert told(done) == (2, 0, [])
    assert {one["status"] for one in (await importer.purchases()).values()} == {"cancelled"}
    await shop.done(Undo(of=done.action_id))
    assert {one["status"] for one in (await importer.purchases()).values()} == {"ordered"}
