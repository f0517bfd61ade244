"""What an import of products or stock changed by the way goes with it: suppliers that it made or made of customers,
and the dates of lots."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Committed
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import ActionLog, ChangeLog, Lot
from inventory_app.queries.activity import activity_detail
from tests.support.imports import Importer
from tests.support.shop import JONAS, Shop


async def taken_back(shop: Shop, action_id: UUID) -> Committed:
    return await shop.done(Undo(of=action_id))


async def roles(importer: Importer) -> dict[str, list[str]]:
    return {name: one["roles"] for name, one in (await importer.parties()).items()}


async def dates(importer: Importer) -> dict[str, date | None]:
    async with importer.database.read() as session:
        rows = await session.execute(select(Lot.lot_number, Lot.serial, Lot.expires_on).where(Lot.id != 0))
        return {lot or serial: day for lot, serial, day in rows}


async def test_suppliers_that_a_file_of_products_made(importer: Importer, shop: Shop) -> None:
    await importer.kind("customers", "name\nAcme\nOnly\n")
    await importer.kind("suppliers", "name\nMaker\n")
    await shop.product("OLD", supplier="Maker")
    before = await importer.parties(), await importer.catalogue()
    outcome = await importer.products("sku,name,supplier\nA,Mug,Acme\nB,Cup,New\nOLD,Old,Newer\n")
    after = await importer.parties(), await importer.catalogue()
    assert await roles(importer) == {
        "Acme": ["supplier", "customer"], "Only": ["customer"], "Maker": ["supplier"], "New": ["supplier"],
        "Newer": ["supplier"],
    }  # fmt: skip
    done = await taken_back(shop, outcome.action_id)
    assert done.result["kept"] == 0
    assert done.message == "3 products taken back"
    assert (await importer.parties(), await importer.catalogue()) == before
    again = await taken_back(shop, done.action_id)
    assert (await importer.parties(), await importer.catalogue()) == after
    third = await taken_back(shop, again.action_id)
    assert (await importer.parties(), await importer.catalogue()) == before
    await taken_back(shop, third.action_id)
    assert (await importer.parties(), await importer.catalogue()) == after
    await importer.assert_books_are_right()


async def test_suppliers_that_are_used_since_stay(importer: Importer, shop: Shop) -> None:
    await importer.kind("customers", "name\nAcme\n")
    outcome = await importer.products("sku,name,supplier\nA,Mug,Acme\nB,Cup,New\nC,Pan,Gone\n")
    await shop.product("MINE", supplier="Acme")
    await shop.product("TOO", supplier="New")
    done = await taken_back(shop, outcome.action_id)
    assert (done.result["reverted"], done.result["kept"]) == (3, 0)
    assert done.message == "3 products taken back; 2 suppliers kept as well, used or changed since"
    assert await roles(importer) == {"Acme": ["supplier", "customer"], "New": ["supplier"]}


async def test_dates_of_lots_that_a_file_of_stock_wrote(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await importer.stock("sku,quantity,lot,expires_on\nA,3,L1,\nA,2,L2,2030-01-31\nA,1,L3,\n")
    before = await dates(importer)
    outcome = await importer.stock("sku,quantity,lot,expires_on\nA,1,L1,2031-02-28\nA,1,L2,2032-01-01\nA,1,L3,\n")
    after = await dates(importer)
    assert after == {"L1": date(2031, 2, 28), "L2": date(2030, 1, 31), "L3": None}
    async with importer.database.read() as session:
        detail = await activity_detail(session, outcome.action_id)
        assert detail is not None
        told = [(one.kind, one.name, one.old_values, one.new_values) for one in detail.changes]
    assert told == [("lot", "L1", {"expires_on": None}, {"expires_on": "2031-02-28"})]
    done = await taken_back(shop, outcome.action_id)
    assert await dates(importer) == before
    again = await taken_back(shop, done.action_id)
    assert await dates(importer) == after
    third = await taken_back(shop, again.action_id)
    assert await dates(importer) == before
    await taken_back(shop, third.action_id)
    assert await dates(importer) == after
    await importer.assert_books_are_right()


async def test_dates_that_are_others_by_now_stay(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await importer.stock("sku,quantity,lot\nA,3,L1\nA,3,L2\n")
    outcome = await importer.stock("sku,quantity,lot,expires_on\nA,5,L1,2031-02-28\nA,1,L2,2032-01-01\n")
    done = await taken_back(shop, outcome.action_id)
    others = Importer(importer.database, importer.folder, JONAS)
    await others.stock("sku,quantity,lot,expires_on\nA,1,L1,2040-12-31\n")
    refused = await shop.refused(Undo(of=done.action_id), "later_changes")
    assert refused.message == "The date of A L1 was changed since; change it by hand."
    assert (await dates(importer))["L1"] == date(2040, 12, 31)


async def test_goods_that_stay_keep_their_date(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await importer.stock("sku,quantity,lot\nA,3,L1\nA,3,L2\n")
    outcome = await importer.stock("sku,quantity,lot,expires_on\nA,1,L1,2031-02-28\nA,1,L2,2032-01-01\n")
    lost = AdjustStock(sku="A", location="MAIN", quantity=Decimal(-4), reason="LOSS", lot="L1")
    await shop.done(lost, JONAS)
    await taken_back(shop, outcome.action_id)
    assert await dates(importer) == {"L1": date(2031, 2, 28), "L2": None}


async def test_every_change_of_an_import_is_written_down_with_its_action(importer: Importer, shop: Shop) -> None:
    await importer.kind("customers", "name\nAcme\n")
    outcome = await importer.products("sku,name,supplier\nA,Mug,Acme\n")
    async with importer.database.read() as session:
        rows = (await session.execute(
            select(ChangeLog.record_kind, ChangeLog.old_values, ChangeLog.new_values, ActionLog.actor)
            .join(ActionLog, ActionLog.id == ChangeLog.action_id).where(ChangeLog.action_id == outcome.action_id)
        )).all()  # fmt: skip
    assert [tuple(row) for row in rows] == [
        ("party", {"is_supplier": False}, {"is_supplier": True}, "Mira Kowalski"),
    ]
    assert shop
