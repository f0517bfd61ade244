"""Taking an import of products back, and that again, and so on: all that a product was comes and goes with it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Committed, Progress
from inventory_app.actions.perform import perform
from inventory_app.actions.undo import Undo
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.tables import Product, ProductBarcode
from inventory_app.domain.stock import Tracking
from inventory_app.queries.imports import import_run
from tests.support.imports import Importer
from tests.support.shop import MIRA, Shop


async def everything(importer: Importer) -> dict[str, Any]:
    query = select(Product.id, Product.sku, ProductBarcode.barcode, ProductBarcode.factor).join(Product)
    async with importer.database.read() as session:
        codes = (await session.execute(query.order_by(Product.id, ProductBarcode.id))).all()
    return {
        "products": await importer.catalogue(),
        "levels": {key: value for key, value in (await importer.levels()).items() if value},
        "points": await importer.reorder_points(),
        "codes": [tuple(row) for row in codes],
    }


async def taken_back(shop: Shop, action_id: UUID) -> UUID:
    return (await shop.done(Undo(of=action_id))).action_id


async def test_there_and_back_and_there_again(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("OLD", name="Old", price=Decimal(3), barcodes=("O-1", "O-2"), category="A", description="é\n'x")
    await shop.pack("OLD", "O-12", "12")
    await shop.product("GONE", name="Gone", cost=Decimal("0.0001"))
    await shop.done(ArchiveProducts(skus=("GONE",)))
    before = await everything(importer)
    outcome = await importer.products(
        "sku,name,price,cost,barcode,category,supplier,uom,description,reorder_point,quantity\n"
        "OLD,Neu “ü”,4.5,,N-1,B,Acme,kg,new,7,\n"
        "GONE,Back,,2,G-1,,,,,,5\n"
        "FULL,Full,9.99,1.2345,F-1,B,Acme,kg,=text,2.5,3\n"
        "BARE,Bare,,,B-1,,,,,1,\n",
    )
    after = await everything(importer)
    assert len(after["products"]) == 4
    codes = await importer.kind("barcodes", "sku,barcode,factor\nBARE,B-6,6\n")
    revert = await taken_back(shop, codes.action_id)
    assert await everything(importer) == after

    revert = await taken_back(shop, outcome.action_id)
    reverted = await everything(importer)
    assert reverted["products"].pop("FULL")["archived"], "it has a history"
    assert reverted["products"] == before["products"]
    assert [row for row in reverted["codes"] if row[1] == "OLD"] == before["codes"], "in their order, with their packs"
    assert (reverted["levels"], reverted["points"]) == (before["levels"], {("FULL", "MAIN"): Decimal("2.5")})

    again = await taken_back(shop, revert)
    now = await everything(importer)
    assert now["products"] == after["products"]
    assert (now["levels"], now["points"]) == (after["levels"], after["points"])
    assert sorted(now["codes"]) == sorted(after["codes"])

    third = await taken_back(shop, again)
    assert (await everything(importer))["products"].keys() == {"OLD", "GONE", "FULL"}
    await taken_back(shop, third)
    assert (await everything(importer))["products"] == after["products"]
    await importer.assert_books_are_right()


async def test_what_was_taken_back_however_often_keeps_nothing(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("A", price=Decimal(1))
    first = await importer.products("sku,price\nA,2\n")
    last = (await importer.products("sku,price\nA,3\n")).action_id
    for _ in range(3):
        last = await taken_back(shop, last)
    assert (await importer.catalogue())["A"]["price"] == 2

    revert = await taken_back(shop, first.action_id)
    assert (await importer.catalogue())["A"]["price"] == 1
    again = await taken_back(shop, revert)
    await taken_back(shop, last)
    assert (await importer.catalogue())["A"]["price"] == 3
    await shop.do(Undo(of=again))
    assert (await importer.catalogue())["A"]["price"] == 3, "the second import stands again"


async def test_an_import_that_was_taken_back_however_often_may_be_done_again(
    database: Database, tmp_path: Path
) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("A")
    last = (await importer.stock("sku,quantity\nA,3\n")).action_id
    for is_reverted in (True, False, True, False, True):
        last = await taken_back(shop, last)
        async with database.read() as session:
            run = await import_run(session, 1)
        assert run is not None
        assert run.is_reverted is is_reverted
    assert (await importer.stock("sku,quantity\nA,3\n")).outcome == "committed"
    last = await taken_back(shop, last)
    assert (await importer.stock("sku,quantity\nA,3\n")).outcome == "refused"


async def test_what_was_made_again_and_used_is_not_deleted(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    outcome = await importer.products("sku,name\nA,Mug\nB,Cup\n")
    again = await taken_back(shop, await taken_back(shop, outcome.action_id))
    await importer.stock("sku,quantity\nB,3\n")
    refused = await shop.refused(Undo(of=again), "in_use")
    assert refused.message.startswith("B is used since")
    assert (await importer.catalogue()).keys() == {"A", "B"}


async def test_who_changed_it_since_is_told(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("A", price=Decimal(1), barcodes=("A-1",))
    for text_, change in (
        ("sku,price\nA,2\n", {"price": "3"}),
        ("sku,barcode\nA,A-2\n", {"barcodes": ("A-9",)}),
        ("sku,barcode\nA,A-3\n", {"barcodes": ("A-3", "A-4")}),
    ):
        revert = await taken_back(shop, (await importer.products(text_)).action_id)
        await shop.done(EditProduct(sku="A", changes=change))
        refused = await shop.refused(Undo(of=revert), "later_changes")
        assert refused.message.startswith("Mira Kowalski changed the")
        assert refused.details == {"sku": "A"}


async def test_a_revert_tells_how_far_it_is(database: Database, tmp_path: Path) -> None:
    importer = Importer(database, tmp_path)
    await importer.products("sku,name\nA,Mug\nB,Cup\n")
    outcome = await importer.products("sku,name\nA,Tray\nB,Bowl\nC,Pan\n")
    told: list[Progress] = []
    done = await perform(database, Undo(of=outcome.action_id), context=MIRA, report=told.append)
    assert isinstance(done, Committed)
    messages = [one.message for one in told if one.total]
    assert messages.count("Putting back 2 products") > 2
    assert "Deleting what was created" in messages
    assert all(one.done <= one.total for one in told)


async def test_a_revert_has_no_limit_for_its_statements(postgresql_stockroom_url: str, tmp_path: Path) -> None:
    """The limit of a user's ordinary statements would end the revert of a large import."""
    config = replace(DatabaseConfig.from_url(postgresql_stockroom_url), statement_timeout=2.0)
    database = Database.open(config)
    try:
        outcome = await Importer(database, tmp_path).products("sku,name\nA,Mug\n")
        async with database.writing_connection() as connection, connection.begin():
            for statement in (
                "CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS"
                " 'BEGIN PERFORM pg_sleep(2.5); RETURN OLD; END'",
                "CREATE TRIGGER slowly BEFORE DELETE ON product FOR EACH ROW EXECUTE FUNCTION slowly()",
            ):
                await connection.execute(text(statement))
        await Shop(database).done(Undo(of=outcome.action_id))
    finally:
        await database.close()


