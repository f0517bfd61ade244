"""Importing files in tests; after every import the books must be right."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

from inventory_app.actions.action import Context
from inventory_app.database.database import Database
from inventory_app.database.tables import (
    Category,
    Location,
    Lot,
    Party,
    Product,
    ProductBarcode,
    PurchaseOrder,
    PurchaseOrderLine,
    ReorderRule,
    SalesOrder,
    SalesOrderAllocation,
    SalesOrderLine,
    StockLevel,
    Uom,
)
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.request import ImportOutcome, ImportRequest
from inventory_app.importing.run_import import run_import
from inventory_app.importing.treatment import UNTREATED, Treatment
from inventory_app.queries.verify import verify
from tests.support.shop import MIRA


@dataclass
class Importer:
    """Imports texts as files of one folder."""

    database: Database
    folder: Path
    context: Context = MIRA
    encoding: str = "utf-8"

    async def products(self, text: str, *flags: str, **rest: Any) -> ImportOutcome:
        return await self.file(self.write(text), *flags, **rest)

    async def stock(self, text: str, *flags: str, **rest: Any) -> ImportOutcome:
        return await self.file(self.write(text), *flags, kind="stock", **rest)

    async def kind(self, kind: str, text: str, *flags: str, **rest: Any) -> ImportOutcome:
        return await self.file(self.write(text), *flags, kind=kind, **rest)

    async def file(
        self, path: Path, *flags: str, rejects: str = "", treatment: Treatment = UNTREATED, **options: Any
    ) -> ImportOutcome:
        request = ImportRequest(str(path), ImportOptions(**options), flags, rejects, treatment)
        outcome = await run_import(self.database, request, context=self.context)
        await self.assert_books_are_right()
        return outcome

    def write(self, text: str, name: str = "file.csv") -> Path:
        path = self.folder / name
        path.write_bytes(text.encode(self.encoding))
        return path

    async def assert_books_are_right(self) -> None:
        async with self.database.read() as session:
            report = await verify(session)
        assert report.clean, report.differences

    async def catalogue(self) -> dict[str, dict[str, Any]]:
        """Every product with the names that it refers to."""
        query = (
            select(Product, Category.name, Party.name, Uom.code)
            .outerjoin(Category, Category.id == Product.category_id)
            .outerjoin(Party, Party.id == Product.supplier_id)
            .join(Uom, Uom.id == Product.uom_id)
        )
        barcodes = select(Product.sku, ProductBarcode.barcode).join(Product).order_by(ProductBarcode.id)
        async with self.database.read() as session:
            rows = (await session.execute(query)).all()
            found: dict[str, dict[str, Any]] = {}
            for product, category, supplier, uom in rows:
                found[product.sku] = {
                    "name": product.name,
                    "description": product.description,
                    "price": product.price,
                    "cost": product.cost,
                    "category": category,
                    "supplier": supplier,
                    "uom": uom,
                    "tracking": product.tracking,
                    "archived": product.archived_at is not None,
                    "barcodes": [],
                }
            for sku, barcode in await session.execute(barcodes):
                found[sku]["barcodes"].append(barcode)
        return found

    async def levels(self) -> dict[tuple[str, str, str, str], Decimal]:
        """on_hand by sku, location, lot and serial number."""
        query = (
            select(Product.sku, Location.path, Lot.lot_number, Lot.serial, StockLevel.on_hand)
            .join(Product, Product.id == StockLevel.product_id)
            .join(Location, Location.id == StockLevel.location_id)
            .join(Lot, Lot.id == StockLevel.lot_id)
        )
        async with self.database.read() as session:
            return {(row[0], row[1], row[2], row[3]): row[4] for row in await session.execute(query)}

    async def parties(self) -> dict[str, dict[str, Any]]:
        """Every party by its name: what it is, its codes, and the texts that are not blank."""
        texts = ("supplier_code", "customer_code", "email", "phone", "address", "tax_id", "note")
        async with self.database.read() as session:
            rows = (await session.scalars(select(Party).order_by(Party.name))).all()
        return {
            row.name: {name: getattr(row, name) for name in texts if getattr(row, name)}
            | {"roles": [role for role in ("supplier", "customer") if getattr(row, f"is_{role}")]}
            for row in rows
        }

    async def locations(self) -> dict[str, tuple[str, str, str]]:
        """Name, kind and policy of every location by its path."""
        async with self.database.read() as session:
            rows = (await session.scalars(select(Location).order_by(Location.path))).all()
        return {row.path: (row.name, row.kind, row.negative_stock) for row in rows}

    async def sales(self) -> dict[str, dict[str, Any]]:
        """Every sales order by its reference; each line with what it holds and has taken of which lot."""
        query = (
            select(SalesOrder, SalesOrderLine, SalesOrderAllocation, Product.sku, Lot.lot_number, Lot.serial)
            .join(SalesOrderLine, SalesOrderLine.order_id == SalesOrder.id)
            .join(SalesOrderAllocation, SalesOrderAllocation.line_id == SalesOrderLine.id)
            .join(Product, Product.id == SalesOrderLine.product_id)
            .join(Lot, Lot.id == SalesOrderAllocation.lot_id)
            .order_by(SalesOrder.id, SalesOrderLine.line_no)
        )
        async with self.database.read() as session:
            parties = {row.id: row.name for row in await session.scalars(select(Party))}
            places = {row.id: row.path for row in await session.scalars(select(Location))}
            found: dict[str, dict[str, Any]] = {}
            for order, line, held, sku, lot, serial in await session.execute(query):
                told = found.setdefault(order.reference, {
                    "status": order.status, "customer": parties.get(order.customer_id or 0), "total": order.total,
                    "location": places[order.location_id], "lines": {},
                })  # fmt: skip
                said = told["lines"].setdefault(line.line_no, (sku, line.ordered, line.unit_price, line.total, {}))
                said[4][lot or serial] = (held.reserved, held.shipped)
        return found

    async def purchases(self) -> dict[str, dict[str, Any]]:
        """Every purchase order by its reference."""
        query = (
            select(PurchaseOrder, PurchaseOrderLine, Product.sku, Party.name, Location.path)
            .join(PurchaseOrderLine, PurchaseOrderLine.order_id == PurchaseOrder.id)
            .join(Product, Product.id == PurchaseOrderLine.product_id)
            .join(Party, Party.id == PurchaseOrder.supplier_id)
            .join(Location, Location.id == PurchaseOrder.location_id)
            .order_by(PurchaseOrder.id, PurchaseOrderLine.line_no)
        )
        found: dict[str, dict[str, Any]] = {}
        async with self.database.read() as session:
            for order, line, sku, supplier, path in await session.execute(query):
                told = found.setdefault(order.reference, {
                    "status": order.status, "supplier": supplier, "location": path, "number": order.number,
                    "ordered": order.ordered_at, "expected": order.expected_on, "lines": [],
                })  # fmt: skip
                told["lines"].append((sku, line.ordered, line.unit_cost, line.received))
        return found

    async def reorder_points(self) -> dict[tuple[str, str], Decimal]:
        query = (
            select(Product.sku, Location.path, ReorderRule.reorder_point)
            .join(Product, Product.id == ReorderRule.product_id)
            .join(Location, Location.id == ReorderRule.location_id)
        )
        async with self.database.read() as session:
            return {(row[0], row[1]): row[2] for row in await session.execute(query)}


def first_reasons(outcome: ImportOutcome) -> dict[int, str]:
    """The reason under which each rejected record counts."""
    found: dict[int, str] = {}
    for one in outcome.problems:
        if not one.warning:
            found.setdefault(one.record, one.code)
    return found


def brief(outcome: ImportOutcome) -> tuple[str, int, int, int, dict[str, int]]:
    """What most tests look at: the word, created, updated, unchanged, and the reasons of the rejected."""
    counts = outcome.counts
    return (outcome.outcome, counts.created, counts.updated, counts.unchanged, dict(counts.rejected_by_reason))
