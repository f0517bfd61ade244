"""Imports of orders in sets, and beside people who go on selling."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from inventory_app.actions.outcome import Committed, Refused
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.importing.options import Mode, Orders
from tests.support.imports import Importer, brief
from tests.support.shop import JONAS, Shop

if TYPE_CHECKING:
    from inventory_app.actions.outcome import Outcome

KIND = "sales-orders"


async def test_stock_is_promised_once_however_many_want_it(importer: Importer, shop: Shop) -> None:
    """60 pieces are wanted by the file and 60 by the till, of 100: nobody gets what somebody else has."""
    await shop.product("A", on_hand="100")
    await shop.product("B", on_hand="1000")
    text = "number,customer,sku,quantity\n" + "".join(f"{n},Ann {n % 3},A,2\n{n},,B,1\n" for n in range(30))

    async def sell() -> list[Outcome]:
        return [
            await shop.do(
                PlaceOrder(location="MAIN", lines=(OrderLine("B", Decimal(1)), OrderLine("A", Decimal(2))),
                           customer=f"Ann {number % 3}", ship=number % 2 == 0),
                JONAS,
            )
            for number in range(30)
        ]  # fmt: skip

    outcome, sold = await asyncio.gather(importer.kind(KIND, text, mode=Mode.SKIP), sell())
    assert outcome.outcome == "committed", outcome
    assert {type(one) for one in sold} <= {Committed, Refused}, sold
    saved = outcome.counts.documents + sum(isinstance(one, Committed) for one in sold)
    assert saved == 50
    on_hand, reserved = await shop.level("A")
    assert on_hand == reserved
    assert sorted(await importer.parties()) == ["Ann 0", "Ann 1", "Ann 2"]
    await importer.assert_books_are_right()


async def test_a_long_file_takes_no_more_statements_than_a_short_one(importer: Importer, shop: Shop) -> None:
    """Sets, not rows: only what has to be decided one after another is read, some hundred rows at a time."""
    for sku in "ABCD":
        await shop.product(sku, on_hand="1000000", price=Decimal("1.5"))
    short = await _statements(importer, 20, "s")
    long = await _statements(importer, 2_000, "l")
    assert long - short < 40


async def _statements(importer: Importer, documents: int, mark: str) -> int:
    lines = "".join(f"{mark}{n},{sku},{n % 7 + 1}\n" for n in range(documents) for sku in "ABCD")
    counted = 0

    def count(*_arguments: Any) -> None:
        nonlocal counted
        counted += 1

    engine = importer.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        outcome = await importer.kind(KIND, "number,sku,quantity\n" + lines, orders=Orders.SHIPPED)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    assert brief(outcome) == ("committed", 4 * documents, 0, 0, {})
    return counted
