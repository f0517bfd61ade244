"""Sales orders from a file: each document whole or not at all, as if they were placed one by one."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.outcome import Committed, Refused
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.tables import SalesOrder, StockMove
from inventory_app.domain.stock import NegativeStock
from inventory_app.importing.options import Missing, Mode, NegativeQuantity, OnExisting, Orders
from tests.support.databases import opened
from tests.support.imports import Importer, brief, first_reasons
from tests.support.shop import Shop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from inventory_app.importing.request import ImportOutcome

SKIP = Mode.SKIP
KIND = "sales-orders"


@pytest.fixture
async def other_shop(another_sqlite_stockroom_url: str) -> AsyncIterator[Shop]:
    """A second database, in which the same is done one by one."""
    async with opened(another_sqlite_stockroom_url) as database:
        yield Shop(database)


async def test_as_placed(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="10", price=Decimal("2.5"))
    await shop.product("B", on_hand="5")
    text = (
        "Order,Customer,Order date,SKU,Qty,Price\n#1,Ann,2026-03-04,A,2,\n#2,,,B,1,\n#1,,,B,1.5,3\n#1,Ann,,A,1,0.3333\n"
    )
    tried = await importer.kind(KIND, text, dry_run=True)
    assert await shop.level("A") == (10, 0)
    outcome = await importer.kind(KIND, text)
    assert brief(outcome) == ("committed", 4, 0, 0, {})
    assert tried.counts == outcome.counts
    assert (outcome.counts.accepted, outcome.counts.documents) == (4, 2)
    assert outcome.message.startswith("4 order lines created in 2 orders, 0 updated, 0 unchanged")
    assert await importer.sales() == {
        "#1": {
            "status": "placed", "customer": "Ann", "total": Decimal("9.8333"), "location": "MAIN",
            "lines": {
                1: ("A", 2, Decimal("2.5"), 5, {"": (2, 0)}),
                2: ("B", Decimal("1.5"), 3, Decimal("4.5"), {"": (Decimal("1.5"), 0)}),
                3: ("A", 1, Decimal("0.3333"), Decimal("0.3333"), {"": (1, 0)}),
            },
        },
        "#2": {
            "status": "placed", "customer": None, "total": None, "location": "MAIN",
            "lines": {1: ("B", 1, None, None, {"": (1, 0)})},
        },
    }  # fmt: skip
    assert await shop.level("A") == (10, 3)
    async with importer.database.read() as session:
        orders = (await session.scalars(select(SalesOrder).order_by(SalesOrder.id))).all()
    assert [one.number for one in orders] == [f"SO-{one.id:06d}" for one in orders]
    assert orders[0].placed_at == datetime(2026, 3, 4, 12, tzinfo=UTC)
    made = await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(1)),)))
    assert made.result["order"] == f"SO-{orders[1].id + 1:06d}"


async def test_as_shipped(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="10", price=Decimal("2.5"), cost=Decimal("1.25"))
    outcome = await importer.kind(KIND, "number,sku,quantity\n1,A,2\n2,A,3\n", orders=Orders.SHIPPED)
    assert brief(outcome) == ("committed", 2, 0, 0, {})
    assert await shop.level("A") == (5, 0)
    assert (await importer.sales())["2"]["status"] == "shipped"
    async with importer.database.read() as session:
        moves = (await session.scalars(select(StockMove).where(StockMove.reason_code == "SALE"))).all()
    assert [(one.document, one.quantity, one.value) for one in moves] == [
        ("SO-000001", Decimal(2), Decimal("2.5")),
        ("SO-000002", Decimal(3), Decimal("3.75")),
    ]
    short = await importer.kind(KIND, "number,sku,quantity\n3,A,6\n", orders=Orders.SHIPPED)
    assert brief(short) == ("refused", 0, 0, 0, {"not_available": 1})
    assert short.problems[0].value == "6, 5 available"


async def test_every_reason_is_told_and_rejects_the_whole_document(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="100")
    await importer.kind("customers", "name\nAnn\n")
    text = (
        "reference,customer,order_date,location,sku,quantity,unit_price\n"
        ",,,,A,1,\n"  # 1
        "d2,,,,,1,\nd2,,,,A,1,\n"  # 2, 3
        "d3,,,,A,0,\nd4,,,,A,-1,\nd5,,,,A,x,\nd6,,,,A,,\n"  # 4 to 7
        "d7,,,,A,1,x\nd8,,,,A,1,-1\nd9,,31.12.,,A,1,\n"  # 8 to 10
        "e1,,,,NO,1,\ne2,,,NO,A,1,\ne3,,,SUPPLIER,A,1,\n"  # 11 to 13
        "e4,Ann,,,A,1,\ne4,Bob,,,A,1,\n"  # 14, 15
        "e5,Bob,,,A,1,\n"  # 16
        "e6,,,,A,90,\ne7,,,,A,11,\n"  # 17, 18
        "e8,,,,A,9000000000000,\n"
        "e9,Ann,,,A,1,\ne9,,,,A,1,\n"  # 20, 21
    )
    outcome = await importer.kind(KIND, text, mode=SKIP, missing=Missing.REJECT)
    assert first_reasons(outcome) == {
        1: "reference_missing", 2: "sku_missing", 3: "document_rejected", 4: "quantity_invalid",
        5: "quantity_negative", 6: "quantity_invalid", 7: "quantity_invalid", 8: "unit_price_invalid",
        9: "unit_price_negative", 10: "date_invalid", 11: "sku_unknown", 12: "unknown_location",
        13: "unknown_location", 14: "document_rejected", 15: "document_conflict", 16: "unknown_customer",
        18: "not_available", 19: "quantity_invalid",
    }  # fmt: skip
    assert sorted(await importer.sales()) == ["e6", "e9"]
    assert outcome.counts.records == outcome.counts.accepted + outcome.counts.rejected
    assert (outcome.counts.accepted, outcome.counts.created, outcome.counts.documents) == (3, 3, 2)
    assert await shop.level("A") == (100, 92)
    kept = await importer.kind(
        KIND, "reference,sku,quantity\nx,A,-1\n", negative_quantity=NegativeQuantity.KEEP, mode=SKIP
    )
    assert brief(kept) == ("committed", 0, 0, 0, {"quantity_negative": 1})
    again = await importer.kind(KIND, "reference,sku,quantity\nx,A,1\ne6,A,1\n", mode=SKIP)
    assert first_reasons(again) == {2: "reference_exists"}


async def test_a_number_that_is_known(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="100")
    text = "number,customer,sku,quantity\n1,Ann,A,1\n2,Ann,A,1\n"
    first = await importer.kind(KIND, text)
    assert (await importer.kind(KIND, text)).outcome == "refused"
    assert f"import {first.import_id}" in (await importer.kind(KIND, text)).message
    more = text + "1,Bob,A,1\n3,Ann,A,1\n"
    assert first_reasons(await importer.kind(KIND, more, dry_run=True)) == {
        1: "reference_exists", 2: "reference_exists", 3: "document_conflict",
    }  # fmt: skip
    more = text.replace("Ann", "Bob") + "3,Ann,A,1\n"
    assert brief(await importer.kind(KIND, more)) == ("committed", 3, 0, 0, {})
    skipped = await importer.kind(KIND, text + "1,,A,5\n4,Ann,A,1\n4,,A,2\n", on_existing=OnExisting.SKIP)
    assert brief(skipped) == ("committed", 2, 0, 3, {})
    assert (skipped.counts.accepted, skipped.counts.documents) == (5, 1)
    again = await importer.kind(KIND, text, again=True)
    assert brief(again) == ("committed", 2, 0, 0, {})
    assert dict(again.counts.warnings_by_reason) == {"reference_repeated": 2}


@pytest.mark.parametrize("seed", range(8))
async def test_any_file_does_what_placing_one_by_one_does(
    importer: Importer, shop: Shop, other_shop: Shop, tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - not a secret
    ships = dice.random() < 0.5
    other = Importer(other_shop.database, tmp_path)
    for one in (shop, other_shop):
        await one.done(CreateLocation(code="OPEN", negative_stock=NegativeStock.ALLOW))
        await one.done(CreateLocation(code="WARN", negative_stock=NegativeStock.WARN))
        for number, sku in enumerate("ABCD"):
            await one.product(sku, price=Decimal(number) / 4 + Decimal("0.0001") if number else None, cost=Decimal(1))
    stock = "sku,location,quantity,lot,expires_on\n" + "".join(
        f"{dice.choice('ABCD')},{dice.choice(('MAIN', 'OPEN', 'WARN'))},{dice.randint(1, 12)},"
        f"{dice.choice(('', '', 'L1,2027-01-01', 'L2,2026-12-31', 'L3'))}".ljust(1)
        + "\n"
        for _ in range(14)
    )
    stock = "\n".join(line + "," * (4 - line.count(",")) for line in stock.splitlines()) + "\n"
    assert (await importer.stock(stock)).outcome == (await other.stock(stock)).outcome == "committed"
    documents: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    places = {f"R{number}": dice.choice(("MAIN", "MAIN", "OPEN", "WARN")) for number in range(12)}
    rows = []
    for _ in range(30):
        reference = dice.choice(list(places))
        line = (dice.choice("ABCD"), Decimal(dice.randint(1, 40)) / 4)
        documents[reference].append(line)
        rows.append(f"{reference},{places[reference]},{line[0]},{line[1]}")

    outcome = await importer.kind(
        KIND, "reference,location,sku,quantity\n" + "\n".join(rows) + "\n", mode=SKIP,
        orders=Orders.SHIPPED if ships else Orders.PLACED,
    )  # fmt: skip

    refused = await _one_by_one(other_shop, documents, places, ships=ships)
    rejected = {rows[record - 1].split(",")[0] for record in first_reasons(outcome)}
    assert rejected == refused, rows
    assert await importer.sales() == await other.sales(), rows
    assert await _held(importer) == await _held(other), rows


async def _one_by_one(
    shop: Shop, documents: dict[str, list[tuple[str, Decimal]]], places: dict[str, str], *, ships: bool
) -> set[str]:
    refused = set()
    for reference, lines in documents.items():
        wanted = tuple(OrderLine(sku, quantity) for sku, quantity in lines)
        order = PlaceOrder(location=places[reference], lines=wanted, reference=reference, ship=ships)
        outcome = await shop.do(order)
        if isinstance(outcome, Refused):
            assert outcome.code == "not_available"
            refused.add(reference)
        else:
            assert isinstance(outcome, Committed), outcome
    return refused


async def _held(importer: Importer) -> dict[tuple[str, str, str, str], Decimal]:
    return {key: on_hand for key, on_hand in (await importer.levels()).items() if on_hand}


async def test_serials_are_sold_one_by_one(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await importer.stock("sku,quantity,serial\nA,1,s1\nA,1,s2\n")
    outcome: ImportOutcome = await importer.kind(
        KIND, "reference,sku,quantity\n1,A,1\n2,A,2\n3,A,1\n", mode=SKIP, orders=Orders.SHIPPED
    )
    assert first_reasons(outcome) == {2: "not_available"}
    assert await importer.levels() == {("A", "MAIN", "", "s1"): 0, ("A", "MAIN", "", "s2"): 0}
