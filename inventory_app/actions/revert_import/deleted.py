"""Products that a revert deletes for good, and how they are made again when the revert is undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select

from inventory_app.actions.action import Work
from inventory_app.actions.changes import (
    BARCODES,
    PRODUCT,
    REORDER_POINTS,
    product_values,
    put_product_values,
    record_change,
)
from inventory_app.actions.outcome import Json
from inventory_app.database.tables import Product, ProductBarcode, ReorderRule

# In change_log: whether the record is there at all. A deleted one keeps its whole row as old values.
EXISTS = "exists"
_COLUMNS = ("sku", "name", "description", "price", "cost", "category_id", "supplier_id", "uom_id", "tracking")


async def delete_products(work: Work, ids: Sequence[int]) -> None:
    """Delete products that nothing refers to, and write all that they were to change_log."""
    products = await work.session.scalars(select(Product).where(Product.id.in_(ids)))
    for product in products.all():
        old: dict[str, Json] = await product_values(work.session, product, (*_COLUMNS, BARCODES, REORDER_POINTS))
        old |= {EXISTS: True, "action_id": str(product.action_id)}
        await record_change(work, PRODUCT, product.id, old, {**dict.fromkeys(old), EXISTS: False})
    work.session.expunge_all()
    await work.session.execute(delete(ProductBarcode).where(ProductBarcode.product_id.in_(ids)))
    await work.session.execute(delete(ReorderRule).where(ReorderRule.product_id.in_(ids)))
    await work.session.execute(delete(Product).where(Product.id.in_(ids)))


async def make_again(work: Work, product_id: int, old: Mapping[str, Any]) -> None:
    """Insert a deleted product under its old id with all its values."""
    row = {"id": product_id, "sku": old["sku"], "name": old["name"], "action_id": UUID(old["action_id"])}
    await work.session.execute(insert(Product), [row])
    values = {key: old[key] for key in (*_COLUMNS, BARCODES, REORDER_POINTS) if key in old}
    await put_product_values(work.session, product_id, values)
    gone: dict[str, Json] = {**dict.fromkeys(old), EXISTS: False}
    await record_change(work, PRODUCT, product_id, gone, dict(old))
