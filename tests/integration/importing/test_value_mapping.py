"""The names in a file: counted by the reading process, looked up on each engine, and given another meaning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inventory_app.importing.jobs import CountValues, Inspect
from inventory_app.importing.kinds import PRODUCTS, STOCK
from inventory_app.importing.mapping.presets import preset_of
from inventory_app.importing.mapping.recipe import recipe_of_import
from inventory_app.importing.options import ImportOptions, Missing, Mode
from inventory_app.importing.reading.process import inspect_file
from inventory_app.importing.run_import import run_import
from inventory_app.importing.treatment import UNTREATED, Treatment
from inventory_app.importing.value_mapping import FileValues, count_values, known_values, meaning, references_of
from inventory_app.queries.imports import import_run
from inventory_app.queries.references import Reference, known_names
from tests.support import exports
from tests.support.imports import brief

if TYPE_CHECKING:
    from tests.support.imports import Importer

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
        names = ["Shop", "SHOP", "shelf 1", "Depot > Shelf 1", "Nowhere", "MAIN"]
        found = await known_names(session, Reference.LOCATION, names)
    assert [(one.exists, one.near) for one in found] == [
        (True, ()),
        (False, ("Shop",)),
        (False, ("Dépôt/Shelf 1",)),
        (False, ("Dépôt/Shelf 1",)),
        (False, ()),
        (True, ()),
    ]


async def test_a_meaning_is_taken_back() -> None:
    once = meaning(meaning(UNTREATED, "category", "wod", "Wood"), "category", " wod ", "Wool")
    assert once.values == {"category": {" wod ": "Wool"}}
    assert meaning(once, "category", "wod", "") == UNTREATED


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
