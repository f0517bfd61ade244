"""What a product had and somebody else has by now, or what is not there any more: said before the database says no."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.changes import BARCODES
from inventory_app.database.tables import Category, Party, Product, ProductBarcode, Uom
from inventory_app.domain.errors import Refusal

_REFERENCES: Mapping[str, type[Category] | type[Party] | type[Uom]] = {
    "category_id": Category,
    "supplier_id": Party,
    "uom_id": Uom,
}


async def refuse_taken(session: AsyncSession, wanted: Mapping[int, Mapping[str, Any]], there: Collection[int]) -> None:
    """Raises Refusal when another product has a sku or a barcode that those of ``wanted`` get back.

    ``there`` are the ids of those that exist: what they have among themselves changes hands by the same undo.
    """
    skus = [values["sku"] for values in wanted.values() if values.get("sku")]
    if skus:
        query = select(Product.sku, Product.name).where(Product.sku.in_(skus), Product.id.not_in(there))
        for sku, name in await session.execute(query.order_by(Product.sku).limit(1)):
            message = f"{sku} is the sku of another product by now: {name}. Change it by hand."
            raise Refusal("later_changes", message, field="of", details={"sku": sku})
    barcodes = [code for values in wanted.values() for code in values.get(BARCODES) or ()]
    if barcodes:
        owned = select(ProductBarcode.barcode, Product.sku).join(Product, Product.id == ProductBarcode.product_id)
        taken = owned.where(ProductBarcode.barcode.in_(barcodes), Product.id.not_in(there))
        for barcode, sku in await session.execute(taken.order_by(ProductBarcode.barcode).limit(1)):
            message = f"Barcode {barcode} belongs to {sku} by now; change it by hand."
            raise Refusal("later_changes", message, field="of", details={"sku": sku, "barcode": barcode})


async def refuse_missing(session: AsyncSession, wanted: Mapping[int, Mapping[str, Any]]) -> None:
    """Raises Refusal when a category, supplier or unit that they get back was removed."""
    for column, table in _REFERENCES.items():
        ids = {values[column] for values in wanted.values() if values.get(column) is not None}
        there = set(await session.scalars(select(table.id).where(table.id.in_(ids)))) if ids else set()
        if ids - there:
            message = f"The {column.removesuffix('_id')} that the product had was removed since; change it by hand."
            raise Refusal("later_changes", message, field="of")
