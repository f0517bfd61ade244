"""Products that a revert deletes for good, and how they are made again when the revert is undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select

from inventory_app.actions.action import Work
from inventory_app.actions.changes import (
    BARCODES,
    FACTORS,
    PRODUCT,
    REORDER_POINTS,
    barcodes_of,
    factor_of,
    factors_of,
    put_values_of_products,
    record_changes,
    reorder_points_of,
    stored,
)
from inventory_app.actions.outcome import Json
from inventory_app.database.tables import Product, ProductBarcode, ReorderRule
from inventory_app.domain.quantities import QUANTITY

# In change_log: whether the record is there at all. A deleted one keeps its whole row as old values.
EXISTS = "exists"
_COLUMNS = ("sku", "name", "description", "price", "cost", "category_id", "supplier_id", "uom_id", "tracking")


async def delete_products(work: Work, ids: Sequence[int]) -> None:
    """Delete products that nothing refers to, and write all that they were to change_log."""
    barcodes, points = await barcodes_of(work.session, ids), await reorder_points_of(work.session, ids)
    factors = await factors_of(work.session, ids)
    columns = [Product.id, Product.action_id, *(getattr(Product, name) for name in _COLUMNS)]
    changes = []
    for row in await work.session.execute(select(*columns).where(Product.id.in_(ids)).order_by(Product.id)):
        old: dict[str, Json] = {name: stored(name, getattr(row, name)) for name in _COLUMNS}
        old |= {BARCODES: barcodes.get(row.id, []), REORDER_POINTS: points.get(row.id, {})}
        old |= {FACTORS: factors[row.id]} if row.id in factors else {}
        old |= {EXISTS: True, "action_id": str(row.action_id)}
        changes.append((row.id, old, {**dict.fromkeys(old), EXISTS: False}))
    await record_changes(work, PRODUCT, changes)
    await work.session.execute(delete(ProductBarcode).where(ProductBarcode.product_id.in_(ids)))
    await work.session.execute(delete(ReorderRule).where(ReorderRule.product_id.in_(ids)))
    await work.session.execute(delete(Product).where(Product.id.in_(ids)))


async def make_again(work: Work, deleted: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
    """Insert deleted products under their old ids with all their values."""
    rows = [
        {"id": product_id, "sku": old["sku"], "name": old["name"], "action_id": UUID(old["action_id"])}
        for product_id, old in deleted
    ]
    await work.session.execute(insert(Product), rows)
    values = [(product_id, {key: old[key] for key in _COLUMNS if key in old}) for product_id, old in deleted]
    await put_values_of_products(work.session, values)
    barcodes = [
        {"product_id": product_id, "barcode": one, "factor": factor_of(old.get(FACTORS) or {}, one)}
        for product_id, old in deleted
        for one in old.get(BARCODES) or ()
    ]
    if barcodes:
        await work.session.execute(insert(ProductBarcode), barcodes)
    points = [
        {"product_id": product_id, "location_id": int(place), "reorder_point": QUANTITY.from_scaled(point)}
        for product_id, old in deleted
        for place, point in (old.get(REORDER_POINTS) or {}).items()
    ]
    if points:
        await work.session.execute(insert(ReorderRule), points)
    changes = [(product_id, {**dict.fromkeys(old), EXISTS: False}, dict(old)) for product_id, old in deleted]
    await record_changes(work, PRODUCT, changes)
