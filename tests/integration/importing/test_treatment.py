"""What is done with a file's cells before they are checked, and what is told and kept of it, on each engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inventory_app.importing.options import Missing, Mode
from inventory_app.importing.treatment import Treatment
from inventory_app.queries.imports import import_run
from tests.support.imports import brief

if TYPE_CHECKING:
    from tests.support.imports import Importer

VARIANTS = (
    "Handle,Title,Vendor,Size,SKU,Price\n"
    "tray,Oak tray,Acme,Small,T-S,10\n"
    "tray,,,Large,T-L,12\n"
    "tray,,,,,\n"
    "bowl,Bowl,,Default Title,B,oops\n"
    "bowl,,,Big,B-B,7\n"
)
FLAGS = ("sku=SKU", "name=Title", "name+ - =Size", "price=Price", "supplier=Vendor")
TREATMENT = Treatment(
    nothing={"Size": ("Default Title",)},
    leave_out=({"SKU": ("",), "Price": ("",)},),
    fill_down=("Title", "Vendor"),
    fill_within=("Handle",),
    values={"supplier": {"Acme": "Acme Ltd"}, "price": {"oops": "n/a"}},
)


async def test_cells_are_filled_joined_and_given_their_meaning(importer: Importer) -> None:
    outcome = await importer.products(VARIANTS, *FLAGS, treatment=TREATMENT, mode=Mode.SKIP)
    assert brief(outcome) == ("committed", 3, 0, 1, {"price_invalid": 1})
    assert (outcome.counts.records, outcome.counts.accepted) == (5, 4)
    assert dict(outcome.counts.warnings_by_reason) == {"left_out": 1}
    found = await importer.catalogue()
    assert {sku: (one["name"], one["supplier"]) for sku, one in found.items()} == {
        "T-S": ("Oak tray - Small", "Acme Ltd"),
        "T-L": ("Oak tray - Large", "Acme Ltd"),
        "B-B": ("Bowl - Big", None),
    }


async def test_problems_show_what_stands_in_the_file(importer: Importer) -> None:
    outcome = await importer.products(VARIANTS, *FLAGS, treatment=TREATMENT)
    found = [(one.record, one.line, one.column, one.value, one.code) for one in outcome.problems]
    assert found == [(3, 4, "", "", "left_out"), (4, 5, "Price", "oops", "price_invalid")]


async def test_the_rejects_file_holds_what_was_filled_in_and_nothing_else(importer: Importer) -> None:
    rejects = importer.folder / "rejects.csv"
    text = VARIANTS.replace("Big,B-B,7", "Big,B-B,?").replace("oops", "7")
    await importer.products(text, *FLAGS, treatment=TREATMENT, mode=Mode.SKIP, rejects=str(rejects))
    rows = rejects.read_text("utf-8-sig").splitlines()
    assert rows[1].startswith("bowl,Bowl,,Big,B-B,?,5,6,price_invalid")
    rejects.write_text(rejects.read_text("utf-8-sig").replace(",?,", ",8,"))
    again = await importer.file(rejects, *FLAGS, treatment=TREATMENT)
    assert brief(again) == ("committed", 1, 0, 0, {})
    assert (await importer.catalogue())["B-B"]["name"] == "Bowl - Big"


async def test_the_treatment_is_kept_and_makes_it_another_import(importer: Importer) -> None:
    await importer.products("sku,name\nA,One\n")
    text = "sku,location,quantity\nA,MAIN,3\n"
    meant = Treatment(values={"location": {"MAIN": "MAIN/Back"}})
    first = await importer.stock(text, treatment=meant)
    assert (await importer.stock(text, treatment=meant)).outcome == "refused"
    assert (await importer.stock(text)).outcome == "committed"
    assert first.import_id is not None
    async with importer.database.read() as session:
        kept = await import_run(session, first.import_id)
    assert kept is not None
    assert Treatment.from_json(kept.mapping["treatment"]) == meant


async def test_a_value_that_means_something_unknown_is_rejected_as_that(importer: Importer) -> None:
    meant = Treatment(values={"category": {"Wod": "Wood"}})
    outcome = await importer.products("sku,name,category\nA,One,Wod\n", treatment=meant, missing=Missing.REJECT)
    assert brief(outcome) == ("refused", 0, 0, 0, {"unknown_category": 1})


async def test_a_treatment_of_what_is_not_there_is_refused(importer: Importer) -> None:
    for treatment in (
        Treatment(fill_down=("Nope",)),
        Treatment(nothing={"Nope": ("x",)}),
        Treatment(values={"category": {"a": "b"}}),
    ):
        outcome = await importer.products("sku,name\nA,One\n", treatment=treatment)
        assert outcome.outcome == "refused"
        assert "nope" in outcome.message.casefold() or "no column is mapped to category" in outcome.message
    lenient = Treatment(fill_down=("Nope",), values={"category": {"a": "b"}}, lenient=True)
    assert (await importer.products("sku,name\nA,One\n", treatment=lenient)).outcome == "committed"


async def test_repairs_and_corrections_save_what_was_rejected(importer: Importer) -> None:
    """What a person mends in the preview is saved and told; the rejects file has it as it was mended."""
    text = 'sku,name,price\nA,One,"12,50"\nB,Two,€ 3\nC,Three,?\nD,,4\nE,Five,oops\n'
    refused = await importer.products(text, mode=Mode.SKIP, dry_run=True)
    assert brief(refused) == ("dry_run", 0, 0, 0, {"name_missing": 1, "price_invalid": 4})
    mended = Treatment(
        repairs={"price": ("decimal_mark", "currency_sign")},
        corrections={3: {3: "7.25"}, 4: {2: "Four"}, 5: {1: "E-5"}},
    )
    rejects = importer.folder / "rejects.csv"
    dry = await importer.products(text, treatment=mended, mode=Mode.SKIP, dry_run=True)
    outcome = await importer.products(text, treatment=mended, mode=Mode.SKIP, rejects=str(rejects))
    assert brief(outcome) == ("committed", 4, 0, 0, {"price_invalid": 1})
    assert dry.counts == outcome.counts
    assert dict(outcome.counts.warnings_by_reason) == {"repaired": 2}
    found = await importer.catalogue()
    assert {sku: (one["name"], str(one["price"])) for sku, one in found.items()} == {
        "A": ("One", "12.5"), "B": ("Two", "3"), "C": ("Three", "7.25"), "D": ("Four", "4"),
    }  # fmt: skip
    assert rejects.read_text("utf-8-sig").splitlines()[1].startswith("E-5,Five,oops,5,6,price_invalid")
