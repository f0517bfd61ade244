"""The columns of the product table."""

from __future__ import annotations

from inventory_app.queries.products import ProductRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.stock_columns import FigureColumns
from inventory_app.ui.theme import formats

WIDE = ("supplier", "cost", "reserved", "uom")


def product_columns(figures: FigureColumns[ProductRow], currency: str) -> tuple[Column[ProductRow], ...]:
    """Currency stands in the header, not in each cell."""
    sign = f", {currency}" if currency else ""
    return (
        Column("sku", "SKU", lambda row: row.sku, 72, sort="sku", code=True, tip=lambda row: row.sku),
        Column("name", "Product", lambda row: row.name, sort="name", tip=lambda row: row.name),
        Column("category", "Category", lambda row: row.category or "", 92, sort="category"),
        Column("supplier", "Supplier", lambda row: row.supplier or "", 140, sort="supplier", hidden=True),
        Column("price", f"Price{sign}", lambda row: formats.money(row.price), 84, right=True, sort="price"),
        Column("cost", f"Cost{sign}", lambda row: formats.money(row.cost), 84, right=True, sort="cost", hidden=True),
        figures.column("on_hand", "On hand", lambda row: row.on_hand, 80),
        figures.column("reserved", "Reserved", lambda row: row.reserved, 80, hidden=True),
        figures.available(92, low="at or below the reorder point somewhere"),
        Column("uom", "Unit", lambda row: row.uom, 56, hidden=True),
        Column("barcode", "Barcode", lambda row: row.barcode or "", 124, code=True, tip=lambda row: row.barcode or ""),
    )
