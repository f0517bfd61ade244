"""Barcodes, SKUs and numbers that are somebody else's by the time that an import is taken back, or that undone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import text

from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Committed
from inventory_app.actions.undo import Undo
from inventory_app.database.database import Database
from tests.support.imports import Importer, brief
from tests.support.shop import JONAS, Shop


async def taken_back(shop: Shop, action_id: UUID) -> Committed:
    return await shop.done(Undo(of=action_id))


def told(done: Committed) -> tuple[Any, Any, list[tuple[Any, Any, Any]]]:
    rows: Any = done.result["kept_rows"]
    return done.result["reverted"], done.result["kept"], [(row["sku"], row["by"], row["action_id"]) for row in rows]


async def codes(importer: Importer) -> dict[str, list[str]]:
    return {sku: one["barcodes"] for sku, one in (await importer.catalogue()).items()}


async def test_a_former_barcode_that_another_product_has_keeps_its_product(importer: Importer, shop: Shop) -> None:
    for sku in "ABCD":
        await shop.product(sku, barcodes=(f"{sku}-1",), price=Decimal(1))
    outcome = await importer.products("sku,barcode,price\nA,A-2,2\nB,B-2,2\nC,C-2,2\n")
    given = await shop.done(EditProduct(sku="D", changes={"barcodes": ("D-1", "A-1")}), JONAS)
    made = await shop.done(EditProduct(sku="D", changes={"price": "7"}))
    new = await shop.product("E", barcodes=("C-1",))
    done = await taken_back(shop, outcome.action_id)
    assert told(done) == (
        1, 2, [("A", "Jonas Weber", str(given.action_id)), ("C", "Mira Kowalski", str(new.action_id))]
    )  # fmt: skip
    assert made
    assert await codes(importer) == {
        "A": ["A-2"], "B": ["B-1"], "C": ["C-2"], "D": ["D-1", "A-1"], "E": ["C-1"],
    }  # fmt: skip
    assert {sku: one["price"] for sku, one in (await importer.catalogue()).items()}["B"] == 1
    await importer.assert_books_are_right()


async def test_barcodes_that_went_round_in_one_file_go_back(importer: Importer, shop: Shop) -> None:
    for sku in "ABC":
        await shop.product(sku, barcodes=(f"{sku}-1",))
    before = await codes(importer)
    outcome = await importer.products("sku,barcode\nA,X\nB,A-1\nC,B-1\n")
    assert brief(outcome) == ("committed", 0, 3, 0, {})
    after = await codes(importer)
    done = await taken_back(shop, outcome.action_id)
    assert told(done) == (3, 0, [])
    assert await codes(importer) == before
    again = await taken_back(shop, done.action_id)
    assert await codes(importer) == after
    await taken_back(shop, again.action_id)
    assert await codes(importer) == before


async def test_one_that_stays_keeps_those_that_wait_for_its_barcode(importer: Importer, shop: Shop) -> None:
    for sku in "ABC":
        await shop.product(sku, barcodes=(f"{sku}-1",))
    outcome = await importer.products("sku,barcode\nA,X\nB,A-1\nC,B-1\n")
    await shop.done(EditProduct(sku="C", changes={"name": "Touched"}), JONAS)
    done = await taken_back(shop, outcome.action_id)
    assert told(done)[:2] == (0, 3)
    assert await codes(importer) == {"A": ["X"], "B": ["A-1"], "C": ["B-1"]}


async def test_a_barcode_that_went_to_a_new_product_comes_back(importer: Importer, shop: Shop) -> None:
    await shop.product("OLD", barcodes=("O-1",))
    outcome = await importer.products("sku,name,barcode\nOLD,Old,O-2\nGONE,Gone,O-1\nSOLD,Sold,S-1\n")
    assert brief(outcome)[:3] == ("committed", 2, 1)
    after = await codes(importer)
    done = await taken_back(shop, outcome.action_id)
    assert await codes(importer) == {"OLD": ["O-1"]}
    again = await taken_back(shop, done.action_id)
    assert await codes(importer) == after
    third = await taken_back(shop, again.action_id)
    assert await codes(importer) == {"OLD": ["O-1"]}
    await taken_back(shop, third.action_id)
    assert await codes(importer) == after


async def test_an_undo_says_which_sku_or_barcode_is_taken(importer: Importer, shop: Shop) -> None:
    await shop.product("A", barcodes=("A-1",))
    changed = await taken_back(shop, (await importer.products("sku,barcode\nA,A-2\n")).action_id)
    made = await taken_back(shop, (await importer.products("sku,name,barcode\nB,Cup,B-1\n")).action_id)
    other = await shop.product("Z", barcodes=("A-2",))
    refused = await shop.refused(Undo(of=changed.action_id), "later_changes")
    assert refused.message == "Barcode A-2 belongs to Z by now; change it by hand."
    await taken_back(shop, other.action_id)
    await taken_back(shop, changed.action_id)
    coded = await shop.product("Y", barcodes=("B-1",))
    assert (await shop.refused(Undo(of=made.action_id), "later_changes")).details == {"barcode": "B-1", "sku": "Y"}
    await taken_back(shop, coded.action_id)
    same = await shop.product("B")
    refused = await shop.refused(Undo(of=made.action_id), "later_changes")
    assert refused.message == "B is the sku of another product by now: Product B. Change it by hand."
    await taken_back(shop, same.action_id)
    await taken_back(shop, made.action_id)
    assert await codes(importer) == {"A": ["A-2"], "B": ["B-1"]}


async def test_an_undo_of_an_edit_says_so_too(importer: Importer, shop: Shop) -> None:
    await shop.product("A", barcodes=("A-1",))
    edit = await shop.done(EditProduct(sku="A", changes={"barcodes": ("A-2",)}))
    await shop.product("B", barcodes=("A-1",))
    refused = await shop.refused(Undo(of=edit.action_id), "later_changes")
    assert "A-1 belongs to B" in refused.message
    assert (await codes(importer))["A"] == ["A-2"]


async def test_what_a_revert_archives_lets_its_barcodes_go(importer: Importer, shop: Shop) -> None:
    outcome = await importer.products("sku,name,barcode,quantity\nWRONG,Mug,M-1,5\nPLAIN,Cup,,2\n")
    await shop.pack("WRONG", "M-12", "12")
    done = await taken_back(shop, outcome.action_id)
    found = await importer.catalogue()
    assert {sku: (one["archived"], one["barcodes"]) for sku, one in found.items()} == {
        "WRONG": (True, []), "PLAIN": (True, []),
    }  # fmt: skip
    corrected = await importer.products("sku,name,barcode,quantity\nRIGHT,Mug,M-1,5\n")
    assert brief(corrected) == ("committed", 1, 0, 0, {})
    refused = await shop.refused(Undo(of=done.action_id), "later_changes")
    assert "M-1 belongs to RIGHT" in refused.message
    await shop.done(EditProduct(sku="RIGHT", changes={"barcodes": ()}))
    again = await taken_back(shop, done.action_id)
    found = await importer.catalogue()
    assert (found["WRONG"]["archived"], found["WRONG"]["barcodes"]) == (False, ["M-1", "M-12"])
    async with importer.database.read() as session:
        query = text("SELECT factor FROM product_barcode WHERE barcode = 'M-12'")
        assert await session.scalar(query) == 12_000_000
    await taken_back(shop, again.action_id)
    assert (await importer.catalogue())["WRONG"]["barcodes"] == []
    await importer.assert_books_are_right()


async def test_a_product_that_was_archived_already_keeps_its_barcodes(importer: Importer, shop: Shop) -> None:
    """The revert changes nothing of it that it would have to write down."""
    outcome = await importer.products("sku,name,barcode,quantity\nA,Mug,M-1,5\n")
    archived = await shop.done(ArchiveProducts(skus=("A",)))
    done = await taken_back(shop, outcome.action_id)
    assert told(done)[1] == 1
    assert await codes(importer) == {"A": ["M-1"]}
    assert archived


async def _as_sqlite_did(database: Database, number: int) -> None:
    """Let the next product have a number that a deleted one had."""
    async with database.writing_connection() as connection, connection.begin():
        if database.dialect.name == "sqlite":
            await connection.execute(
                text("UPDATE sqlite_sequence SET seq = :n WHERE name = 'product'"), {"n": number - 1}
            )
        else:
            await connection.execute(text("SELECT setval('product_id_seq', :n, false)"), {"n": number})


async def test_a_number_that_was_given_twice_long_ago_misleads_no_undo(importer: Importer, shop: Shop) -> None:
    """Databases have such records from before; each engine is told here to do it once more."""
    database = importer.database
    made = await importer.products("sku,name,price\nA,Mug,5\n")
    priced = await importer.products("sku,price\nA,6\n")
    async with database.read() as session:
        number = int(await session.scalar(text("SELECT id FROM product")) or 0)
    cheap = await taken_back(shop, priced.action_id)
    gone = await taken_back(shop, made.action_id)
    await _as_sqlite_did(database, number)
    await shop.product("Z", price=Decimal(5))
    async with database.read() as session:
        assert await session.scalar(text("SELECT id FROM product")) == number
    refused = await shop.refused(Undo(of=cheap.action_id), "later_changes")
    assert refused.message == "The product was removed since."
    refused = await shop.refused(Undo(of=gone.action_id), "later_changes")
    assert refused.message == "A cannot come back: Z has its number."
    assert (await importer.catalogue())["Z"]["price"] == 5