async def test_stock_that_went_on_is_not_taken_back_twice(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("A")
    await shop.product("B", tracking=Tracking.SERIAL)
    outcome = await importer.stock("sku,location,quantity,serial\nA,MAIN,5,\nA,SHOP,2,\nB,MAIN,1,S1\n")
    revert = await taken_back(shop, outcome.action_id)
    assert await shop.level("A") == (0, 0)
    await importer.stock("sku,location,quantity,serial\nB,SHOP,1,S1\n")
    refused = await shop.refused(Undo(of=revert), "later_moves")
    assert "S1 of B is in stock again" in refused.message
    await shop.done(AdjustStock(sku="B", location="SHOP", quantity=Decimal(-1), reason="LOSS", serial="S1"))

    again = await taken_back(shop, revert)
    assert (await shop.level("A"), await shop.level("A", "SHOP"), await shop.level("B")) == ((5, 0), (2, 0), (1, 0))
    await shop.done(AdjustStock(sku="A", location="SHOP", quantity=Decimal(-1), reason="LOSS"))
    refused = await shop.refused(Undo(of=again), "later_moves")
    assert refused.message.endswith("Only 1 of 2 available at SHOP: A.")
    await importer.assert_books_are_right()


async def test_parties_and_places_there_and_back_again(database: Database, tmp_path: Path) -> None:
    importer, shop, step = Importer(database, tmp_path), Shop(database), UUID(int=0)
    for kind, text_, look in (
        ("suppliers", "code,name,note\n1,Acme,x\n2,Berger,\n", importer.parties),
        ("locations", "path,name\nShop/Back/Shelf,Shelf\nMAIN/A,A\n", importer.locations),
    ):
        before = await look()
        outcome = await importer.kind(kind, text_)
        after = await look()
        step = outcome.action_id
        for wanted in (before, after, before, after):
            step = await taken_back(shop, step)
            assert await look() == wanted
    await shop.product("A")
    await importer.stock("sku,quantity,location\nA,1,Shop/Back/Shelf\n")
    refused = await shop.refused(Undo(of=step), "in_use")
    assert refused.message == "Some of the locations are used since."
