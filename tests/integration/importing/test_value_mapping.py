"""The names in a file: counted by the reading process, looked up on each engine, and given another meaning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inventory_app.importing.jobs import CountValues, Inspect
from inventory_app.importing.kinds import PRODUCTS, PURCHASE_ORDERS, SALES_ORDERS, STOCK
from inventory_app.importing.mapping.presets import preset_of
from inventory_app.importing.mapping.recipe import recipe_of_import
from inventory_app.importing.options import ImportOptions, Missing, Mode
from inventory_app.importing.reading.process import inspect_file
from inventory_app.importing.run_import import run_import
from inventory_app.importing.treatment import UNTREATED, Treatment
from inventory_app.importing.value_mapping import (
    Choice,
    FileValues,
    choose,
    count_values,
    known_values,
    may_create,
    meaning,
    references_of,
)
from inventory_app.queries.imports import import_run
from inventory_app.queries.references import Reference, known_names, names_like
from tests.support import exports
from tests.support.imports import brief

if TYPE_CHECKING:
    from tests.support.imports import Importer

CREATE, REJECT = Missing.CREATE, Missing.REJECT
TEXT = (
    "sku,name,category,supplier,uom\n"
    "A,One,wood,Acme,pcs\nB,Two,WOOD ,Müller AG,kg\nC,Three,Glass,muller ag,kg\nD,Four,,,\nE,Five,wood,Acme,pcs\n"
)


async def ask(importer: Importer, path: Path, treatment: Treatment = UNTREATED) -> dict[str, FileValues]:
    job = CountValues(str(path), ImportOptions(), references_of(PRODUCTS), treatment=treatment)
    counted = await count_values(job)
    async with importer.database.read() as session:
        found = await known_values(session, counted, treatment)
    return {one.label: one for one in found}


async def test_names_are_counted_looked_up_and_meant(importer: Importer) -> None:
    await importer.products("sku,name,category,supplier\nZ,Last,Wood,Müller AG\n")
    path = importer.write(TEXT)
    found = await ask(importer, path)
    assert list(found) == ["category", "supplier", "uom"]
    assert [(one.text, one.records, one.exists, one.near) for one in found["category"].values] == [
        ("wood", 2, False, ("Wood",)),
        ("Glass", 1, False, ()),
        ("WOOD", 1, False, ("Wood",)),
    ]
    assert [(one.text, one.exists, one.near) for one in found["supplier"].values] == [
        ("Acme", False, ()),
        ("Müller AG", True, ()),
        ("muller ag", False, ("Müller AG",)),
    ]
    assert [(one.text, one.exists) for one in found["uom"].values] == [("kg", False), ("pcs", True)]
    treatment = UNTREATED
    for label, values in found.items():
        for value in values.missing:
            treatment = meaning(treatment, label, value.text, (value.near or ("",))[0])
    treatment = meaning(treatment, "uom", "kg", "pcs")
    again = await ask(importer, path, treatment)
    assert [one.text for one in again["category"].missing] == ["Glass"]
    outcome = await importer.file(path, treatment=treatment, missing=Missing.REJECT, mode=Mode.SKIP)
    assert brief(outcome)[4] == {"unknown_category": 1, "unknown_supplier": 2}
    catalogue = await importer.catalogue()
    assert {one["category"] for one in catalogue.values()} == {"Wood", None}
    assert catalogue["B"]["supplier"] == "Müller AG"


async def test_locations_are_near_by_code_and_other_marks(importer: Importer) -> None:
    await importer.products("sku,name\nA,One\n")
    await importer.stock("sku,location,quantity\nA,Dépôt/Shelf 1,1\nA,Shop,1\n")
    assert references_of(STOCK) == ("location",)
    async with importer.database.read() as session:
        names = ["Shop", "SHOP", "shelf 1", "Depot > Shelf 1", "Nowhere", "MAIN", "Shlef 1", "Shelf 2"]
        found = await known_names(session, Reference.LOCATION, names)
    assert [(one.exists, one.near) for one in found] == [
        (True, ()),
        (False, ("Shop",)),
        (False, ("Dépôt/Shelf 1",)),
        (False, ("Dépôt/Shelf 1",)),
        (False, ()),
        (True, ()),
        (False, ("Dépôt/Shelf 1",)),
        (False, ()),
    ]


def test_a_choice_replaces_the_one_before_and_is_taken_back() -> None:
    once = meaning(meaning(UNTREATED, "category", "wod", "Wood"), "category", " wod ", "Wool")
    assert once.values == {"category": {" wod ": "Wool"}}
    assert meaning(once, "category", "wod", "") == UNTREATED
    rejected = choose(once, "category", {"wod": Choice(missing=Missing.REJECT), "Glas": Choice("Glass")})
    assert (rejected.values, rejected.missing) == ({"category": {"Glas": "Glass"}}, {"category": {"wod": REJECT}})
    assert choose(rejected, "category", {"wod": Choice(), "Glas": Choice()}) == UNTREATED


async def test_single_names_are_created_or_rejected_whatever_the_option_says(importer: Importer) -> None:
    path = importer.write(TEXT)
    some = Treatment(missing={"category": {"Glass": REJECT}, "supplier": {" muller ag ": REJECT, "Nobody": REJECT}})
    outcome = await importer.file(path, treatment=some, mode=Mode.SKIP, dry_run=True)
    assert brief(outcome) == ("dry_run", 4, 0, 0, {"unknown_category": 1})
    assert [(one.record, one.code, one.value) for one in outcome.problems] == [
        (3, "unknown_category", "Glass"), (3, "unknown_supplier", "muller ag"),
    ]  # fmt: skip
    others = Treatment(missing={"category": {"wood": CREATE}, "supplier": {"Acme": CREATE}, "uom": {"kg": CREATE}})
    outcome = await importer.file(path, treatment=others, mode=Mode.SKIP, missing=REJECT)
    assert brief(outcome) == ("committed", 3, 0, 0, {"unknown_category": 2})
    assert set(await importer.catalogue()) == {"A", "D", "E"}
    again = await importer.file(path, treatment=some, mode=Mode.SKIP)
    assert brief(again)[:2] == ("committed", 1), "a name that exists by now is no missing one"


async def test_single_locations_and_parties_of_stock_and_orders(importer: Importer) -> None:
    await importer.products("sku,name\nA,One\nB,Two\n")
    text = "sku,location,quantity\nA,Shop/ Back,1\nB,Cellar,2\nB,,3\n"
    stock = Treatment(missing={"location": {"Shop / Back": CREATE}})
    outcome = await importer.stock(text, treatment=stock, missing=REJECT, mode=Mode.SKIP)
    assert brief(outcome)[4] == {"unknown_location": 1}
    assert {(sku, place) for sku, place, _, _ in await importer.levels()} == {("A", "Shop/Back"), ("B", "MAIN")}
    meant = Treatment(values={"location": {"Shop/Hinten": "Shop/Back"}})
    outcome = await importer.stock("sku,location,quantity\nA,Shop / Hinten,4\n", treatment=meant, missing=REJECT)
    assert brief(outcome)[4] == {}
    points = "sku,location,reorder_point\nA,Attic,1\nB,Cellar,2\n"
    named = Treatment(missing={"location": {"Attic": REJECT}})
    outcome = await importer.kind("reorder-points", points, treatment=named, mode=Mode.SKIP)
    assert brief(outcome)[4] == {"unknown_location": 1}
    orders = "order,supplier,sku,quantity\n1,Acme,A,1\n2,Umbra,A,1\n3,Zorn,A,1\n"
    named = Treatment(missing={"supplier": {"Umbra": REJECT}})
    bought = await importer.kind("purchase-orders", orders, treatment=named, mode=Mode.SKIP)
    assert brief(bought)[4] == {"unknown_supplier": 1}
    sold = "order,customer,location,sku,quantity\n1,Eve,MAIN,B,1\n2,Acme,MAIN,B,1\n3,Eve,Nowhere,B,1\n"
    named = Treatment(missing={"customer": {"Eve": CREATE}, "location": {"Nowhere": CREATE}})
    outcome = await importer.kind("sales-orders", sold, treatment=named, missing=REJECT, mode=Mode.SKIP)
    assert brief(outcome)[4] == {"unknown_location": 1, "unknown_customer": 1}, "Acme is a supplier alone"
    assert not may_create(SALES_ORDERS, "location")
    assert may_create(PURCHASE_ORDERS, "location")
    async with importer.database.read() as session:
        assert await names_like(session, Reference.CUSTOMER) == ("Eve",)
        assert await names_like(session, Reference.SUPPLIER, "c") == ("Acme",)
        assert await names_like(session, Reference.LOCATION, "BACK") == ("Shop/Back",)
        assert [one.exists for one in await known_names(session, Reference.CUSTOMER, ["Acme", "Eve"])] == [False, True]


async def test_a_file_is_recognised_and_its_columns_are_proposed(importer: Importer) -> None:
    path = importer.write(exports.shopify_products(1))
    found = await inspect_file(Inspect(str(path), ImportOptions()))
    assert found.presets == ("shopify-products",)
    preset = preset_of(found.presets[0])
    mapped = await inspect_file(Inspect(str(path), ImportOptions(), preset.flags, preset.treatment))
    assert mapped.mapping is not None
    assert mapped.mapping.header_of("name") == "Title + Option1 Value + Option2 Value + Option3 Value"
    wide = importer.write("sku,name,Qty (MAIN),Code\nA,x y,1,4006381333931\nB,z,2,96385074\nC,w,3,036000291452\n")
    inspected = await inspect_file(Inspect(str(wide), ImportOptions(), locations=("MAIN",)))
    assert [(one.column, one.label) for one in inspected.columns] == [(2, "quantity@MAIN"), (3, "barcode")]


async def test_a_refusal_names_the_preset_that_would_do(importer: Importer) -> None:
    path = importer.write(exports.table(exports.AMAZON_HEADER, [{"seller-sku": "A", "item-name": "x"}], "\t"))
    outcome = await importer.file(path)
    assert outcome.outcome == "refused"
    assert "It looks like an export of Amazon listings report (preset amazon-listings, products)." in outcome.message


async def test_the_repaired_rejects_are_imported_as_the_file_was(importer: Importer) -> None:
    preset = preset_of("shopify-products")
    path = importer.write(exports.shopify_products(1).replace("2.50", "cheap"))
    rejects = importer.folder / "rejects.csv"
    request = preset.recipe.request(str(path), {"mode": "skip"}, rejects=str(rejects))
    first = await run_import(importer.database, request, context=importer.context)
    assert first.import_id is not None
    async with importer.database.read() as session:
        kept = await import_run(session, first.import_id)
    assert kept is not None
    recipe = recipe_of_import(kept.mapping, kept.options)
    rejects.write_text(rejects.read_text("utf-8-sig").replace("cheap", "2.50"), encoding="utf-8")
    again = await run_import(importer.database, recipe.request(str(rejects), {}), context=importer.context)
    assert brief(again) == ("committed", 1, 0, 0, {})
    assert (await importer.catalogue())["T1-2"]["name"] == "Tray 1 - 20 cm"
