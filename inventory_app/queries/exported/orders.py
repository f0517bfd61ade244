"""Sales orders, oldest first."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Location, Party, SalesOrder, SalesOrderLine
from inventory_app.queries.exported.table import ExportTable, identifier, integer, money, text, time
from inventory_app.queries.orders import OrderFilter, sales_order_conditions, sales_order_orders
from inventory_app.queries.page import Order, sorted_by


async def exported_orders(
    session: AsyncSession, wanted: OrderFilter | None = None, order: Order | None = None
) -> ExportTable:
    """The sales orders of a filter."""
    del session  # nothing has to be looked up first
    lines = select(func.count()).where(SalesOrderLine.order_id == SalesOrder.id).scalar_subquery()
    rows = (
        select(SalesOrder.id)
        .select_from(SalesOrder)
        .join(Location, Location.id == SalesOrder.location_id)
        .outerjoin(Party, Party.id == SalesOrder.customer_id)
        .where(*sales_order_conditions(wanted or OrderFilter()))
        .order_by(*sorted_by(sales_order_orders(), order or Order("number")))
    )
    columns = (
        text("number", SalesOrder.number),
        text("reference", SalesOrder.reference),
        text("customer", Party.name),
        text("status", SalesOrder.status),
        text("location", Location.path),
        time("placed_at", SalesOrder.placed_at),
        integer("lines", lines),
        money("total", SalesOrder.total),
        identifier("action_id", SalesOrder.action_id),
    )
    return ExportTable(columns, rows)
