"""verify says what is wrong, whatever program did it, and nothing when all is right."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.place_order import PlaceOrder
from inventory_app.actions.return_goods import ReturnGoods
from inventory_app.actions.ship_order import ShipOrder
from inventory_app.actions.transfer_stock import TransferStock
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import Location, StockLevel
from inventory_app.queries.engine import one_snapshot
from inventory_app.queries.verify import VerifyReport, verify


@pytest.fixture
async def busy(kitchen: Any, do: Any) -> Any:
    """The kitchen shop after one of each action."""
    piece = await kitchen.lot("04106", serial="P-1")
    await kitchen.move("04106", "SUPPLIER", "MAIN", 1, lot=piece, reason="RECEIPT")
    mugs, beans = {"sku": "00417", "quantity": "6"}, {"sku": "02200", "quantity": "12.6"}
    await do(PlaceOrder, location="SHOP", lines=[mugs, beans, {"sku": "00417", "quantity": "1"}])
    await do(PlaceOrder, location="MAIN", lines=[mugs])
    sold = await do(PlaceOrder, location="MAIN", lines=[mugs], ship=True)
    await do(ShipOrder, order="SO-000001", lines=[{"sku": "02200", "quantity": "12.6"}])
    await do(CancelOrder, order="SO-000002")
    await do(ReturnGoods, location="MAIN", order="SO-000001", lines=[{"sku": "02200", "quantity": "0.5"}])
    await do(TransferStock, **{"from": "MAIN", "to": "SHOP/Shelf A", "lines": [mugs]})
    await do(AdjustStock, sku="08003", location="SHOP/Shelf A", quantity="-19", reason="LOSS")
    await do(Undo, of=str(sold.action_id))
    return kitchen


async def report_of(ask: Any) -> VerifyReport:
    report: VerifyReport = await ask(verify)
    return report


async def test_all_is_right(busy: Any, ask: Any) -> None:
    report = await report_of(ask)
    assert report.differences == []
    assert report.clean
    assert (report.products, report.orders) == (6, 3)
    assert report.moves == 14
    assert busy.products


async def level(shop: Any, sku: str, path: str, change: str) -> None:
    await shop.run(
        f"UPDATE stock_level SET {change} WHERE product_id = :product AND location_id = :place",
        product=shop.products[sku], place=shop.places[path],
    )  # fmt: skip


async def test_a_level_that_somebody_changed(busy: Any, ask: Any) -> None:
    await level(busy, "00417", "MAIN", "on_hand = on_hand + 1500000")
    (one,) = (await report_of(ask)).differences
    assert (one.what, one.sku, one.location, one.expected, one.found) == ("on_hand", "00417", "MAIN", "36", "37.5")
    assert one.message == "00417 at MAIN: on hand is 37.5, the ledger says 36."


async def test_a_level_that_is_gone(busy: Any, ask: Any) -> None:
    await busy.run(
        "DELETE FROM stock_level WHERE product_id = :product AND lot_id <> 0", product=busy.products["02200"]
    )
    differences = (await report_of(ask)).differences
    assert [(one.what, one.lot, one.found) for one in differences] == [
        ("on_hand", "L2026-11", "no level"),
        ("on_hand", "L2026-11", "no level"),
    ]
    assert {one.location for one in differences} == {"MAIN", "SHOP"}


async def test_a_level_that_no_move_made(busy: Any, ask: Any) -> None:
    key = {"product_id": busy.products["00418"], "location_id": busy.places["SHOP"]}
    await busy.put(StockLevel, [{**key, "on_hand": Decimal(3)}])
    (one,) = (await report_of(ask)).differences
    assert (one.what, one.sku, one.expected, one.found) == ("on_hand", "00418", "0", "3")


async def test_a_reservation_that_no_order_holds(busy: Any, ask: Any) -> None:
    await level(busy, "00417", "MAIN", "reserved = 2000000")
    await level(busy, "00417", "SHOP", "reserved = reserved - 1000000")
    differences = (await report_of(ask)).differences
    assert [(one.what, one.location, one.expected, one.found) for one in differences] == [
        ("reserved", "MAIN", "0", "2"),
        ("reserved", "SHOP", "7", "6"),
    ]
    assert differences[0].message == "00417 at MAIN: reserved is 2, orders hold 0."


async def test_an_order_that_is_not_what_its_lines_say(busy: Any, ask: Any) -> None:
    await busy.run("UPDATE sales_order SET status = 'shipped' WHERE number = 'SO-000001'")
    messages = [one.message for one in (await report_of(ask)).differences]
    assert "Order SO-000001: it is shipped, but a part has left." in messages
    assert "Order SO-000001: line 1, 00417: holds 6 instead of 0." in messages


async def test_a_shipment_that_never_left(busy: Any, ask: Any) -> None:
    await busy.run("UPDATE sales_order_allocation SET shipped = shipped + 250000 WHERE lot_id <> 0 AND shipped > 0")
    report = await report_of(ask)
    shipped = [one for one in report.differences if one.what == "shipped"]
    assert [(one.order, one.sku, one.expected, one.found) for one in shipped] == [
        ("SO-000001", "02200", "12.5", "12.75")
    ]


async def test_a_serial_in_two_places(busy: Any, ask: Any) -> None:
    await busy.run("DROP INDEX uq_stock_level_serial_place")
    piece = {"product_id": busy.products["04106"], "location_id": busy.places["SHOP"], "is_serial": True}
    async with busy.writing() as connection:
        lot = (await connection.execute(text("SELECT id FROM lot WHERE serial = 'P-1'"))).scalar_one()
    await busy.put(StockLevel, [{**piece, "lot_id": lot, "on_hand": Decimal(1)}])
    report = await report_of(ask)
    assert {one.what for one in report.differences} == {"on_hand", "serial"}
    serial = next(one for one in report.differences if one.what == "serial")
    assert "a serial is one piece in one place; found 2 in 2 places" in serial.message
    assert serial.serial == "P-1"


async def test_the_ledger_is_read_not_trusted(busy: Any, ask: Any) -> None:
    """A move slipped in past the levels; the guards stop changing it again, not adding it."""
    await busy.run(
        "INSERT INTO stock_move"
        " (product_id, from_location_id, to_location_id, quantity, moved_at, reason_code, action_id)"
        " SELECT product_id, from_location_id, to_location_id, 4000000, moved_at, reason_code, action_id"
        " FROM stock_move WHERE product_id = :product ORDER BY id LIMIT 1",
        product=busy.products["00417"],
    )
    (one,) = (await report_of(ask)).differences
    assert (one.what, one.location, one.expected, one.found) == ("on_hand", "MAIN", "40", "36")


async def test_only_so_many_are_kept_and_all_are_counted(shop: Any, ask: Any) -> None:
    await shop.product("1")
    await shop.put(Location, [{"path": f"P{n}", "code": f"P{n}"} for n in range(1_100)])
    await shop.run(
        "INSERT INTO stock_level (product_id, location_id, on_hand) SELECT :product, id, 5000000 FROM location"
        " WHERE code <> 'MAIN' AND kind = 'storage'",
        product=shop.products["1"],
    )
    report = await report_of(ask)
    assert (report.total, len(report.differences), report.clean) == (1_100, 1_000, False)


async def test_a_verify_sees_one_state_while_others_sell(busy: Any, database: Any, do: Any) -> None:
    """The levels are read after the ledger; a sale between the two must not look like a difference."""
    async with database.read() as session:
        await one_snapshot(session)
        await session.execute(text("SELECT count(*) FROM stock_move"))
        await do(PlaceOrder, location="MAIN", lines=[{"sku": "00417", "quantity": "6"}], ship=True)
        moves = await session.scalar(text("SELECT count(*) FROM stock_move"))
        assert moves == 14
    assert busy.products
