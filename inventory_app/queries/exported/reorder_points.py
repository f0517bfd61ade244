"""The reorder points of products, one for each place that has one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Location, Product, ReorderRule
from inventory_app.queries.exported.table import ExportTable, quantity, text
from inventory_app.queries.page import Order, sorted_by


async def exported_reorder_points(
    session: AsyncSession, wanted: object = None, order: Order | None = None
) -> ExportTable:
    """All of them by sku and location."""
    del session, wanted  # nothing has to be looked up first, and there is no filter
    columns = (
        text("sku", Product.sku),
        text("location", Location.path),
        quantity("reorder_point", ReorderRule.reorder_point),
    )
    rows = (
        select(ReorderRule.product_id)
        .join(Product, Product.id == ReorderRule.product_id)
        .join(Location, Location.id == ReorderRule.location_id)
    )
    orders = {"sku": (Product.sku, Location.path)}
    return ExportTable(columns, rows.order_by(*sorted_by(orders, order or Order("sku"))))
