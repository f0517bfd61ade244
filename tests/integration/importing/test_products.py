"""Products from a file: created, updated, left alone or refused, the same on both engines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.create_location import CreateLocation
from inventory_app.database.tables import ChangeLog, Party, StockMove
from inventory_app.domain.stock import NegativeStock
from inventory_app.exporting.export import export
from inventory_app.exporting.request import ExportRequest
from inventory_app.importing.options import (
    BarcodeCheck,
    Blank,
    InFileDuplicates,
    Missing,
    Mode,
    NegativeQuantity,
    OnExisting,
)
from tests.support.imports import brief
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer

SKIP = Mode.SKIP


async def test_products_are_created_with_all_they_have(importer: Importer) -> None:
    outcome = await importer.products(
        "sku,name,barcode,price,cost,category,supplier,uom,description,reorder_point,quantity\n"
        "00417,Oak tray,4006381333931,12.50,7.25,Wood/Trays,Muster GmbH,pcs, spaced  text ,5,3.5\n"
        "'001,Ünï,,,,,,kg,,,\n"
    )
    assert brief(outcome) == ("committed", 2, 0, 0, {})
    found = await importer.catalogue()
    assert found["00417"] == {
        "name": "Oak tray",
        "description": " spaced  text ",
        "price": Decimal("12.5"),
        "cost": Decimal("7.25"),
        "category": "Wood/Trays",
        "supplier": "Muster GmbH",
        "uom": "pcs",
        "tracking": "none",
        "archived": False,
        "barcodes": ["4006381333931"],
    }
    assert (found["'001"]["price"], found["'001"]["uom"], found["'001"]["category"]) == (None, "kg", None)
    assert await importer.levels() == {("00417", "MAIN", "", ""): Decimal("3.5")}
    assert await importer.reorder_points() == {("00417", "MAIN"): Decimal(5)}
    async with importer.database.read() as session:
        move = (await session.scalars(select(StockMove))).one()
        assert (move.reason_code, move.value, move.action_id) == ("OPENING", Decimal("25.375"), outcome.action_id)
        assert (await session.scalars(select(Party.is_supplier))).all() == [True]


async def test_the_same_file_again_changes_nothing(importer: Importer) -> None:
    text = "sku,name,barcode,price,category,reorder_point,quantity\nA,One,X1,1.50,C,2,7\nB,Two,X2,,,,\n"
    await importer.products(text)
    again = await importer.products(text)
    assert brief(again) == ("committed", 0, 0, 2, {})
    assert dict(again.counts.warnings_by_reason) == {"opening_ignored": 1}
    async with importer.database.read() as session:
        assert (await session.scalars(select(ChangeLog))).all() == []


async def test_changes_are_written_with_what_was_before(importer: Importer) -> None:
    await importer.products("sku,name,barcode,price,category,reorder_point\nA,One,X1,1.50,C,2\nB,Two,X2,3,C,\n")
    outcome = await importer.products(
        "sku,name,barcode,price,category,reorder_point\nA,One,X9,1.75,D,4\nB,Two,X2,3,C,\n"
    )
    assert brief(outcome) == ("committed", 0, 1, 1, {})
    async with importer.database.read() as session:
        change = (await session.scalars(select(ChangeLog))).one()
    old, new = change.old_values, change.new_values
    assert sorted(new) == ["barcodes", "category_id", "price", "reorder_points"]
    assert (old["price"], new["price"]) == (15_000, 17_500)
    assert (old["barcodes"], new["barcodes"]) == (["X1"], ["X9"])
    assert ([*old["reorder_points"].values()], [*new["reorder_points"].values()]) == ([2_000_000], [4_000_000])
    assert (await importer.catalogue())["A"]["barcodes"] == ["X9"]


async def test_a_barcode_replaces_the_first_and_keeps_the_others(importer: Importer, shop: Shop) -> None:
    await shop.product("A", barcodes=("X1", "X2", "X3"))
    await importer.products("sku,barcode\nA,X2\n")
    assert (await importer.catalogue())["A"]["barcodes"] == ["X1", "X2", "X3"]
    await importer.products("sku,barcode\nA,X7\n")
    assert (await importer.catalogue())["A"]["barcodes"] == ["X7", "X2", "X3"]
    outcome = await importer.products("sku,barcode\nA,\n", blank=Blank.CLEAR)
    assert brief(outcome) == ("committed", 0, 1, 0, {})
    assert (await importer.catalogue())["A"]["barcodes"] == []


async def test_a_blank_cell_keeps_or_clears(importer: Importer) -> None:
    await importer.products(
        "sku,name,price,category,supplier,uom,description,reorder_point\nA,One,1.50,C,S,kg,text,2\n"
    )
    blank = "sku,price,category,supplier,uom,description,reorder_point\nA,,,,,,\n"
    assert brief(await importer.products(blank)) == ("committed", 0, 0, 1, {})
    assert brief(await importer.products(blank, blank=Blank.CLEAR)) == ("committed", 0, 1, 0, {})
    found = (await importer.catalogue())["A"]
    assert [found[name] for name in ("name", "price", "category", "supplier", "uom", "description")] == [
        "One", None, None, None, "pcs", "",
    ]  # fmt: skip
    assert await importer.reorder_points() == {("A", "MAIN"): Decimal(0)}
    named = await importer.products("sku,name\nA,\n", blank=Blank.CLEAR, mode=SKIP)
    assert brief(named) == ("committed", 0, 0, 0, {"name_missing": 1})


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (OnExisting.UPDATE, ("committed", 1, 1, 0, {})),
        (OnExisting.SKIP, ("committed", 1, 0, 1, {})),
        (OnExisting.REJECT, ("committed", 1, 0, 0, {"sku_exists": 1})),
    ],
)
async def test_what_happens_to_existing_products(
    importer: Importer, way: OnExisting, expected: tuple[object, ...]
) -> None:
    await importer.products("sku,name,price\nA,One,1\n")
    outcome = await importer.products("sku,name,price,category\nA,Uno,2,New\nB,Dos,3,\n", on_existing=way, mode=SKIP)
    assert brief(outcome) == expected
    found = await importer.catalogue()
    assert found["A"]["name"] == ("Uno" if way is OnExisting.UPDATE else "One")
    assert found["A"]["category"] == ("New" if way is OnExisting.UPDATE else None)


@pytest.mark.parametrize(
    ("way", "name", "on_hand", "rejected"),
    [
        (InFileDuplicates.REJECT, "One", 2, {"duplicate_sku": 2}),
        (InFileDuplicates.LAST, "Three", 4, {"duplicate_sku": 2}),
        (InFileDuplicates.SUM, "One", 9, {}),
    ],
)
async def test_one_sku_in_several_rows(
    importer: Importer, way: InFileDuplicates, name: str, on_hand: int, rejected: dict[str, int]
) -> None:
    text = "sku,name,cost,quantity\nA,One,1.5,2\nA,Two,2.5,3\nA,Three,,4\n"
    outcome = await importer.products(text, in_file_duplicates=way, mode=SKIP)
    assert dict(outcome.counts.rejected_by_reason) == rejected
    assert outcome.counts.accepted == outcome.counts.created + outcome.counts.updated + outcome.counts.unchanged
    assert (await importer.catalogue())["A"]["name"] == name
    assert await importer.levels() == {("A", "MAIN", "", ""): Decimal(on_hand)}
    if way is InFileDuplicates.SUM:
        assert dict(outcome.counts.warnings_by_reason) == {"conflicting_duplicate": 2}
        async with importer.database.read() as session:
            values = (await session.scalars(select(StockMove.value).order_by(StockMove.id))).all()
        assert values == [Decimal(3), Decimal("7.5"), Decimal(6)]


async def test_barcodes_belong_to_the_first_who_claims_them(importer: Importer, shop: Shop) -> None:
    await shop.product("OLD", barcodes=("TAKEN",))
    outcome = await importer.products(
        "sku,name,barcode\nA,One,TAKEN\nA,One again,FREE\nB,Two,FREE\nC,Three,X\nD,,Y\nE,Five,Y\n", mode=SKIP
    )
    assert brief(outcome) == ("committed", 3, 0, 0, {"name_missing": 1, "barcode_duplicate": 2})
    found = await importer.catalogue()
    assert {sku: found[sku]["barcodes"] for sku in ("A", "C", "E")} == {"A": ["FREE"], "C": ["X"], "E": ["Y"]}


async def test_a_barcode_that_a_row_lets_go_is_free_for_the_next(importer: Importer, shop: Shop) -> None:
    await shop.product("OLD", barcodes=("X1",))
    refused = await importer.products("sku,name,barcode\nNEW,New,X1\nOLD,Old,X2\n", mode=SKIP)
    assert brief(refused) == ("committed", 0, 1, 0, {"barcode_duplicate": 1})
    await shop.product("THIRD", barcodes=("X1",))
    chain = await importer.products("sku,name,barcode\nTHIRD,3,X3\nOLD,Old,X1\nNEW,New,X2\n")
    assert brief(chain) == ("committed", 1, 2, 0, {})
    found = await importer.catalogue()
    assert [found[sku]["barcodes"] for sku in ("THIRD", "OLD", "NEW")] == [["X3"], ["X1"], ["X2"]]


async def test_every_problem_is_told_but_each_row_counts_once(importer: Importer, shop: Shop) -> None:
    await shop.product("OLD", barcodes=("TAKEN",))
    outcome = await importer.products(
        "sku,name,barcode,price,cost,quantity\nA,,TAKEN,x,-1,1e5\nA,ok,9.78E+12,1,1,\n ,n,,,,\n", mode=SKIP
    )
    assert dict(outcome.counts.rejected_by_reason) == {"sku_missing": 1, "name_missing": 1, "barcode_damaged": 1}
    told = [(one.record, one.line, one.column, one.code) for one in outcome.problems]
    assert told == [
        (1, 2, "name", "name_missing"),
        (1, 2, "price", "price_invalid"),
        (1, 2, "cost", "cost_negative"),
        (1, 2, "quantity", "quantity_invalid"),
        (1, 2, "barcode", "barcode_duplicate"),
        (2, 3, "barcode", "barcode_damaged"),
        (3, 4, "sku", "sku_missing"),
    ]


async def test_a_ragged_row_that_is_a_duplicate_counts_as_one(importer: Importer) -> None:
    outcome = await importer.products("sku,name,price\nA,One,1\nA,Two\nB,Three\n", mode=SKIP)
    assert dict(outcome.counts.rejected_by_reason) == {"duplicate_sku": 1, "ragged_row": 1}


async def test_all_or_nothing_saves_nothing_and_says_what_it_would_have(importer: Importer) -> None:
    text = "sku,name,price\nA,One,1\nB,Two,x\n"
    outcome = await importer.products(text)
    assert brief(outcome) == ("refused", 0, 0, 0, {"price_invalid": 1})
    assert (outcome.counts.records, outcome.counts.accepted, outcome.counts.rejected) == (2, 1, 1)
    assert await importer.catalogue() == {}
    tried = await importer.products(text, dry_run=True)
    assert brief(tried) == ("dry_run", 1, 0, 0, {"price_invalid": 1})
    assert tried.would_refuse
    assert tried.import_id is None
    assert await importer.catalogue() == {}


async def test_missing_records_may_be_refused(importer: Importer, shop: Shop) -> None:
    await shop.product("OLD", category="C", supplier="S", uom="kg")
    text = (
        "sku,name,category,supplier,uom,quantity@SHOP/Back,reorder_point\n"
        "A,1,C,S,kg,,\nB,2,D,,,,\nC,3,,T,,,\nD,4,,,m,,\nE,5,,,,1,\n"
    )
    outcome = await importer.products(
        text, *(f"{name}={name}" for name in ("sku", "name", "category", "supplier", "uom")),
        "quantity@SHOP/Back=quantity@SHOP/Back", missing=Missing.REJECT, mode=SKIP,
    )  # fmt: skip
    reasons = {"unknown_location": 1, "unknown_category": 1, "unknown_supplier": 1, "unknown_uom": 1}
    assert brief(outcome) == ("committed", 1, 0, 0, reasons)


async def test_quantities_per_location_make_the_locations(importer: Importer) -> None:
    outcome = await importer.products(
        "sku,name,main,back\nA,One,1,2\nB,Two,,3\n", "sku=sku", "name=name", "quantity=main", "quantity@SHOP/Back=back"
    )
    assert brief(outcome) == ("committed", 2, 0, 0, {})
    assert await importer.levels() == {
        ("A", "MAIN", "", ""): 1,
        ("A", "SHOP/Back", "", ""): 2,
        ("B", "SHOP/Back", "", ""): 3,
    }


async def test_a_place_outside_of_the_house_keeps_no_stock(importer: Importer) -> None:
    outcome = await importer.products("sku,name,quantity\nA,One,1\nB,Two,\n", location="SUPPLIER", mode=SKIP)
    assert brief(outcome) == ("committed", 1, 0, 0, {"unknown_location": 1})


async def test_negative_openings_only_where_the_policy_allows(importer: Importer, shop: Shop) -> None:
    await shop.done(CreateLocation(code="ALLOW", negative_stock=NegativeStock.ALLOW))
    await shop.done(CreateLocation(code="WARN", negative_stock=NegativeStock.WARN))
    text = "sku,name,quantity\nA,One,-2\nB,Two,3\n"
    keep = {"negative_quantity": NegativeQuantity.KEEP, "mode": SKIP}
    for place in ("MAIN", "WARN"):
        outcome = await importer.products(text, location=place, dry_run=True, **keep)
        assert dict(outcome.counts.rejected_by_reason) == {"quantity_negative": 1}
    outcome = await importer.products(text, location="ALLOW", **keep)
    assert brief(outcome) == ("committed", 2, 0, 0, {})
    assert await importer.levels() == {("A", "ALLOW", "", ""): -2, ("B", "ALLOW", "", ""): 3}


async def test_an_archived_product_comes_back_and_counts_as_created(importer: Importer, shop: Shop) -> None:
    await shop.product("A", name="Old")
    await shop.done(ArchiveProducts(skus=("A",)))
    outcome = await importer.products("sku,name,quantity\nA,New,4\n", on_existing=OnExisting.REJECT)
    assert brief(outcome) == ("committed", 1, 0, 0, {})
    found = (await importer.catalogue())["A"]
    assert (found["name"], found["archived"]) == ("New", False)
    assert await importer.levels() == {("A", "MAIN", "", ""): 4}


async def test_without_names_only_existing_products_can_be_meant(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    outcome = await importer.products("sku,price\nA,2\nB,3\n", mode=SKIP)
    assert brief(outcome) == ("committed", 0, 1, 0, {"name_missing": 1})


async def test_gtins_with_a_wrong_check_digit(importer: Importer) -> None:
    text = "sku,name,barcode\nA,One,4006381333932\nB,Two,4006381333931\n"
    rejecting = await importer.products(text, barcode_check=BarcodeCheck.REJECT, mode=SKIP, dry_run=True)
    assert dict(rejecting.counts.rejected_by_reason) == {"barcode_check_digit": 1}
    warning = await importer.products(text)
    assert dict(warning.counts.warnings_by_reason) == {"barcode_check_digit": 1}
    assert (await importer.catalogue())["A"]["barcodes"] == ["4006381333932"]


async def test_constants_and_hostile_texts_come_back_as_they_were(importer: Importer) -> None:
    hostile = [
        "=1+1",
        "Robert'); DROP TABLE product;--",
        "\u202etxt",
        "😀\u200d",
        "a\tb\\N",
        "\\.",
        "two\nlines",
        "%s :x {y}",
    ]
    rows = "".join('S{},"{}"\n'.format(place, name.replace('"', '""')) for place, name in enumerate(hostile))
    outcome = await importer.products("sku,name\n" + rows, "sku=sku", "name=name", "category:=Alles :x")
    assert brief(outcome) == ("committed", len(hostile), 0, 0, {})
    found = await importer.catalogue()
    assert [found[f"S{place}"]["name"] for place in range(len(hostile))] == hostile
    assert {one["category"] for one in found.values()} == {"Alles :x"}


async def test_our_own_export_comes_back_as_it_was_and_only_ours_loses_its_guard(importer: Importer) -> None:
    names = ["=1+1", "'=1+1", "''-x", "@home", "'quoted'", "-5", "plain"]
    rows = "".join(f"{name},N{name},{name}\n" for name in names)
    await importer.products("sku,name,description\n" + rows)
    before = await importer.catalogue()
    path = importer.folder / "export.csv"
    await export(importer.database, ExportRequest("products", output=str(path)))
    assert "''=1+1," in path.read_text(encoding="utf-8")
    assert brief(await importer.file(path)) == ("committed", 0, 0, len(names), {})
    assert await importer.catalogue() == before
    foreign = await importer.products("sku,name,description\n'=1+1,N'=1+1,'=1+1\n")
    assert brief(foreign) == ("committed", 0, 0, 1, {})
