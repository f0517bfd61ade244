"""Taking an import back while somebody else does, at that very moment, what keeps a part of it.

What a revert has looked at may change until it writes. SQLite lets one write at a time; on PostgreSQL the revert meets
a unique index or a reference, looks once more, and keeps what it finds then.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from inventory_app.actions.action import Work
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Cancelled, Committed, Outcome, Refused
from inventory_app.actions.undo import Undo
from inventory_app.domain.stock import Tracking
from inventory_app.importing.options import StockMode
from tests.support.imports import Importer
from tests.support.moments import Meanwhile, until_it_waits
from tests.support.shop import JONAS, Shop
from tests.support.trials import CONTEXT, Gate, Reports, Trial, start

ONE = Decimal(1)
FOUND = AdjustStock(sku="A", location="B", quantity=ONE, reason="FOUND", serial="a")
# What a revert has sent before: pieces that an import took away come back.
COMES_BACK = "l.change < 0"


async def counted_away(shop: Shop, importer: Importer) -> UUID:
    """Two pieces at MAIN, which a count did not find there any more: the count's id."""
    await shop.done(CreateLocation(code="B"))
    await shop.product("A")
    await importer.stock("sku,quantity,serial\nA,1,a\nA,1,b\n")
    count = await importer.stock("sku,quantity,serial\nA,0,a\nA,0,b\n", stock_mode=StockMode.SET)
    return count.action_id


async def pieces(importer: Importer) -> dict[str, str]:
    """Where each serial is."""
    return {key[-1]: key[1] for key, on_hand in (await importer.levels()).items() if on_hand}


def kept(outcome: Outcome) -> tuple[Any, Any, list[Any]]:
    """How many went back, how many are kept, and who is named for these."""
    assert isinstance(outcome, Committed), outcome
    rows = outcome.result["kept_rows"]
    assert isinstance(rows, list)
    return outcome.result["reverted"], outcome.result["kept"], [row["by"] for row in rows if isinstance(row, dict)]


async def test_a_piece_that_is_found_elsewhere_meanwhile_stays_there(shop: Shop, importer: Importer) -> None:
    count = await counted_away(shop, importer)
    with Meanwhile(shop.database, COMES_BACK, FOUND) as meanwhile:
        reverted = await shop.do(Undo(of=count))
    found = await meanwhile.outcome()
    if shop.database.dialect.one_writer:  # the revert was first
        assert (kept(reverted), reverted.tries) == ((1, 0, []), 1)
        assert isinstance(found, Refused), found
        assert found.code == "serial_duplicate"
        assert await pieces(importer) == {"a": "MAIN", "b": "MAIN"}
    else:
        assert isinstance(found, Committed), found
        assert (kept(reverted), reverted.tries) == ((0, 1, [JONAS.actor]), 2)
        assert await pieces(importer) == {"a": "B", "b": "MAIN"}
    await importer.assert_books_are_right()


@pytest.mark.parametrize("saved", [True, False], ids=["saved", "stopped"])
async def test_a_revert_waits_for_whoever_finds_the_piece(shop: Shop, importer: Importer, saved: bool) -> None:
    count, gate, reports = await counted_away(shop, importer), Gate(), Reports()

    async def find_it(work: Work) -> None:
        await FOUND.run(work)
        await gate()

    finding = start(shop.database, Trial(body=find_it))
    await gate.reached.wait()
    reverting = start(shop.database, Undo(of=count), report=reports)
    await until_it_waits(shop.database, reports)
    if saved:
        gate.opened.set()
    else:
        finding.cancel()
    assert isinstance(await finding, Committed if saved else Cancelled)
    assert kept(await reverting) == ((0, 1, [CONTEXT.actor]) if saved else (1, 0, []))
    assert await pieces(importer) == {"a": "B" if saved else "MAIN", "b": "MAIN"}
    await importer.assert_books_are_right()


async def test_a_revert_is_not_undone_over_a_piece_that_is_found_meanwhile(shop: Shop, importer: Importer) -> None:
    await shop.done(CreateLocation(code="B"))
    await shop.product("A", tracking=Tracking.SERIAL)
    stock = await importer.stock("sku,quantity,serial\nA,1,a\nA,1,b\n")
    revert = await shop.done(Undo(of=stock.action_id))
    with Meanwhile(shop.database, "a.change > 0", FOUND) as meanwhile:
        again = await shop.do(Undo(of=revert.action_id))
    found = await meanwhile.outcome()
    first, second = (again, found) if shop.database.dialect.one_writer else (found, again)
    assert isinstance(first, Committed), first
    assert isinstance(second, Refused), second
    if second is again:
        assert second.message == "Later moves depend on this one. a of A is in stock again."
        assert await pieces(importer) == {"a": "B"}
    else:
        assert second.code == "serial_duplicate"
        assert await pieces(importer) == {"a": "MAIN", "b": "MAIN"}
    await importer.assert_books_are_right()


async def test_a_product_that_is_used_meanwhile_is_not_deleted(shop: Shop, importer: Importer) -> None:
    made = await importer.products("sku,name\nA,Mug\nC,Cup\n")
    use = AdjustStock(sku="A", location="MAIN", quantity=ONE, reason="FOUND")
    with Meanwhile(shop.database, "DELETE FROM product WHERE", use) as meanwhile:
        reverted = await shop.do(Undo(of=made.action_id))
    used = await meanwhile.outcome()
    catalogue = await importer.catalogue()
    if shop.database.dialect.one_writer:
        assert kept(reverted) == (2, 0, [])
        assert isinstance(used, Refused), used
        assert catalogue == {}
    else:
        assert isinstance(used, Committed), used
        assert (kept(reverted), reverted.tries) == ((1, 1, [JONAS.actor]), 2)
        assert list(catalogue) == ["A"]
    await importer.assert_books_are_right()


async def test_a_barcode_that_another_product_gets_meanwhile_stays_with_it(shop: Shop, importer: Importer) -> None:
    await shop.product("A", barcodes=("A-1",))
    await shop.product("C")
    changed = await importer.products("sku,barcode\nA,A-2\n")
    take = EditProduct(sku="C", changes={"barcodes": ("A-1",)})
    with Meanwhile(shop.database, "INSERT INTO product_barcode", take) as meanwhile:
        reverted = await shop.do(Undo(of=changed.action_id))
    taken = await meanwhile.outcome()
    codes = {sku: one["barcodes"] for sku, one in (await importer.catalogue()).items()}
    if shop.database.dialect.one_writer:
        assert kept(reverted) == (1, 0, [])
        assert isinstance(taken, Refused), taken
        assert codes == {"A": ["A-1"], "C": []}
    else:
        assert isinstance(taken, Committed), taken
        assert (kept(reverted), reverted.tries) == ((0, 1, [JONAS.actor]), 2)
        assert codes == {"A": ["A-2"], "C": ["A-1"]}
