"""The lines of orders in force, each with the columns that an import of them reads and with what became of it.

Drafts and cancelled orders are left out: an import would place them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import (
    Location,
    Party,
    Product,
    PurchaseOrder,
    PurchaseOrderLine,
    SalesOrder,
    SalesOrderAllocation,
    SalesOrderLine,
)
from inventory_app.domain.orders import PURCHASE_PREFIX, PURCHASES_IN_FORCE, SALES_IN_FORCE, SALES_PREFIX
from inventory_app.queries.exact import raw
from inventory_app.queries.exported.order_references import file_reference
from inventory_app.queries.exported.table import (
    ExportTable,
    day,
    day_of,
    integer,
    money,
    plain,
    quantity,
    text,
    time,
    worth,
)
from inventory_app.queries.orders import OrderFilter, sales_order_conditions, sales_order_orders
from inventory_app.queries.page import Order, sorted_by


async def exported_sales_lines(
    session: AsyncSession, wanted: OrderFilter | None = None, order: Order | None = None
) -> ExportTable:
    """The lines of the sales orders of a filter; those of one order stand together, in their order."""
    del session  # nothing has to be looked up first
    rows = (
        select(SalesOrder.id)
        .select_from(SalesOrder)
        .join(SalesOrderLine, SalesOrderLine.order_id == SalesOrder.id)
        # These are there; an outer join keeps SQLite from beginning with them.
        .outerjoin(Product, Product.id == SalesOrderLine.product_id)
        .outerjoin(Location, Location.id == SalesOrder.location_id)
        .outerjoin(Party, Party.id == SalesOrder.customer_id)
        .where(SalesOrder.status.in_(SALES_IN_FORCE), *sales_order_conditions(wanted or OrderFilter()))
        .order_by(*sorted_by(sales_order_orders(), order or Order("number")), SalesOrderLine.line_no)
    )
    columns = (
        text("reference", file_reference(SalesOrder, SALES_PREFIX, SALES_IN_FORCE)),
        text("customer", Party.name),
        day_of("order_date", SalesOrder.placed_at),
        text("location", Location.path),
        text("sku", Product.sku),
        quantity("quantity", SalesOrderLine.ordered),
        money("unit_price", SalesOrderLine.unit_price),
        text("number", SalesOrder.number),
        text("given_reference", SalesOrder.reference),
        integer("line_no", SalesOrderLine.line_no),
        text("name", Product.name),
        plain("status", SalesOrder.status),
        time("placed_at", SalesOrder.placed_at),
        quantity("shipped", _shipped()),
        money("line_total", SalesOrderLine.total),
    )
    return ExportTable(columns, rows)


def _shipped() -> ColumnElement[Any]:
    """What of a line has left, all lots together: never more than was ordered, so it fits."""
    shipped = func.coalesce(func.sum(raw(SalesOrderAllocation.shipped)), 0)
    of_line = select(shipped).where(SalesOrderAllocation.line_id == SalesOrderLine.id)
    return cast(of_line.scalar_subquery(), BigInteger)


async def exported_purchase_lines(
    session: AsyncSession, wanted: object = None, order: Order | None = None
) -> ExportTable:
    """The lines of all purchase orders in force, oldest first."""
    del session, wanted  # nothing has to be looked up first, and there is no filter
    orders = {"number": (PurchaseOrder.id,)}
    rows = (
        select(PurchaseOrder.id)
        .select_from(PurchaseOrder)
        .join(PurchaseOrderLine, PurchaseOrderLine.order_id == PurchaseOrder.id)
        .outerjoin(Product, Product.id == PurchaseOrderLine.product_id)
        .outerjoin(Location, Location.id == PurchaseOrder.location_id)
        .outerjoin(Party, Party.id == PurchaseOrder.supplier_id)
        .where(PurchaseOrder.status.in_(PURCHASES_IN_FORCE))
        .order_by(*sorted_by(orders, order or Order("number")), PurchaseOrderLine.line_no)
    )
    columns = (
        text("reference", file_reference(PurchaseOrder, PURCHASE_PREFIX, PURCHASES_IN_FORCE)),
        text("supplier", Party.name),
        day_of("order_date", PurchaseOrder.ordered_at),
        day("expected_on", PurchaseOrder.expected_on),
        text("location", Location.path),
        text("sku", Product.sku),
        quantity("quantity", PurchaseOrderLine.ordered),
        money("unit_cost", PurchaseOrderLine.unit_cost),
        text("number", PurchaseOrder.number),
        text("given_reference", PurchaseOrder.reference),
        integer("line_no", PurchaseOrderLine.line_no),
        text("name", Product.name),
        plain("status", PurchaseOrder.status),
        time("ordered_at", PurchaseOrder.ordered_at),
        quantity("received", PurchaseOrderLine.received),
        worth("line_total", PurchaseOrderLine.ordered, PurchaseOrderLine.unit_cost),
    )
    return ExportTable(columns, rows)
