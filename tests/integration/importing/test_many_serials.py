"""Very many serials of one product: what they cost grows as they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inventory_app.importing.options import ImportOptions, StockMode
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.run_import import run_import
from tests.support.effort import Effort
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
