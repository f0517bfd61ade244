"""The old and new values of records that an action changes: written for history, conflicts and undo, and put back.

Values stand in their stored form: money as scaled integers, references as ids, times as ISO text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.outcome import Json
from inventory_app.database.statements import rows_changed
from inventory_app.database.tables import ChangeLog, Product, ProductBarcode, ReorderRule
from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY

PRODUCT = "product"
SALES_ORDER = "sales_order"
GOODS_RETURN = "goods_return"

_MONEY = ("price", "cost")
BARCODES = "barcodes"
REORDER_POINTS = "reorder_points"


async def record_change(
    work: Work, kind: str, record_id: int, old: Mapping[str, Json], new: Mapping[str, Json]
) -> None:
    """Write one change_log row with the fields that differ; nothing when none does."""
    keys = [key for key in new if old.get(key) != new[key]]
    if keys:
        values = {
            "action_id": work.action_id,
            "record_kind": kind,
            "record_id": record_id,
            "old_values": {key: old.get(key) for key in keys},
            "new_values": {key: new[key] for key in keys},
        }
        await work.session.execute(insert(ChangeLog), [values])


async def product_values(session: AsyncSession, product: Product, keys: Iterable[str]) -> dict[str, Json]:
    """What the product holds now under ``keys``, in stored form."""
    return {key: await _product_value(session, product, key) for key in keys}


async def _product_value(session: AsyncSession, product: Product, key: str) -> Json:
    if key == BARCODES:
        query = select(ProductBarcode.barcode).where(ProductBarcode.product_id == product.id)
        return list((await session.scalars(query.order_by(ProductBarcode.id))).all())
    if key == REORDER_POINTS:
        rules = await session.scalars(select(ReorderRule).where(ReorderRule.product_id == product.id))
        return {str(rule.location_id): QUANTITY.to_scaled(rule.reorder_point) for rule in rules}
    return stored(key, getattr(product, key))


def stored(key: str, value: Any) -> Json:
    """One column's value in stored form."""
    if value is None:
        return None
    if key in _MONEY:
        return MONEY.to_scaled(value)
    if isinstance(value, datetime):
        return value.isoformat()
    plain_value: Json = value
    return plain_value


async def put_product_values(session: AsyncSession, product_id: int, values: Mapping[str, Any]) -> None:
    """Give the product these values, which are in stored form."""
    columns = {key: _from_stored(key, value) for key, value in values.items() if key not in (BARCODES, REORDER_POINTS)}
    if columns:
        await session.execute(update(Product).where(Product.id == product_id).values(**columns))
    if BARCODES in values:
        await put_barcodes(session, product_id, values[BARCODES])
    for location_id, point in (values.get(REORDER_POINTS) or {}).items():
        await _put_reorder_point(session, product_id, int(location_id), point)


def _from_stored(key: str, value: Any) -> Any:
    if value is None:
        return None
    if key in _MONEY:
        return MONEY.from_scaled(value)
    if key == "archived_at":
        return datetime.fromisoformat(value)
    return value


async def put_barcodes(session: AsyncSession, product_id: int, barcodes: Iterable[str]) -> None:
    """Let the product have exactly these barcodes; those that stay keep their factor."""
    wanted = list(dict.fromkeys(barcodes))
    query = select(ProductBarcode.barcode).where(ProductBarcode.product_id == product_id)
    there = set((await session.scalars(query)).all())
    gone = there.difference(wanted)
    if gone:
        await session.execute(
            delete(ProductBarcode).where(ProductBarcode.product_id == product_id, ProductBarcode.barcode.in_(gone))
        )
    new = [{"product_id": product_id, "barcode": barcode} for barcode in wanted if barcode not in there]
    if new:
        await session.execute(insert(ProductBarcode), new)


async def _put_reorder_point(session: AsyncSession, product_id: int, location_id: int, point: int | None) -> None:
    here = (ReorderRule.product_id == product_id, ReorderRule.location_id == location_id)
    if point is None:
        await session.execute(delete(ReorderRule).where(*here))
        return
    quantity = QUANTITY.from_scaled(point)
    changed = await session.execute(update(ReorderRule).where(*here).values(reorder_point=quantity))
    if not rows_changed(changed):
        session.add(ReorderRule(product_id=product_id, location_id=location_id, reorder_point=quantity))
        await session.flush()
