"""The columns of the product table."""

from __future__ import annotations

from inventory_app.queries.products import ProductRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.stock_columns import FigureColumns
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate

WIDE = ("supplier", "cost", "reserved", "uom")


def product_columns(figures: FigureColumns[ProductRow], currency: str) -> tuple[Column[ProductRow], ...]:
    """Currency stands in the header, not in each cell."""
    sign = f", {currency}" if currency else ""
    return (
        Column("sku", translate("Products", "SKU"), lambda row: row.sku, 72, sort="sku", code=True,
               tip=lambda row: row.sku),
        Column("name", translate("Products", "Product"), lambda row: row.name, sort="name", tip=lambda row: row.name),
        Column("category", translate("Products", "Category"), lambda row: row.category or "", 92, sort="category"),
        Column("supplier", translate("Products", "Supplier"), lambda row: row.supplier or "", 140, sort="supplier",
               hidden=True),
        Column("price", translate("Products", "Price") + sign, lambda row: formats.money(row.price), 84, right=True,
               sort="price"),
        Column("cost", translate("Products", "Cost") + sign, lambda row: formats.money(row.cost), 84, right=True,
               sort="cost", hidden=True),
        figures.column("on_hand", translate("Products", "On hand"), lambda row: row.on_hand, 80),
        figures.column("reserved", translate("Products", "Reserved"), lambda row: row.reserved, 80, hidden=True),
        figures.available(92, low=translate("Products", "at or below the reorder point somewhere")),
        Column("uom", translate("Products", "Unit"), lambda row: row.uom, 56, hidden=True),
        Column("barcode", translate("Products", "Barcode"), lambda row: row.barcode or "", 124, code=True,
               tip=lambda row: row.barcode or ""),
    )  # fmt: skip
