"""The barcodes of products, all that each has: in the table of products stands the first one only."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Product, ProductBarcode
from inventory_app.queries.exported.table import ExportTable, quantity, text
from inventory_app.queries.page import Order, sorted_by


async def exported_barcodes(session: AsyncSession, wanted: object = None, order: Order | None = None) -> ExportTable:
    """All of them by sku, the first of each product first."""
    del session, wanted  # nothing has to be looked up first, and there is no filter
    columns = (
        text("sku", Product.sku),
        text("barcode", ProductBarcode.barcode),
        quantity("factor", ProductBarcode.factor),
    )
    rows = select(ProductBarcode.id).join(Product, Product.id == ProductBarcode.product_id)
    orders = {"sku": (Product.sku, ProductBarcode.id)}
    return ExportTable(columns, rows.order_by(*sorted_by(orders, order or Order("sku"))))
