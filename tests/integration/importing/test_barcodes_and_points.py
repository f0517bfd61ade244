"""Barcodes and reorder points in files of their own: every one that a product has, and the way back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select

from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import Product, ProductBarcode
from inventory_app.domain.stock import LocationKind
from inventory_app.importing.options import InFileDuplicates, Missing, Mode, OnExisting
from tests.support.imports import brief, first_reasons
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer

SKIP = Mode.SKIP


async def codes(importer: Importer) -> dict[str, list[tuple[str, Decimal]]]:
    query = select(Product.sku, ProductBarcode.barcode, ProductBarcode.factor).join(Product)
    found: dict[str, list[tuple[str, Decimal]]] = {}
    async with importer.database.read() as session:
        for sku, barcode, factor in await session.execute(query.order_by(Product.sku, ProductBarcode.id)):
            found.setdefault(sku, []).append((barcode, factor))
    return found


async def test_barcodes_come_behind_those_that_are_there(importer: Importer, shop: Shop) -> None:
    await shop.product("A", barcodes=("A-1",))
    await shop.product("B")
    text = "sku,barcode,factor\nA,A-2,12\nB,B-2,\nB,B-1,0.5\nA,A-1,\n"
    outcome = await importer.kind("barcodes", text)
    assert brief(outcome) == ("committed", 3, 0, 1, {})
    now = {
        "A": [("A-1", Decimal(1)), ("A-2", Decimal(12))],
        "B": [("B-2", Decimal(1)), ("B-1", Decimal("0.5"))],
    }
    assert await codes(importer) == now
    assert brief(await importer.kind("barcodes", text)) == ("committed", 0, 0, 4, {})

    taken = await shop.done(Undo(of=outcome.action_id))
    assert await codes(importer) == {"A": [("A-1", Decimal(1))]}
    await shop.done(Undo(of=taken.action_id))
    assert await codes(importer) == now, "with the pieces of each pack"


async def test_each_barcode_is_one_products(importer: Importer, shop: Shop) -> None:
    await shop.product("A", barcodes=("A-1",))
    await shop.product("B")
    outcome = await importer.kind(
        "barcodes",
        "sku,barcode,factor\n"
        "B,A-1,\n"  # belongs to A
        "C,C-1,\n"  # nobody
        "B,X,0\n"  # no pack; and so it claims nothing
        "A,X,\n"
        "B,X,\n"  # belongs to A by the row before
        "A,X,6\n"  # the same again, with another factor
        ",Y,\n"
        "A,,\n"
        "B,Z,-1\n",
        mode=SKIP,
    )
    assert first_reasons(outcome) == {
        1: "barcode_duplicate",
        2: "sku_unknown",
        3: "factor_invalid",
        5: "barcode_duplicate",
        7: "sku_missing",
        8: "barcode_missing",
        9: "factor_invalid",
    }
    assert dict(outcome.counts.warnings_by_reason) == {"conflicting_duplicate": 1}
    assert (outcome.counts.created, outcome.counts.unchanged) == (1, 1)
    assert await codes(importer) == {"A": [("A-1", Decimal(1)), ("X", Decimal(1))]}


async def test_what_becomes_of_known_barcodes(importer: Importer, shop: Shop) -> None:
    await shop.product("A", barcodes=("A-1", "A-2"))
    text = "sku,barcode,factor\nA,A-1,12\nA,A-2,\n"
    refused = await importer.kind("barcodes", text, on_existing=OnExisting.REJECT, mode=SKIP)
    assert dict(refused.counts.rejected_by_reason) == {"barcode_exists": 2}
    assert brief(await importer.kind("barcodes", text, on_existing=OnExisting.SKIP))[1:4] == (0, 0, 2)
    changed = await importer.kind("barcodes", text)
    assert brief(changed)[1:4] == (0, 1, 1)
    assert await codes(importer) == {"A": [("A-1", Decimal(12)), ("A-2", Decimal(1))]}
    await shop.done(Undo(of=changed.action_id))
    assert await codes(importer) == {"A": [("A-1", Decimal(1)), ("A-2", Decimal(1))]}


async def test_reorder_points_at_every_place(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await shop.product("B")
    text = "sku,location,reorder_point\nA,MAIN,5\nA,SHOP/Back,2.5\nB,,3\n"
    first = await importer.kind("reorder-points", text)
    assert brief(first) == ("committed", 3, 0, 0, {})
    points = {("A", "MAIN"): Decimal(5), ("A", "SHOP/Back"): Decimal("2.5"), ("B", "MAIN"): Decimal(3)}
    assert await importer.reorder_points() == points
    assert brief(await importer.kind("reorder-points", text)) == ("committed", 0, 0, 3, {})
    second = await importer.kind("reorder-points", "sku,location,reorder_point\nA,MAIN,0\nA,SHOP/Back,9\nB,SHOP,1\n")
    assert brief(second) == ("committed", 1, 2, 0, {})

    taken = await shop.done(Undo(of=second.action_id))
    assert await importer.reorder_points() == points
    await shop.done(Undo(of=taken.action_id))
    assert await importer.reorder_points() == {
        ("A", "MAIN"): Decimal(0), ("A", "SHOP/Back"): Decimal(9), ("B", "MAIN"): Decimal(3),
        ("B", "SHOP"): Decimal(1),
    }  # fmt: skip


async def test_reorder_points_that_cannot_be(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await shop.done(CreateLocation(code="VAN", type=LocationKind.TRANSIT))
    text = "sku,location,reorder_point\nA,MAIN,\nA,MAIN,-1\nA,VAN,1\nX,MAIN,1\nA,NEW,1\nA,MAIN,7\nA,MAIN,8\nA,MAIN,x\n"
    outcome = await importer.kind("reorder-points", text, mode=SKIP, missing=Missing.REJECT)
    assert first_reasons(outcome) == {
        1: "reorder_point_invalid",
        2: "reorder_point_invalid",
        3: "unknown_location",
        4: "sku_unknown",
        5: "unknown_location",
        7: "duplicate_reorder_point",
        8: "reorder_point_invalid",
    }
    assert await importer.reorder_points() == {("A", "MAIN"): Decimal(7)}
    last = await importer.kind("reorder-points", text, mode=SKIP, in_file_duplicates=InFileDuplicates.LAST)
    assert await importer.reorder_points() == {("A", "MAIN"): Decimal(8), ("A", "NEW"): Decimal(1)}
    assert dict(last.counts.rejected_by_reason)["duplicate_reorder_point"] == 1
    text = "sku,reorder_point\nA,1\n"
    assert brief(await importer.kind("reorder-points", text, on_existing=OnExisting.SKIP))[1:4] == (0, 0, 1)
    refused = await importer.kind("reorder-points", text, on_existing=OnExisting.REJECT)
    assert (refused.outcome, dict(refused.counts.rejected_by_reason)) == ("refused", {"reorder_point_exists": 1})
