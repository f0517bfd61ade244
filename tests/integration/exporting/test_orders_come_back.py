"""The lines of orders leave as a file and come back: each order by itself, nothing twice, on both engines."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.ship_order import ShipLine, ShipOrder
from inventory_app.database.database import Database
from inventory_app.database.tables import PurchaseOrder, PurchaseOrderLine, SalesOrder
from inventory_app.exporting.export import export
from inventory_app.exporting.request import ExportRequest
from inventory_app.exporting.statement import statement_of
from inventory_app.exporting.tables import table_of
from inventory_app.importing.options import Mode, OnExisting, Orders, StockMode
from inventory_app.queries.page import Order
from tests.support.imports import Importer
from tests.support.shop import Shop

SALES, PURCHASES = "sales-orders", "purchase-orders"
# What orders need, in the order of an import, with the options that it takes.
BEFORE: Mapping[str, Mapping[str, Any]] = {
    "locations": {}, "suppliers": {}, "customers": {}, "products": {}, "stock": {"stock_mode": StockMode.SET},
}  # fmt: skip
READ = {
    SALES: ("reference", "customer", "order_date", "location", "sku", "quantity", "unit_price"),
    PURCHASES: ("reference", "supplier", "order_date", "expected_on", "location", "sku", "quantity", "unit_cost"),
}
ODD = '=R "1",\nsecond line'


async def place(shop: Shop, *lines: OrderLine, reference: str = "", customer: str = "", place: str = "MAIN") -> str:
    """An order; its number."""
    lines = lines or (OrderLine("00417", Decimal(1)),)
    order = PlaceOrder(location=place, lines=lines, reference=reference, customer=customer)
    return str((await shop.done(order)).result["order"])


async def furnish(importer: Importer, shop: Shop) -> dict[str, str]:
    """Orders with everything that a file could lose; by what they are, what each is called in a file."""
    await shop.done(CreateLocation(code="SHOP"))
    await shop.product("00417", "90", price=Decimal("2.5"), cost=Decimal("1.2345"))
    await shop.product("=free", "9", price=Decimal(0))
    await shop.product("later", "9", name='Only later, "a price"')
    await importer.stock("sku,location,quantity\n00417,SHOP,50\n")
    plain = await place(
        shop, OrderLine("00417", Decimal("1.000001")), OrderLine("=free", Decimal(1)), OrderLine("later", Decimal(2)),
        OrderLine("00417", Decimal(2), Decimal("0.3333")),
    )  # fmt: skip
    await shop.done(EditProduct(sku="later", changes={"price": "7"}))
    ann = await place(shop, reference="R 1", customer="Ann", place="SHOP")
    bob = await place(shop, reference="R 1", customer="=Bob()")
    odd = await place(shop, reference=ODD)
    gone = await place(shop, reference="R 9")
    await shop.done(CancelOrder(order=gone))
    await place(shop, reference="R 9")
    partly = await place(shop, OrderLine("00417", Decimal(5)))
    await shop.done(ShipOrder(order=partly, lines=(ShipLine("00417", Decimal(2)),)))
    like_plain = await place(shop, reference=plain)  # the number of one that stands under its number
    like_that = await place(shop, reference=like_plain)
    like_shared = await place(shop, reference=ann)
    await place(shop, reference=odd)  # the number of one that stands under its reference
    await importer.kind(SALES, f"reference,order_date,sku,quantity\nI 1,2024-02-29,00417,1\n{gone},,00417,1\n")
    own = dict.fromkeys((ODD, "R 9", odd, "I 1", gone))
    numbers = (plain, ann, bob, partly, like_plain, like_that, like_shared)
    return {"numbers": " ".join(numbers), "references": "|".join(own), "plain": plain, "partly": partly}


async def furnish_purchases(importer: Importer, shop: Shop) -> None:
    await importer.kind(
        PURCHASES,
        "reference,supplier,order_date,expected_on,location,sku,quantity,unit_cost\n"
        "P 1,Kiln House,2026-03-04,2026-03-11,SHOP,00417,2.5,\nP 1,,,,,later,1,0\nP 1,,,,,00417,1,0.0001\n"
        "P 2,Kiln House,,,,later,4,\nP 3,Kiln House,,,,00417,1,\nP 4,Kiln House,,,,00417,1,\n"
        "P 5,Acme,,,,00417,1,\nP 6,Kiln House,,,,00417,3,\n",
    )
    changes: dict[str, dict[str, object]] = {
        "P 3": {"status": "cancelled"},
        "P 4": {"status": "draft"},
        "P 6": {"reference": ""},
    }
    await set_columns(shop.database, PurchaseOrder, {**changes, "P 5": {"reference": "P 2"}})
    await shop.done(EditProduct(sku="later", changes={"cost": "3"}))
    line = select(PurchaseOrder.id).where(PurchaseOrder.reference == "P 1").scalar_subquery()
    received = update(PurchaseOrderLine).where(PurchaseOrderLine.order_id == line, PurchaseOrderLine.line_no == 1)
    async with shop.database.writing_connection() as connection, connection.begin():
        await connection.execute(received.values(received=Decimal("1.5")))
        await connection.execute(
            update(PurchaseOrder).where(PurchaseOrder.reference == "P 1").values(status="partly_received")
        )


async def set_columns(
    database: Database, table: type[SalesOrder | PurchaseOrder], changes: dict[str, dict[str, object]]
) -> None:
    """Values that no action gives yet, by reference."""
    async with database.writing_connection() as connection, connection.begin():
        for reference, values in changes.items():
            await connection.execute(update(table).where(table.reference == reference).values(**values))


async def exported(database: Database, kind: str, path: Path, form: str = "csv", *, raw: bool = False) -> Path:
    file = path.with_suffix(f".{form}")
    await export(database, ExportRequest(kind, form, str(file), raw))
    return file


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def read_by_an_import(file: Path, kind: str) -> list[dict[str, str]]:
    return [{name: row[name] for name in READ[kind]} for row in rows_of(file)]


async def count_of(database: Database, table: type[SalesOrder | PurchaseOrder]) -> int:
    async with database.read() as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)


@pytest.mark.parametrize(("form", "raw"), [("csv", False), ("csv", True), ("xlsx", False)])
async def test_every_line_comes_back(
    database: Database, another_database: Database, tmp_path: Path, form: str, *, raw: bool
) -> None:
    here, there = Importer(database, tmp_path), Importer(another_database, tmp_path)
    await furnish(here, Shop(database))
    await furnish_purchases(here, Shop(database))
    for kind, options in {**BEFORE, SALES: {"orders": Orders.PLACED}, PURCHASES: {}}.items():
        file = await exported(database, kind, tmp_path / f"here-{kind}", form, raw=raw)
        outcome = await there.file(file, kind=kind, **options)
        assert (outcome.outcome, outcome.counts.rejected) == ("committed", 0), (kind, outcome)
        assert outcome.counts.warnings_by_reason == {}, kind
    for kind, table in ((SALES, SalesOrder), (PURCHASES, PurchaseOrder)):
        first = await exported(database, kind, tmp_path / f"first-{kind}")
        second = await exported(another_database, kind, tmp_path / f"second-{kind}")
        assert read_by_an_import(second, kind) == read_by_an_import(first, kind)
        assert [row["line_total"] for row in rows_of(second)] == [row["line_total"] for row in rows_of(first)]
        # What came from here is known here, under whatever number it stands there.
        count = await count_of(database, table)
        back = await here.file(second, kind=kind, on_existing=OnExisting.SKIP)
        assert (back.outcome, back.counts.created, back.counts.rejected) == ("committed", 0, 0), back
        assert await count_of(database, table) == count


async def test_each_order_stands_by_itself(database: Database, tmp_path: Path) -> None:
    shop = Shop(database)
    called = await furnish(Importer(database, tmp_path), shop)
    rows = rows_of(await exported(database, SALES, tmp_path / "lines", raw=True))
    by_order: dict[str, set[str]] = {}
    for row in rows:
        by_order.setdefault(row["reference"], set()).add(row["number"])
    assert all(len(numbers) == 1 for numbers in by_order.values())
    assert set(by_order) == {*called["numbers"].split(" "), *called["references"].split("|")}
    assert [row["number"] for row in rows] == sorted(row["number"] for row in rows)
    first = [row for row in rows if row["number"] == called["plain"]]
    assert [(row["line_no"], row["sku"], row["quantity"], row["unit_price"], row["line_total"]) for row in first] == [
        ("1", "00417", "1.000001", "2.50", "2.50"), ("2", "=free", "1", "0.00", "0.00"), ("3", "later", "2", "", ""),
        ("4", "00417", "2", "0.3333", "0.6666"),
    ]  # fmt: skip
    shared = [row for row in rows if row["given_reference"] == "R 1"]
    assert [(row["customer"], row["location"]) for row in shared] == [("Ann", "SHOP"), ("=Bob()", "MAIN")]
    (partly,) = [row for row in rows if row["number"] == called["partly"]]
    assert (partly["status"], partly["quantity"], partly["shipped"]) == ("partly_shipped", "5", "2")
    assert "cancelled" not in {row["status"] for row in rows}


async def test_drafts_and_the_day_in_utc(database: Database, tmp_path: Path) -> None:
    shop = Shop(database)
    await shop.product("00417", "9", name="Mug")
    for reference in ("early", "late", "draft"):
        await place(shop, reference=reference)
    days = {"early": datetime(2026, 3, 4, 0, 0, tzinfo=UTC), "late": datetime(2026, 3, 4, 23, 59, 59, 999999, UTC)}
    changes: dict[str, dict[str, object]] = {reference: {"placed_at": at} for reference, at in days.items()}
    await set_columns(database, SalesOrder, {**changes, "draft": {"status": "draft"}})
    rows = rows_of(await exported(database, SALES, tmp_path / "lines"))
    told = [(row["reference"], row["order_date"], row["placed_at"], row["name"]) for row in rows]
    assert told == [
        ("early", "2026-03-04", "2026-03-04T00:00:00+00:00", "Mug"),
        ("late", "2026-03-04", "2026-03-04T23:59:59.999999+00:00", "Mug"),
    ]


async def test_purchases_tell_what_has_come(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.done(CreateLocation(code="SHOP"))
    await shop.product("00417", cost=Decimal("1.2345"))
    await shop.product("later")
    await furnish_purchases(importer, shop)
    rows = rows_of(await exported(database, PURCHASES, tmp_path / "lines"))
    names = ("supplier", "order_date", "expected_on", "location", "sku", "quantity", "unit_cost", "received",
             "line_total", "status")  # fmt: skip
    first, second = ("2026-03-04", "2026-03-11", "SHOP"), ("0.00", "0", "0.00")
    assert [tuple(row[name] for name in names) for row in rows[:3]] == [
        ("Kiln House", *first, "00417", "2.5", "1.2345", "1.5", "3.0862", "partly_received"),
        ("Kiln House", *first, "later", "1", *second, "partly_received"),
        ("Kiln House", *first, "00417", "1", "0.0001", "0", "0.0001", "partly_received"),
    ]
    assert [(row["reference"] == row["number"], row["given_reference"]) for row in rows] == [
        *[(False, "P 1")] * 3, (True, "P 2"), (True, "P 2"), (True, ""),
    ]  # fmt: skip
    assert (rows[3]["unit_cost"], rows[3]["line_total"]) == ("", "")


@pytest.mark.parametrize("kind", [SALES, PURCHASES])
async def test_where_it_came_from_nothing_is_ordered_twice(database: Database, tmp_path: Path, kind: str) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await furnish(importer, shop)
    await furnish_purchases(importer, shop)
    table: type[SalesOrder | PurchaseOrder] = SalesOrder if kind == SALES else PurchaseOrder
    file = await exported(database, kind, tmp_path / "lines")
    rows, count = rows_of(file), await count_of(database, table)
    refused = await importer.file(file, kind=kind)
    assert (refused.outcome, dict(refused.counts.rejected_by_reason)) == ("refused", {"reference_exists": len(rows)})
    skipped = await importer.file(file, kind=kind, on_existing=OnExisting.SKIP)
    assert (skipped.outcome, skipped.counts.created, skipped.counts.rejected) == ("committed", 0, 0), skipped
    assert await count_of(database, table) == count
    again = await importer.file(file, kind=kind, again=True)
    orders = len({row["number"] for row in rows})
    assert dict(again.counts.warnings_by_reason) == {"reference_repeated": len(rows)}
    assert await count_of(database, table) == count + orders
    twice = rows_of(await exported(database, kind, tmp_path / "twice"))
    assert len({row["number"] for row in twice}) == len({row["reference"] for row in twice}) == 2 * orders


async def test_our_number_is_known_until_the_order_is_cancelled(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("A", "9", price=Decimal(3))
    number = await place(shop, OrderLine("A", Decimal(1)), customer="Ann", reference="R 1")
    text = f"reference,customer,sku,quantity\n{number},,A,1\nother,,A,1\n"
    some = await importer.kind(SALES, text, mode=Mode.SKIP)
    assert dict(some.counts.rejected_by_reason) == {"reference_exists": 1}
    await shop.done(CancelOrder(order=number))
    placed = await importer.kind(SALES, f"reference,sku,quantity\n{number},A,1\n")
    assert placed.outcome == "committed"
    of_theirs = await importer.kind(PURCHASES, f"reference,supplier,sku,quantity\n{number},Kiln House,A,1\n")
    assert of_theirs.outcome == "committed", "an order to a supplier is another kind"


async def test_a_blank_price_is_the_products_but_none_in_our_own_export(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    await shop.product("A", "9", price=Decimal(3))
    head = "reference,sku,quantity,unit_price"
    await importer.kind(SALES, f"{head}\n1,A,1,\n")
    await importer.kind(SALES, f"{head},stockroom_export\n2,A,1,,\n3,A,1,4,\n")
    prices = {reference: one["lines"][1][2] for reference, one in (await importer.sales()).items()}
    assert prices == {"1": 3, "2": None, "3": 4}


@pytest.mark.parametrize("kind", [SALES, PURCHASES])
async def test_no_lines_are_sorted(database: Database, kind: str) -> None:
    """SQLite reads them along an index, in both directions."""
    for descending in (False, True):
        async with database.read() as session:
            table = await table_of(session, ExportRequest(kind, order=Order("number", descending)))
            statement = statement_of(table.statement, database.engine.dialect)
            if database.config.is_sqlite:
                connection = await session.connection()
                told = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.sql}", statement.values)
                assert "ORDER BY" not in str(told.all())
