"""The old and new values of records that an action changes: written for history, conflicts and undo, and put back.

Values stand in their stored form: money as scaled integers, references as ids, times as ISO text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.outcome import Json
from inventory_app.database.statements import rows_changed, table_of
from inventory_app.database.tables import ChangeLog, Product, ProductBarcode, ReorderRule
from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY

PRODUCT = "product"
PARTY = "party"
LOCATION = "location"
SALES_ORDER = "sales_order"
GOODS_RETURN = "goods_return"
PURCHASE_ORDER = "purchase_order"

_MONEY = ("price", "cost")
BARCODES = "barcodes"
REORDER_POINTS = "reorder_points"
_INSERT = insert(table_of(ChangeLog))


async def record_change(
    work: Work, kind: str, record_id: int, old: Mapping[str, Json], new: Mapping[str, Json]
) -> None:
    """Write one change_log row with the fields that differ; nothing when none does."""
    await record_changes(work, kind, [(record_id, old, new)])


async def record_changes(
    work: Work, kind: str, changes: Iterable[tuple[int, Mapping[str, Json], Mapping[str, Json]]]
) -> None:
    """Write a change_log row for each (record, old, new) in which something differs, all in one statement."""
    rows = []
    for record_id, old, new in changes:
        keys = [key for key in new if old.get(key) != new[key]]
        if keys:
            rows.append(
                {
                    "action_id": work.action_id,
                    "record_kind": kind,
                    "record_id": record_id,
                    "old_values": {key: old.get(key) for key in keys},
                    "new_values": {key: new[key] for key in keys},
                }
            )
    if rows:
        await work.session.execute(_INSERT, rows)


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
    await put_values_of_products(session, [(product_id, values)])


async def put_values_of_products(session: AsyncSession, values: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Give many products their values: products whose same columns change go in one statement."""
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    beside: list[tuple[int, Mapping[str, Any]]] = []
    for product_id, wanted in values:
        columns = {key: value for key, value in wanted.items() if key not in (BARCODES, REORDER_POINTS)}
        if columns:
            row = {f"new_{key}": _from_stored(key, value) for key, value in columns.items()}
            by_columns.setdefault(tuple(sorted(columns)), []).append({"at_product": product_id, **row})
        if len(columns) < len(wanted):
            beside.append((product_id, wanted))
    connection = await session.connection()
    for names, rows in by_columns.items():
        statement = update(Product).where(Product.id == bindparam("at_product"))
        await connection.execute(statement.values({name: bindparam(f"new_{name}") for name in names}), rows)
    for product_id, wanted in beside:
        if BARCODES in wanted:
            await put_barcodes(session, product_id, wanted[BARCODES])
        for location_id, point in (wanted.get(REORDER_POINTS) or {}).items():
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
