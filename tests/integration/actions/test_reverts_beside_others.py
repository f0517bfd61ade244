"""Taking an import back while others went on: whatever their clocks say, and by the rules of places and pieces."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from typing_extensions import override

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.perform import transaction
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.undo import Undo
from inventory_app.domain.stock import NegativeStock
from inventory_app.importing.options import StockMode
from tests.support.imports import Importer
from tests.support.shop import JONAS, MIRA, Shop

ONE = Decimal(1)


class SlowClock(datetime):
    """A workstation's clock that is three minutes behind."""

    @classmethod
    @override
    def now(cls, tz: tzinfo | None = None) -> SlowClock:
        then = datetime.now(tz) - timedelta(minutes=3)
        return cls.fromtimestamp(then.timestamp(), tz)


async def reverted(shop: Shop, action_id: UUID) -> tuple[Any, Any, list[tuple[Any, Any]]]:
    """How many went back, how many are kept, and who is named for these."""
    result = (await shop.done(Undo(of=action_id))).result
    rows = result["kept_rows"]
    assert isinstance(rows, list)
    named = [(row.get("sku", row.get("record")), row["by"]) for row in rows if isinstance(row, dict)]
    return result["reverted"], result["kept"], named


async def test_an_edit_of_a_workstation_whose_clock_is_behind_is_kept(
    shop: Shop, importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shop.product("A", price=Decimal(4))
    await shop.product("B", "10", price=Decimal(4))
    run = await importer.products("sku,price\nA,5\nB,5\n")
    stock = await importer.stock("sku,quantity\nB,5\n")
    with monkeypatch.context() as slow:
        slow.setattr(transaction, "datetime", SlowClock)
        await shop.done(EditProduct(sku="A", changes={"price": Decimal("9.50")}), JONAS)
        await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("B", Decimal(12)),), ship=True), JONAS)
    assert await reverted(shop, run.action_id) == (1, 1, [("A", JONAS.actor)])
    catalogue = await importer.catalogue()
    assert (catalogue["A"]["price"], catalogue["B"]["price"]) == (Decimal("9.50"), Decimal(4))
    assert await reverted(shop, stock.action_id) == (0, 1, [("B", JONAS.actor)])
    await importer.assert_books_are_right()


async def test_an_edit_before_the_import_whose_clock_is_ahead_keeps_nothing(
    shop: Shop, importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shop.product("A", price=Decimal(3))
    await shop.done(EditProduct(sku="A", changes={"price": Decimal(4)}), JONAS)
    parties = await importer.kind("suppliers", "name,phone\nAcme,1\n")
    with monkeypatch.context() as slow:
        slow.setattr(transaction, "datetime", SlowClock)
        run = await importer.products("sku,price\nA,5\n")
        later = await importer.kind("suppliers", "name,phone\nAcme,2\n")
    assert await reverted(shop, run.action_id) == (1, 0, [])
    assert (await importer.catalogue())["A"]["price"] == 4
    assert await reverted(shop, parties.action_id) == (0, 1, [("Acme", MIRA.actor)])
    assert await reverted(shop, later.action_id) == (1, 0, [])


async def test_a_place_that_warns_keeps_its_stock_and_one_that_allows_goes_below_zero(
    shop: Shop, importer: Importer
) -> None:
    for code, policy in (("WARNS", NegativeStock.WARN), ("ALLOWS", NegativeStock.ALLOW)):
        await shop.done(CreateLocation(code=code, negative_stock=policy))
    await shop.product("A")
    run = await importer.stock("sku,location,quantity\nA,WARNS,5\nA,ALLOWS,5\n")
    for place in ("WARNS", "ALLOWS"):
        await shop.done(AdjustStock(sku="A", location=place, quantity=Decimal(-4), reason="LOSS"), JONAS)
    assert await reverted(shop, run.action_id) == (0, 1, [("A", JONAS.actor)])
    assert [(await shop.level("A", place))[0] for place in ("WARNS", "ALLOWS")] == [1, -4]
    await importer.assert_books_are_right()


@pytest.mark.parametrize("policy", [NegativeStock.BLOCK, NegativeStock.ALLOW])
async def test_a_piece_that_left_since_is_kept(shop: Shop, importer: Importer, policy: NegativeStock) -> None:
    await shop.done(CreateLocation(code="SHOP", negative_stock=policy))
    await shop.product("A")
    run = await importer.stock("sku,location,quantity,serial\nA,SHOP,1,a\nA,SHOP,1,b\n")
    await shop.done(AdjustStock(sku="A", location="SHOP", quantity=-ONE, reason="LOSS", serial="a"), JONAS)
    _, kept, named = await reverted(shop, run.action_id)
    assert (kept, named) == (1, [("A", JONAS.actor)])
    assert await shop.level("A", "SHOP") == (0, 0)
    await importer.assert_books_are_right()


@pytest.mark.parametrize("sold", [False, True], ids=["still there", "sold by now"])
async def test_a_piece_that_was_found_elsewhere_does_not_come_back(shop: Shop, importer: Importer, sold: bool) -> None:
    await shop.done(CreateLocation(code="B"))
    await shop.product("A")
    await importer.stock("sku,quantity,serial\nA,1,a\nA,1,b\nA,1,c\n")
    count = await importer.stock("sku,quantity,serial\nA,0,a\nA,0,b\nA,0,c\n", stock_mode=StockMode.SET)
    await shop.done(AdjustStock(sku="A", location="B", quantity=ONE, reason="FOUND", serial="a"), JONAS)
    await shop.done(AdjustStock(sku="A", location="MAIN", quantity=ONE, reason="FOUND", serial="c"), JONAS)
    if sold:
        await shop.done(AdjustStock(sku="A", location="B", quantity=-ONE, reason="LOSS", serial="a"), JONAS)
    assert await reverted(shop, count.action_id) == (0, 1, [("A", JONAS.actor)])
    assert (await shop.level("A"))[0] == 2, "b came back, c was there again"
    assert (await shop.level("A", "B"))[0] == (0 if sold else 1)
    await importer.assert_books_are_right()


async def test_pieces_that_an_import_moved_go_back_where_they_were(shop: Shop, importer: Importer) -> None:
    await shop.done(CreateLocation(code="B"))
    await shop.product("A")
    await importer.stock("sku,location,quantity,serial\nA,MAIN,1,a\nA,B,1,b\n")
    text = "sku,location,quantity,serial\nA,MAIN,0,a\nA,B,1,a\nA,B,0,b\nA,MAIN,1,b\n"
    moved = await importer.stock(text, stock_mode=StockMode.SET)
    assert moved.outcome == "committed", moved
    back = await shop.done(Undo(of=moved.action_id))
    assert back.result["kept"] == 0
    pieces = {key[-1]: key[1] for key, quantity in (await importer.levels()).items() if quantity}
    assert pieces == {"a": "MAIN", "b": "B"}
