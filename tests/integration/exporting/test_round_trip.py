"""What is exported comes back: into an empty database whole, into its own without a change. On both engines."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.undo import Undo
from inventory_app.database.database import Database
from inventory_app.domain.stock import LocationKind, NegativeStock, Tracking
from inventory_app.exporting.export import export
from inventory_app.exporting.request import ExportRequest
from inventory_app.importing.options import Mode, NegativeQuantity, StockMode
from tests.support.imports import Importer
from tests.support.shop import Shop

# In the order in which one needs the other, with the options that an import of it takes.
KINDS: Mapping[str, Mapping[str, Any]] = {
    "locations": {},
    "suppliers": {},
    "customers": {},
    "products": {},
    "barcodes": {},
    "reorder-points": {},
    "stock": {"stock_mode": StockMode.SET, "negative_quantity": NegativeQuantity.KEEP},
}
ODD = "Zoë's “mug”, =1+1\nsecond line; 6 × 0,5 l"


async def furnish(importer: Importer, shop: Shop) -> None:
    """A shop that has one of everything that a file could lose."""
    await shop.done(CreateLocation(code="SHOP", name=ODD, negative_stock=NegativeStock.ALLOW))
    await shop.done(CreateLocation(code="Back", name="=Store room", parent="SHOP", negative_stock=NegativeStock.WARN))
    await shop.done(CreateLocation(code="VAN", type=LocationKind.TRANSIT))
    head = "code,name,email,phone,address,tax_id,note\n"
    both = '00417,Acme & Söhne,a@example.org,+49 30 1,"Weg 1\n12345 Ort",DE1,-first\n'
    await importer.kind("suppliers", f"{head}{both},Only us,,,,,\n")
    await importer.kind("customers", f"{head}{both.replace('00417', 'K-9')}@2,=Cmd(),,,,,'quoted\n")
    await shop.product(
        "00417",
        name=ODD,
        price=Decimal("4.9"),
        cost=Decimal("1.2345"),
        category="Mugs/Blue",
        supplier="Acme & Söhne",
        description="-long\ntext",
        barcodes=("4006381333931", "=12", "B|3"),
    )
    await shop.pack("00417", "CASE-12", "12")
    await shop.pack("00417", "HALF", "0.5")
    await shop.product("'x", name="Plain", uom="kg", tracking=Tracking.LOT)
    await shop.product("S-1", name="Drill", price=Decimal(0), tracking=Tracking.SERIAL)
    await shop.product("OLD", name="Gone", barcodes=("OLD-1",))
    await shop.product("GONE", name="Gone for good")
    await shop.done(ArchiveProducts(skus=("OLD", "GONE")))
    await importer.kind(
        "reorder-points", "sku,location,reorder_point\n00417,MAIN,5\n00417,SHOP/Back,2.5\n'x,SHOP,0\nOLD,MAIN,1\n"
    )
    await importer.stock(
        "sku,location,quantity,lot,serial,expires_on\n00417,MAIN,12.5,,,\n00417,SHOP,-3,,,\n00417,SHOP/Back,1,,,\n"
        "'x,MAIN,7,L1,,2030-01-31\n'x,SHOP,8,L1,,2030-01-31\n'x,MAIN,1.000001,=L2,,\nS-1,MAIN,1,,SN1,\nS-1,SHOP,1,,SN2,\n",
        negative_quantity=NegativeQuantity.KEEP,
    )  # fmt: skip


async def exports(database: Database, folder: Path, *, form: str, raw: bool) -> dict[str, Path]:
    folder.mkdir()
    made = {kind: folder / f"{kind}.{form}" for kind in KINDS}
    for kind, path in made.items():
        await export(database, ExportRequest(kind, form, str(path), raw))
    return made


# The engine gives the values and the writing process the form, one not knowing of the other.
@pytest.mark.parametrize(
    ("engine_name", "form", "raw"),
    [("sqlite", "csv", False), ("sqlite", "csv", True), ("sqlite", "xlsx", False), ("postgresql", "csv", False)],
)
async def test_every_export_comes_back(
    database: Database, another_database: Database, tmp_path: Path, form: str, *, raw: bool
) -> None:
    here, there = Importer(database, tmp_path), Importer(another_database, tmp_path)
    await furnish(here, Shop(database))
    files = await exports(database, tmp_path / "first", form=form, raw=raw)
    for kind, options in KINDS.items():
        outcome = await there.file(files[kind], kind=kind, **options)
        assert (outcome.outcome, outcome.counts.rejected) == ("committed", 0), (kind, outcome)
        assert outcome.counts.warnings_by_reason == {}, kind
    again = await exports(another_database, tmp_path / "second", form=form, raw=raw)
    if form == "csv":
        for kind, path in files.items():
            assert again[kind].read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), kind
    assert await there.catalogue() == await here.catalogue()
    assert await there.levels() == await here.levels()
    assert await there.parties() == await here.parties()
    assert await there.locations() == await here.locations()
    assert await there.reorder_points() == await here.reorder_points()


async def test_an_export_changes_nothing_where_it_came_from(database: Database, tmp_path: Path) -> None:
    here = Importer(database, tmp_path)
    await furnish(here, Shop(database))
    files = await exports(database, tmp_path / "first", form="csv", raw=False)
    before = (await here.catalogue(), await here.levels(), await here.parties(), await here.locations())
    for kind, options in KINDS.items():
        outcome = await here.file(files[kind], kind=kind, **options)
        counts = outcome.counts
        assert (counts.created, counts.updated, counts.rejected) == (0, 0, 0), (kind, outcome)
        assert counts.unchanged == counts.accepted > 0, kind
        assert counts.warnings_by_reason == {}, kind
    assert (await here.catalogue(), await here.levels(), await here.parties(), await here.locations()) == before
    again = await exports(database, tmp_path / "second", form="csv", raw=False)
    for kind, path in files.items():
        assert again[kind].read_bytes() == path.read_bytes(), kind


async def test_what_is_on_hand_is_no_opening_stock(database: Database, tmp_path: Path) -> None:
    """An export of products tells what is at all places together: none of it comes to one place by an import."""
    importer, shop = Importer(database, tmp_path), Shop(database)
    head = "sku,name,on_hand,reserved,available\n"
    outcome = await importer.products(f"{head}A,Mug,5,0,5\n")
    assert (outcome.counts.created, await shop.level("A")) == (1, (0, 0))
    await importer.products(f"{head}B,Tray,5,0,5\n", "sku=sku", "name=name", "quantity=on_hand")
    assert await shop.level("B") == (5, 0), "who says so gets it"
    await importer.products("sku,name,on hand\nC,Cup,7\n")
    assert await shop.level("C") == (7, 0), "another program's on hand is what to begin with"


async def test_archived_as_the_export_says(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("A")
    await shop.product("B")
    await shop.done(ArchiveProducts(skus=("B",)))
    flags = ("sku=sku", "name=name", "archived=archived")
    outcome = await importer.products("sku,name,archived\nA,Mug,TRUE\nB,Tray,no\nC,Cup,yes\nD,Pot,\nE,Pan,maybe\n",
                                      *flags, mode=Mode.SKIP)  # fmt: skip
    assert dict(outcome.counts.rejected_by_reason) == {"archived_invalid": 1}
    assert (outcome.counts.created, outcome.counts.updated) == (3, 1)
    now = {sku: one["archived"] for sku, one in (await importer.catalogue()).items()}
    assert now == {"A": True, "B": False, "C": True, "D": False}
    await shop.done(Undo(of=outcome.action_id))
    now = {sku: one["archived"] for sku, one in (await importer.catalogue()).items()}
    assert now == {"A": False, "B": True}


async def test_imports_as_a_list(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    first = await importer.products("sku,name\nA,Mug\n")
    await importer.products("sku,name\nA,Cup\nB,Pot\n,Bad\n", mode=Mode.SKIP)
    await shop.done(Undo(of=first.action_id))
    path = tmp_path / "imports.csv"
    assert await export(database, ExportRequest("imports", output=str(path))) == 2
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["state"] for row in rows] == ["reverted", "saved"]
    assert (rows[0]["reverted_by"], rows[1]["reverted_by"]) == ("Mira Kowalski", "")
    names = ("file", "kind", "actor", "records", "created", "updated", "unchanged", "rejected")
    assert [rows[1][name] for name in names] == ["file.csv", "products", "Mira Kowalski", "3", "1", "1", "0", "1"]
    assert len(rows[1]["file_sha256"]) == 64
