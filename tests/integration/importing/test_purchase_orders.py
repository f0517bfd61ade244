"""Purchase orders from a file, as they were ordered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from inventory_app.importing.options import Missing, Mode
from tests.support.imports import brief, first_reasons
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer

KIND = "purchase-orders"


async def test_as_ordered(importer: Importer, shop: Shop) -> None:
    await shop.product("A", cost=Decimal("1.5"))
    await shop.product("B")
    text = (
        "Bestellnummer;Lieferant;Bestelldatum;Liefertermin;Lager;Artikelnummer;Menge;Einzelpreis\n"
        "P1;Holz Berger;04.03.2026;11.03.2026;Shop/Back;A;2,5;\nP1;;;;;B;1;0,25\nP2;Holz Berger;;;;B;4;\n"
    )
    tried = await importer.kind(KIND, text, decimal=",", date_format="DD.MM.YYYY", dry_run=True)
    outcome = await importer.kind(KIND, text, decimal=",", date_format="DD.MM.YYYY")
    assert brief(outcome) == ("committed", 3, 0, 0, {})
    assert outcome.counts.documents == 2
    assert tried.counts == outcome.counts
    found = await importer.purchases()
    assert found["P1"]["number"].startswith("PO-")
    assert found["P1"] | {"number": ""} == {
        "status": "ordered", "supplier": "Holz Berger", "location": "Shop/Back", "number": "",
        "ordered": datetime(2026, 3, 4, 12, tzinfo=UTC), "expected": date(2026, 3, 11),
        "lines": [("A", Decimal("2.5"), Decimal("1.5"), 0), ("B", 1, Decimal("0.25"), 0)],
    }  # fmt: skip
    assert found["P2"]["location"] == "MAIN"
    assert (await importer.parties())["Holz Berger"]["roles"] == ["supplier"]
    assert await shop.level("A", "Shop/Back") == (0, 0)
    assert (await importer.kind(KIND, text, decimal=",", date_format="DD.MM.YYYY")).outcome == "refused"


async def test_every_reason_is_told(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await importer.kind("suppliers", "name\nMaker\n")
    await importer.kind(KIND, "reference,supplier,sku,quantity\nold,Maker,A,1\n")
    text = (
        "reference,supplier,expected_on,location,sku,quantity,unit_cost\n"
        ",Maker,,,A,1,\n1,,,,A,1,\n2,New,,,A,1,\n3,Maker,,NO,A,1,\n4,Maker,soon,,A,1,\n5,Maker,,,A,1,-1\n"
        "6,Maker,2026-03-04,,A,1,\n6,Maker,2026-03-05,,A,1,\nold,Maker,,,A,1,\n7,Maker,,,B,1,\n8,Maker,,,A,1,\n"
    )
    outcome = await importer.kind(KIND, text, mode=Mode.SKIP, missing=Missing.REJECT)
    assert first_reasons(outcome) == {
        1: "reference_missing", 2: "supplier_missing", 3: "unknown_supplier", 4: "unknown_location",
        5: "date_invalid", 6: "unit_cost_invalid", 7: "document_rejected", 8: "document_conflict",
        9: "reference_exists", 10: "sku_unknown",
    }  # fmt: skip
    assert sorted(await importer.purchases()) == ["8", "old"]
