"""Locations from a file, the same on both engines."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.importing.options import Blank, InFileDuplicates, Missing, Mode, OnExisting
from tests.support.imports import brief, first_reasons
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer

SKIP = Mode.SKIP
FIRST = {"ADJUSTMENT", "CUSTOMER", "MAIN", "SUPPLIER", "TRANSIT"}


async def test_parents_are_made_and_words_are_understood(importer: Importer) -> None:
    text = (
        "Code,Parent,Name,Type,Negative stock\nA1,Shop/Aisle 1,Shelf,internal,\nShop,,The shop,,ja\n"
        "Way,,,Transit,warn\n Back / B1 ,Shop,,STORAGE,Block\n"
    )
    tried = await importer.kind("locations", text, dry_run=True)
    outcome = await importer.kind("locations", text)
    assert brief(outcome) == ("committed", 4, 0, 0, {})
    assert tried.counts == outcome.counts
    found = await importer.locations()
    assert {path: found[path] for path in set(found) - FIRST} == {
        "Shop": ("The shop", "storage", "allow"),
        "Shop/Aisle 1": ("", "storage", "block"),
        "Shop/Aisle 1/A1": ("Shelf", "storage", "block"),
        "Shop/Back": ("", "storage", "block"),
        "Shop/Back/B1": ("", "storage", "block"),
        "Way": ("", "transit", "warn"),
    }
    assert brief(await importer.kind("locations", text)) == ("committed", 0, 0, 4, {})
    changed = "path,name,kind,negative stock\nShop,,transit,\nShop/Back,Back room,,warn\n"
    assert brief(await importer.kind("locations", changed, blank=Blank.CLEAR)) == ("committed", 0, 2, 0, {})
    found = await importer.locations()
    assert found["Shop"] == ("", "transit", "block")
    assert found["Shop/Back"] == ("Back room", "storage", "warn")


async def test_every_reason_is_told(importer: Importer, shop: Shop) -> None:
    await importer.kind("locations", "path,negative_stock\nP,warn\nQ,warn\n")
    await shop.product("A", on_hand="3")
    await shop.done(AdjustStock(sku="A", location="P", quantity=Decimal(-2), reason="LOSS", confirm=True))
    await shop.done(AdjustStock(sku="A", location="Q", quantity=Decimal(2), reason="FOUND"))
    text = (
        "path,kind,negative_stock\n,,\nX//Y,,\nX,shelf,\nY,,perhaps\nP,,block\nQ,,block\nMAIN,transit,\n"
        "SUPPLIER,storage,\nZ,,\nZ,,\nN/M,,\nN,bad,\n"
    )
    outcome = await importer.kind("locations", text, mode=SKIP, missing=Missing.REJECT)
    assert first_reasons(outcome) == {
        1: "path_missing", 2: "unknown_location", 3: "kind_invalid", 4: "policy_invalid", 5: "below_zero",
        7: "location_in_use", 8: "location_in_use", 10: "duplicate_location", 11: "unknown_location",
        12: "kind_invalid",
    }  # fmt: skip
    found = await importer.locations()
    assert set(found) == FIRST | {"P", "Q", "Z"}
    assert (found["P"][2], found["Q"][2]) == ("warn", "block")
    assert await shop.level("A", "Q") == (2, 0)
    refused = await importer.kind("locations", "path\nQ\nR\n", on_existing=OnExisting.REJECT)
    assert brief(refused) == ("refused", 0, 0, 0, {"location_exists": 1})


async def test_a_blank_cell_that_clears_is_judged_by_what_it_leads_to(importer: Importer, shop: Shop) -> None:
    """CUSTOMER is no storage, a place in use stays what it is, and what is below 0 is not blocked."""
    await importer.kind("locations", "path,kind,negative_stock\nP,,warn\nQ,,warn\nRoad,transit,\n")
    await shop.product("A", on_hand="3")
    await shop.done(AdjustStock(sku="A", location="P", quantity=Decimal(-2), reason="LOSS", confirm=True))
    before = await importer.locations()
    text = "path,kind,negative_stock\n" + "".join(f"{path},,\n" for path in sorted({*FIRST, "P", "Q", "Road"}))
    text += "SUPPLIER,shelf,\nP,,perhaps\n"

    outcome = await importer.kind("locations", text, mode=SKIP, blank=Blank.CLEAR)

    assert first_reasons(outcome) == {
        1: "location_in_use", 2: "location_in_use", 4: "below_zero", 7: "location_in_use", 9: "kind_invalid",
        10: "policy_invalid",
    }  # fmt: skip
    assert sum(not one.warning for one in outcome.problems) == 6
    assert brief(outcome)[:4] == ("committed", 0, 3, 1)
    changed = {path: (before[path][0], "storage", "block") for path in ("Q", "Road", "TRANSIT")}
    assert await importer.locations() == before | changed
    order = PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(1)),), ship=True)
    assert (await shop.done(order)).result["order"]
    assert brief(await importer.kind("locations", text, mode=SKIP))[:4] == ("committed", 0, 0, 8)


@pytest.mark.parametrize("seed", range(10))
async def test_any_file_gets_the_verdicts_of_the_model(importer: Importer, seed: int) -> None:
    """Row by row in plain Python: parents first, then who of several counts."""
    dice = random.Random(seed)  # noqa: S311 - not a secret
    paths = ["A", "A/B", "A/B/C", "A/D", "E/F", "G"]
    kinds = ["storage", "transit", "", "wrong"]
    rows = [(dice.choice(paths), dice.choice(kinds)) for _ in range(12)]
    last, missing = dice.random() < 0.5, dice.choice(list(Missing))
    reasons = {record: "kind_invalid" for record, (_, kind) in enumerate(rows, start=1) if kind == "wrong"}
    orphaned = missing is Missing.REJECT
    while orphaned:
        good = {path for record, (path, _) in enumerate(rows, start=1) if record not in reasons}
        orphans = [
            record
            for record, (path, _) in enumerate(rows, start=1)
            if record not in reasons and "/" in path and path.rpartition("/")[0] not in good
        ]
        reasons |= dict.fromkeys(orphans, "unknown_location")
        orphaned = bool(orphans)
    good_records = [record for record in range(1, len(rows) + 1) if record not in reasons]
    in_force: dict[str, int] = {}
    for record in reversed(good_records) if last else good_records:
        if in_force.setdefault(rows[record - 1][0], record) != record:
            reasons[record] = "duplicate_location"

    outcome = await importer.kind(
        "locations",
        "path,kind\n" + "".join(f"{path},{kind}\n" for path, kind in rows),
        mode=SKIP,
        missing=missing,
        in_file_duplicates=InFileDuplicates.LAST if last else InFileDuplicates.REJECT,
    )

    assert first_reasons(outcome) == reasons, rows
    named = {path: rows[record - 1][1] or "storage" for path, record in in_force.items()}
    above = {"/".join(path.split("/")[:depth]) for path in named for depth in range(1, path.count("/") + 1)}
    found = {path: kind for path, (_, kind, _) in (await importer.locations()).items() if path not in FIRST}
    assert found == dict.fromkeys(above, "storage") | named
    assert outcome.counts.created == len(named)
