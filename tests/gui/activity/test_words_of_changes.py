"""What an action changed is told in words, whatever record it was: no name of a column, no id, no stored word."""

from __future__ import annotations

from pathlib import Path

import pytest

from inventory_app.actions import changes as logged
from inventory_app.actions.records import EXISTS, LOCATIONS, PARTIES
from inventory_app.actions.revert_import.json_words import COLUMNS
from inventory_app.actions.undo.undo import Undo
from inventory_app.database.database import Database
from inventory_app.domain.stock import LocationKind, NegativeStock, Tracking
from inventory_app.queries.activity import ActivityFilter, activity_detail, activity_page
from inventory_app.ui.screens.activity import changes
from inventory_app.ui.screens.activity.changes import changed_fields, subject
from tests.support.imports import Importer
from tests.support.shop import Shop

_PRODUCTS = (*COLUMNS, logged.BARCODES, logged.FACTORS, logged.REORDER_POINTS, EXISTS)
_DOCUMENTS = ("status", "allocations", "expires_on")


def test_every_field_and_record_of_the_log_has_words() -> None:
    fields = {*_PRODUCTS, *PARTIES.columns, *LOCATIONS.columns, *_DOCUMENTS}
    assert fields - set(changes._NAMES) == set()
    kinds = {logged.PRODUCT, logged.PARTY, logged.LOCATION, logged.SALES_ORDER, logged.GOODS_RETURN,
             logged.PURCHASE_ORDER, logged.LOT}  # fmt: skip
    assert kinds == set(changes._KINDS)
    for field, words in (("tracking", Tracking), ("kind", LocationKind), ("negative_stock", NegativeStock)):
        assert set(changes._WORDS[field]) == set(words)


async def told(database: Database) -> dict[str, tuple[str, str]]:
    """The newest action: field → before and after; under "" the records."""
    async with database.read() as session:
        newest = (await activity_page(session, ActivityFilter())).rows[0]
        detail = await activity_detail(session, newest.id)
    assert detail is not None
    found = {field: (old, new) for one in detail.changes for field, old, new in changed_fields(one)}
    return {**found, "": (", ".join(dict.fromkeys(subject(one) for one in detail.changes)), "")}


async def test_lots_places_and_parties(database: Database, tmp_path: Path) -> None:
    importer = Importer(database, tmp_path)
    await importer.products("sku,name\nA,Milk\n")
    await importer.stock("sku,location,quantity,lot\nA,MAIN,5,L1\n")
    await importer.stock("sku,location,quantity,lot,expires_on\nA,MAIN,1,L1,2027-03-31\n")
    assert await told(database) == {"": ("lot L1", ""), "expires on": ("–", "2027-03-31")}

    await importer.kind("locations", "path\nHALL\nHALL/ROOM\n")
    await importer.kind("locations", "path,negative_stock\nHALL/ROOM,warn\n")
    assert await told(database) == {"": ("location HALL/ROOM", ""), "below zero": ("refused", "asked about")}
    await importer.kind("suppliers", "code,name,phone\nS1,Acme,1\n")
    await importer.kind("customers", "code,name,phone\nC1,Acme,2\n")
    assert await told(database) == {
        "": ("supplier or customer Acme", ""), "phone": ("1", "2"), "code as customer": ("–", "C1"),
        "is a customer": ("no", "yes"),
    }  # fmt: skip


async def test_what_was_deleted(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await importer.kind("locations", "path\nHALL\nHALL/ROOM\n")
    outcome = await importer.kind("suppliers", "code,name\nS1,Acme\n")
    await shop.done(Undo(of=outcome.action_id))
    found = await told(database)
    assert found["exists"] == ("yes", "no")
    assert found["name"] == ("Acme", "–")
    assert ("–", "–") not in found.values()
    assert not any("_" in field for field in found)


@pytest.mark.usefixtures("german")
async def test_in_german(sqlite_database: Database, tmp_path: Path) -> None:
    importer = Importer(sqlite_database, tmp_path)
    await importer.products("sku,name\nA,Milch\n")
    await importer.stock("sku,location,quantity,lot\nA,MAIN,5,L1\n")
    await importer.stock("sku,location,quantity,lot,expires_on\nA,MAIN,1,L1,2027-03-31\n")
    assert await told(sqlite_database) == {"": ("Charge L1", ""), "verfällt am": ("–", "2027-03-31")}
