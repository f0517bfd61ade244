"""A product's barcodes in their order, what a pack's counts, and how an undo brings them back."""

from __future__ import annotations

from sqlalchemy import select

from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Committed
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import Product, ProductBarcode
from tests.support.shop import Shop


async def barcodes(shop: Shop, sku: str = "A") -> list[tuple[str, int]]:
    """With their factors, the first one first."""
    query = select(ProductBarcode).join(Product, Product.id == ProductBarcode.product_id).where(Product.sku == sku)
    async with shop.database.read() as session:
        rows = await session.scalars(query.order_by(ProductBarcode.id))
        return [(row.barcode, int(row.factor)) for row in rows]


async def edit(shop: Shop, *codes: str) -> Committed:
    return await shop.done(EditProduct(sku="A", changes={"barcodes": list(codes)}))


async def test_barcodes_stand_in_the_order_that_was_set(shop: Shop) -> None:
    await shop.product("A", barcodes=("1",))
    edited = await edit(shop, "2", "1")
    assert await barcodes(shop) == [("2", 1), ("1", 1)]
    undone = await shop.done(Undo(of=edited.action_id))
    assert await barcodes(shop) == [("1", 1)]
    await shop.done(Undo(of=undone.action_id))
    assert await barcodes(shop) == [("2", 1), ("1", 1)]
    await edit(shop, "2", "1", "3", "3")
    assert (await edit(shop, "2", "1", "3")).result["changed"] == []
    await edit(shop, "3", "1", "2")
    assert await barcodes(shop) == [("3", 1), ("1", 1), ("2", 1)]


async def test_an_undo_that_took_the_first_barcode_away_can_be_undone(shop: Shop) -> None:
    await shop.product("A", barcodes=("1", "2"))
    taken = await edit(shop, "2")
    back = await shop.done(Undo(of=taken.action_id))
    assert await barcodes(shop) == [("1", 1), ("2", 1)]
    again = await shop.done(Undo(of=back.action_id))
    assert await barcodes(shop) == [("2", 1)]
    await shop.done(Undo(of=again.action_id))
    assert await barcodes(shop) == [("1", 1), ("2", 1)]


async def test_a_pack_comes_back_with_what_it_counts(shop: Shop) -> None:
    await shop.product("A", barcodes=("1",))
    await shop.pack("A", "PACK12", "12")
    turned = await edit(shop, "PACK12", "1")
    assert await barcodes(shop) == [("PACK12", 12), ("1", 1)]
    taken = await edit(shop, "1")
    back = await shop.done(Undo(of=taken.action_id))
    assert await barcodes(shop) == [("PACK12", 12), ("1", 1)]
    again = await shop.done(Undo(of=back.action_id))
    assert await barcodes(shop) == [("1", 1)]
    await shop.done(Undo(of=again.action_id))
    await shop.done(Undo(of=turned.action_id))
    assert await barcodes(shop) == [("1", 1), ("PACK12", 12)]


async def test_a_pack_that_is_given_to_another_product_and_back(shop: Shop) -> None:
    await shop.product("A", barcodes=("1",))
    await shop.product("B")
    await shop.pack("A", "PACK12", "12")
    taken = await edit(shop, "1")
    given = await shop.done(EditProduct(sku="B", changes={"barcodes": ["PACK12"]}))
    refused = await shop.refused(Undo(of=taken.action_id), "later_changes")
    assert refused.message == "Barcode PACK12 belongs to B by now; change it by hand."
    await shop.done(Undo(of=given.action_id))
    await shop.done(Undo(of=taken.action_id))
    assert await barcodes(shop) == [("1", 1), ("PACK12", 12)]
