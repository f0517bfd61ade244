"""Products and places that an undo removes, brings back, or cannot bring back: told as what it is, on both engines."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from sqlalchemy import delete, event, select

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Committed, Conflict, Topic
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import Location, Party, Product, ProductBarcode
from tests.support.shop import JONAS, Shop


def found(serial: str = "", lot: str = "", quantity: int = 1) -> AdjustStock:
    return AdjustStock(sku="A", location="MAIN", quantity=Decimal(quantity), reason="FOUND", serial=serial, lot=lot)


async def undo(shop: Shop, of: Committed | UUID) -> Committed:
    return await shop.done(Undo(of=of if isinstance(of, UUID) else of.action_id))


async def tracking(shop: Shop) -> str | None:
    async with shop.database.read() as session:
        return await session.scalar(select(Product.tracking).where(Product.sku == "A"))


async def test_the_undo_of_a_creation_can_be_undone_again_and_again(shop: Shop) -> None:
    made = await shop.product("A", name="Tray", price=Decimal("2.5"), category="Trays", barcodes=("2", "1"))
    query = select(Product, ProductBarcode.barcode).join(ProductBarcode, ProductBarcode.product_id == Product.id)

    async def all_of_it() -> list[tuple[object, ...]]:
        async with shop.database.read() as session:
            rows = await session.execute(query.order_by(ProductBarcode.id))
            return [(p.id, p.name, p.price, p.category_id, p.action_id, barcode) for p, barcode in rows]

    before = await all_of_it()
    last = made
    for _ in range(2):
        last = await undo(shop, last)
        assert await all_of_it() == []
        last = await undo(shop, last)
        assert await all_of_it() == before
    await shop.done(EditProduct(sku="A", changes={"name": "Tray, large"}))
    await shop.refused(Undo(of=last.action_id), "later_changes")


async def test_the_undo_of_a_new_place_can_be_undone_again_and_again(shop: Shop) -> None:
    last = await shop.done(CreateLocation(code="SHOP"))
    for there in (False, True, False, True):
        last = await undo(shop, last)
        async with shop.database.read() as session:
            assert (await session.scalar(select(Location.id).where(Location.path == "SHOP")) is not None) == there
    await shop.done(CreateLocation(code="Room", parent="SHOP"))
    await shop.refused(Undo(of=last.action_id), "in_use")


async def test_a_product_is_not_made_again_when_its_sku_or_barcode_is_taken(shop: Shop) -> None:
    removed = await undo(shop, await shop.product("A", barcodes=("1",)))
    other = await shop.product("A", name="Another")
    refused = await shop.refused(Undo(of=removed.action_id), "later_changes")
    assert refused.message == "A is the sku of another product by now: Another. Change it by hand."
    await undo(shop, other)
    other = await shop.product("B", barcodes=("1",))
    refused = await shop.refused(Undo(of=removed.action_id), "later_changes")
    assert refused.message == "Barcode 1 belongs to B by now; change it by hand."
    await undo(shop, other)
    await undo(shop, removed)


async def test_a_sku_that_somebody_else_has_by_now_does_not_come_back(shop: Shop) -> None:
    await shop.product("E")
    renamed = await shop.done(EditProduct(sku="E", changes={"sku": "E2"}))
    other = await shop.product("E", name="New one")
    refused = await shop.refused(Undo(of=renamed.action_id), "later_changes")
    assert refused.message == "E is the sku of another product by now: New one. Change it by hand."
    assert dict(refused.details) == {"sku": "E"}
    await undo(shop, other)
    await undo(shop, renamed)


async def test_a_supplier_that_was_removed_does_not_come_back(shop: Shop) -> None:
    await shop.product("A", supplier="Acme")
    edited = await shop.done(EditProduct(sku="A", changes={"supplier": ""}))
    async with shop.database.writing_connection() as connection, connection.begin():
        await connection.execute(delete(Party).where(Party.name == "Acme"))
    refused = await shop.refused(Undo(of=edited.action_id), "later_changes")
    assert refused.message == "The supplier that the product had was removed since; change it by hand."


async def test_a_place_whose_path_is_taken_does_not_come_back(shop: Shop) -> None:
    removed = await undo(shop, await shop.done(CreateLocation(code="SHOP")))
    await shop.done(CreateLocation(code="SHOP"))
    refused = await shop.refused(Undo(of=removed.action_id), "later_changes")
    assert "by now" in refused.message


async def test_raised_tracking_is_written_down_and_taken_back(shop: Shop) -> None:
    await shop.product("A")
    raised = await shop.done(found(serial="1"), JONAS)
    assert raised.topics == {Topic.STOCK, Topic.PRODUCTS}
    outcome = await shop.do(EditProduct(sku="A", changes={"name": "x"}, expected={"tracking": "none"}))
    assert isinstance(outcome, Conflict)
    assert outcome.differences[0].changed_by == "Jonas Weber"
    assert outcome.differences[0].changed_at is not None
    undone = await undo(shop, raised)
    assert await tracking(shop) == "none"
    again = await undo(shop, undone)
    assert await tracking(shop) == "serial"
    await undo(shop, again)
    assert (await shop.done(found(serial="1"))).notes == ("A is tracked by serial from now on.",)
    await shop.levels_and_ledger_agree()


async def test_tracking_stays_where_other_pieces_need_it(shop: Shop) -> None:
    await shop.product("A")
    first = await shop.done(found(lot="L1", quantity=5))
    second = await shop.done(found(serial="1"))
    await undo(shop, first)
    assert await tracking(shop) == "serial"
    third = await shop.done(found(serial="2"))
    undone = await undo(shop, second)
    assert await tracking(shop) == "serial"
    await undo(shop, undone)
    await undo(shop, third)
    assert await tracking(shop) == "serial"
    assert await shop.level("A") == (1, 0)
    await shop.levels_and_ledger_agree()


async def test_an_unknown_action_is_still_told_as_that(shop: Shop) -> None:
    of = CreateProduct(sku="A", name="A").action_id
    refused = await shop.refused(Undo(of=of), "action_unknown")
    assert str(of) in refused.message


async def test_an_undo_finds_what_was_created_by_its_key(shop: Shop) -> None:
    """Without reading all products and places, since their actions have no index."""
    made = [await shop.product("A"), await shop.done(CreateLocation(code="SHOP"))]
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(" ".join(statement.split()))

    adjusted = await shop.done(found())
    event.listen(shop.database.engine.sync_engine, "before_cursor_execute", note)
    for one in (adjusted, *made[1:]):
        await undo(shop, one)
    event.remove(shop.database.engine.sync_engine, "before_cursor_execute", note)
    by_action = [one for one in asked if "product.action_id =" in one or "location.action_id =" in one]
    assert by_action
    assert all("product.sku =" in one or "location.path =" in one for one in by_action)


async def test_what_was_renamed_since_is_told_so(shop: Shop) -> None:
    made = await shop.product("A")
    await shop.done(EditProduct(sku="A", changes={"sku": "B"}))
    await shop.refused(Undo(of=made.action_id), "later_changes")
