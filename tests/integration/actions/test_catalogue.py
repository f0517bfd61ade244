"""Products and locations: made, changed by two people, archived, and taken back."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from inventory_app.actions.action import Action
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Conflict
from inventory_app.actions.transfer_stock import TransferLine, TransferStock
from inventory_app.actions.undo import Undo
from tests.support.shop import JONAS, Shop


async def test_a_sku_is_there_once_and_keeps_its_form(shop: Shop) -> None:
    await shop.product("00417", name="Mug")
    await shop.product("417")
    await shop.product("mug-a")
    await shop.product("MUG-A")
    await shop.refused(CreateProduct(sku="00417", name="Again"), "sku_exists")


async def test_a_barcode_belongs_to_one_product(shop: Shop) -> None:
    await shop.product("A", barcodes=("4006381333931",))
    refused = await shop.refused(CreateProduct(sku="B", name="B", barcodes=("4006381333931",)), "barcode_duplicate")
    assert "A" in refused.message
    await shop.product("B")
    await shop.refused(EditProduct(sku="B", changes={"barcodes": ["4006381333931"]}), "barcode_duplicate")
    await shop.done(EditProduct(sku="A", changes={"barcodes": []}))
    await shop.done(EditProduct(sku="B", changes={"barcodes": ["4006381333931"]}))


async def test_a_conflict_tells_who_when_and_from_what_to_what(shop: Shop) -> None:
    await shop.product("A", price=Decimal("24"), category="Trays")
    await shop.done(EditProduct(sku="A", changes={"price": "25"}), JONAS)
    mine = EditProduct(
        sku="A", changes={"price": "23", "name": "Oak"}, expected={"price": "24.00", "name": "Product A"}
    )
    outcome = await shop.do(mine)
    assert isinstance(outcome, Conflict)
    (difference,) = outcome.differences
    assert (difference.field, difference.expected, difference.current, difference.wanted) == (
        "price",
        "24",
        "25",
        "23",
    )
    assert difference.changed_by == "Jonas Weber"
    assert difference.changed_at is not None
    # Keeping mine is asking again with what was shown; taking theirs leaves the field out.
    await shop.done(EditProduct(sku="A", changes={"price": "23"}, expected={"price": "25"}))


async def test_the_same_change_by_two_people_is_no_conflict(shop: Shop) -> None:
    await shop.product("A", price=Decimal(24))
    change = {"price": "25"}
    await shop.done(EditProduct(sku="A", changes=change, expected={"price": "24"}), JONAS)
    again = await shop.done(EditProduct(sku="A", changes=change, expected={"price": "24"}))
    assert again.result["changed"] == []


async def test_a_value_that_somebody_took_away_is_a_conflict_also_where_it_is_not_set(shop: Shop) -> None:
    await shop.product("A", price=Decimal(5))
    await shop.done(EditProduct(sku="A", changes={"price": None}), JONAS)
    outcome = await shop.do(EditProduct(sku="A", changes={"name": "x"}, expected={"price": "5"}))
    assert isinstance(outcome, Conflict)
    (difference,) = outcome.differences
    assert (difference.field, difference.expected, difference.current, difference.wanted) == ("price", "5", None, None)
    await shop.done(EditProduct(sku="A", changes={"name": "x", "price": None}, expected={"price": "5"}))


async def test_without_expected_the_last_one_wins(shop: Shop) -> None:
    await shop.product("A", price=Decimal(24))
    for price in ("25", "26"):
        await shop.done(EditProduct(sku="A", changes={"price": price}))


async def test_undo_of_an_edit_is_refused_when_somebody_changed_it_since(shop: Shop) -> None:
    await shop.product("A", price=Decimal(24))
    edited = await shop.done(EditProduct(sku="A", changes={"price": "25", "category": "X", "barcodes": ["1"]}))
    later = await shop.done(EditProduct(sku="A", changes={"price": "26"}), JONAS)
    refused = await shop.refused(Undo(of=edited.action_id), "later_changes")
    assert "Jonas Weber" in refused.message
    await shop.done(Undo(of=later.action_id))
    await shop.done(Undo(of=edited.action_id))
    # What is expected now is what was there before the edit.
    await shop.done(EditProduct(sku="A", changes={"price": "1"}, expected={"price": "24", "barcodes": []}))


async def test_archive_all_or_none_and_again(shop: Shop) -> None:
    for sku in "AB":
        await shop.product(sku)
    await shop.refused(ArchiveProducts(skus=("A", "NO")), "sku_unknown")
    first = await shop.done(ArchiveProducts(skus=("A",)))
    assert first.result == {"archived": 1, "unchanged": 0}
    both = await shop.done(ArchiveProducts(skus=("A", "B", "B")))
    assert both.result == {"archived": 1, "unchanged": 1}
    await shop.done(Undo(of=both.action_id))
    active = EditProduct(sku="B", changes={"name": "B"}, expected={"archived": False})
    await shop.done(active)


async def test_undo_of_a_creation(shop: Shop) -> None:
    unused = await shop.product("A", barcodes=("1",))
    await shop.done(Undo(of=unused.action_id))
    used = await shop.product("A", "1", barcodes=("1",))
    await shop.refused(Undo(of=used.action_id), "in_use")
    place = await shop.done(CreateLocation(code="SHOP"))
    await shop.done(Undo(of=place.action_id))
    place = await shop.done(CreateLocation(code="SHOP"))
    await shop.done(CreateLocation(code="Room 1", parent="SHOP"))
    await shop.refused(Undo(of=place.action_id), "in_use")


async def test_locations_are_a_tree_of_codes(shop: Shop) -> None:
    await shop.done(CreateLocation(code="A"))
    made = await shop.done(CreateLocation(code="Room", parent="A"))
    assert made.result["location"] == "A/Room"
    await shop.done(CreateLocation(code="Room"))
    await shop.refused(CreateLocation(code="Room", parent="A"), "location_exists")
    await shop.refused(CreateLocation(code="A/B"), "code_invalid")
    await shop.refused(CreateLocation(code="X", parent="NO"), "unknown_location")


async def test_a_transfer_changes_both_places_or_none(shop: Shop) -> None:
    await shop.done(CreateLocation(code="SHOP"))
    await shop.product("A", "5")
    await shop.product("B", "1")

    def transfer(*lines: tuple[str, str], target: str = "SHOP") -> TransferStock:
        asked = tuple(TransferLine(sku, Decimal(quantity)) for sku, quantity in lines)
        return TransferStock(source="MAIN", target=target, lines=asked)

    await shop.refused(transfer(("A", "2"), ("B", "2")), "not_available")
    await shop.refused(transfer(("A", "1"), target="MAIN"), "same_location")
    moved = await shop.done(transfer(("A", "2"), ("A", "1"), ("B", "1")))
    assert [(await shop.level("A", place))[0] for place in ("MAIN", "SHOP")] == [2, 3]
    await shop.done(Undo(of=moved.action_id))
    assert [(await shop.level("A", place))[0] for place in ("MAIN", "SHOP")] == [5, 0]
    await shop.levels_and_ledger_agree()


async def test_a_serial_is_one_piece_in_one_place(shop: Shop) -> None:
    await shop.done(CreateLocation(code="SHOP"))
    await shop.product("A")

    def adjust(quantity: str, place: str = "MAIN") -> AdjustStock:
        return AdjustStock(sku="A", location=place, quantity=Decimal(quantity), reason="FOUND", serial="S1")

    await shop.refused(adjust("2"), "serial_quantity")
    found = await shop.done(adjust("1"))
    assert found.notes
    await shop.refused(adjust("1"), "serial_quantity")
    await shop.refused(adjust("1", "SHOP"), "serial_duplicate")
    line = (TransferLine("A", Decimal(1), serial="S1"),)
    await shop.done(TransferStock(source="MAIN", target="SHOP", lines=line))
    await shop.refused(Undo(of=found.action_id), "later_moves")
    assert (await shop.level("A", "SHOP"))[0] == 1
    await shop.levels_and_ledger_agree()


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (CreateProduct(sku="", name="x"), "sku_missing"),
        (CreateProduct(sku="\u00a0", name="x"), "sku_missing"),
        (CreateProduct(sku="x", name=" "), "name_missing"),
        (CreateProduct(sku="x" * 201, name="x"), "too_long"),
        (CreateProduct(sku="x\0", name="x"), "text_invalid"),
        (CreateProduct(sku="x", name="x", price=Decimal("-1")), "amount_negative"),
        (CreateProduct(sku="x", name="x", price=Decimal("0.00001")), "amount_invalid"),
        (CreateProduct(sku="x", name="x", price=Decimal("9e14")), "amount_invalid"),
        (CreateProduct(sku="x", name="x", price=Decimal("NaN")), "amount_invalid"),
        (EditProduct(sku="NO", changes={"name": "x"}), "sku_unknown"),
        (EditProduct(sku="A", changes={}), "nothing_to_set"),
        (EditProduct(sku="A", changes={"colour": "x"}), "field_unknown"),
        (EditProduct(sku="A", changes={"price": "1,5"}), "amount_invalid"),
        (AdjustStock(sku="A", location="MAIN", quantity=Decimal(0), reason="FOUND"), "quantity_invalid"),
        (AdjustStock(sku="A", location="MAIN", quantity=Decimal(1), reason="SALE"), "reason_unknown"),
        (AdjustStock(sku="A", location="MAIN", quantity=Decimal(-1), reason="LOSS", lot="L"), "lot_unknown"),
        (Undo(of=uuid4()), "action_unknown"),
    ],
)
async def test_bad_input_is_refused_inside_the_transaction(shop: Shop, action: Action, code: str) -> None:
    await shop.product("A")
    await shop.refused(action, code)
