"""Serials in imports: very many of one product, those that are nowhere, and one that turns up elsewhere meanwhile."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.outcome import Committed, Refused
from inventory_app.domain.stock import Tracking
from inventory_app.importing.options import ImportOptions, Mode, StockMode
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.run_import import run_import
from tests.support.effort import Effort
from tests.support.imports import brief
from tests.support.moments import Meanwhile
from tests.support.shop import MIRA, Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer


def counted(sku: str, many: int, *, here: int = 1) -> str:
    """A count of serials, of which every second one is ``here``."""
    rows = (f"{sku},{here if number % 2 else 1},{sku}-{number}\n" for number in range(many))
    return "sku,quantity,serial\n" + "".join(rows)


async def test_twice_as_many_serials_of_one_product_are_twice_the_work(importer: Importer, shop: Shop) -> None:
    """Found for the first time, the same again, and half of them gone; each of these."""
    effort = Effort(importer.database)
    spent: dict[int, list[int]] = {}
    for many in (1_000, 2_000):
        sku = f"P{many}"
        await shop.product(sku)
        for text in (counted(sku, many), counted(sku, many) + "\n", counted(sku, many, here=0)):
            path = importer.write(text)
            effort.take()
            request = ImportRequest(str(path), ImportOptions(kind="stock", stock_mode=StockMode.SET, again=True))
            outcome = await run_import(importer.database, request, context=MIRA)
            spent.setdefault(many, []).append(effort.take())
            assert (outcome.outcome, outcome.counts.accepted) == ("committed", many), outcome
        assert await shop.level(sku) == (many / 2, 0)
    grown = [twice / once for once, twice in zip(spent[1_000], spent[2_000], strict=True)]
    assert max(grown) < 3, (grown, spent)
    await importer.assert_books_are_right()


async def test_zeros_where_nothing_was_say_nothing(importer: Importer, shop: Shop) -> None:
    """A piece that is counted 0 where it never was gets no level and no place; one that is counted 1 beside it does."""
    await shop.product("A")
    text = "sku,location,quantity,serial\nA,MAIN,0,a\nA,NEW,0,b\nA,MAIN,0,c\nA,MAIN,1,c\nA,MAIN,1,d\n"
    outcome = await importer.stock(text, stock_mode=StockMode.SET)
    assert (outcome.outcome, outcome.counts.created, outcome.counts.accepted) == ("committed", 2, 5), outcome
    assert sorted(key[-1] for key in await importer.levels()) == ["c", "d"]
    assert "NEW" not in await importer.locations()


async def test_a_piece_that_is_found_elsewhere_meanwhile_rejects_its_row(importer: Importer, shop: Shop) -> None:
    """Just before the levels are written; on PostgreSQL the import meets it there and looks once more."""
    await shop.done(CreateLocation(code="B"))
    await shop.product("A", tracking=Tracking.SERIAL)
    found = AdjustStock(sku="A", location="B", quantity=Decimal(1), reason="FOUND", serial="a")
    await shop.done(replace(found, action_id=uuid4()))
    await shop.done(replace(found, action_id=uuid4(), quantity=Decimal(-1), reason="LOSS"))
    with Meanwhile(shop.database, "INSERT INTO stock_level (product_id, location_id, lot_id, on_hand,", found) as other:
        outcome = await importer.stock("sku,quantity,serial\nA,1,a\nA,1,b\n", mode=Mode.SKIP)
    elsewhere = await other.outcome()
    pieces = {key[-1]: key[1] for key, on_hand in (await importer.levels()).items() if on_hand}
    if shop.database.dialect.one_writer:
        assert brief(outcome) == ("committed", 2, 0, 0, {})
        assert isinstance(elsewhere, Refused), elsewhere
        assert (elsewhere.code, pieces) == ("serial_duplicate", {"a": "MAIN", "b": "MAIN"})
    else:
        assert isinstance(elsewhere, Committed), elsewhere
        assert brief(outcome) == ("committed", 1, 0, 0, {"serial_duplicate": 1})
        assert (outcome.tries, pieces) == (2, {"a": "B", "b": "MAIN"})
