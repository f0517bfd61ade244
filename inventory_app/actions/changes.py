"""The old and new values of records that an action changes: written for history, conflicts and undo, and put back.

Values stand in their stored form: money as scaled integers, references as ids, times as ISO text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.outcome import Json
from inventory_app.database.statements import table_of
from inventory_app.database.tables import ChangeLog, Product, ProductBarcode, ReorderRule
from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY

PRODUCT = "product"
PARTY = "party"
LOCATION = "location"
SALES_ORDER = "sales_order"
GOODS_RETURN = "goods_return"
PURCHASE_ORDER = "purchase_order"
LOT = "lot"

_MONEY = ("price", "cost")
BARCODES = "barcodes"
FACTORS = "factors"  # of the barcodes of packs; all others have 1
REORDER_POINTS = "reorder_points"
_BESIDE = (BARCODES, FACTORS, REORDER_POINTS)
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
    return (await values_of_products(session, {product.id: (product, keys)}))[product.id]


async def values_of_products(
    session: AsyncSession, wanted: Mapping[int, tuple[Product, Iterable[str]]]
) -> dict[int, dict[str, Json]]:
    """The same for many products, each with keys of its own."""
    keys = {product_id: set(names) for product_id, (_, names) in wanted.items()}
    barcodes = await barcodes_of(session, [one for one, names in keys.items() if BARCODES in names])
    factors = await factors_of(session, [one for one, names in keys.items() if FACTORS in names])
    points = await reorder_points_of(session, [one for one, names in keys.items() if REORDER_POINTS in names])
    found: dict[int, dict[str, Json]] = {}
    for product_id, (product, names) in wanted.items():
        values: dict[str, Json] = {
            BARCODES: barcodes.get(product_id, []),
            FACTORS: factors.get(product_id, {}),
            REORDER_POINTS: points.get(product_id, {}),
        }
        found[product_id] = {key: values[key] if key in values else stored(key, getattr(product, key)) for key in names}
    return found


async def barcodes_of(session: AsyncSession, ids: Sequence[int]) -> dict[int, list[Json]]:
    """The barcodes of products, the first one first."""
    found: dict[int, list[Json]] = {}
    query = select(ProductBarcode.product_id, ProductBarcode.barcode).where(ProductBarcode.product_id.in_(ids))
    for product_id, barcode in await session.execute(query.order_by(ProductBarcode.id)) if ids else ():
        found.setdefault(product_id, []).append(barcode)
    return found


async def factors_of(session: AsyncSession, ids: Sequence[int]) -> dict[int, dict[str, Json]]:
    """The factors of the products' barcodes that are not 1, by the barcode."""
    found: dict[int, dict[str, Json]] = {}
    query = select(ProductBarcode.product_id, ProductBarcode.barcode, ProductBarcode.factor)
    packs = query.where(ProductBarcode.product_id.in_(ids), ProductBarcode.factor != 1)
    for product_id, barcode, factor in await session.execute(packs) if ids else ():
        found.setdefault(product_id, {})[barcode] = QUANTITY.to_scaled(factor)
    return found


async def reorder_points_of(session: AsyncSession, ids: Sequence[int]) -> dict[int, dict[str, Json]]:
    """The reorder points of products, by the ids of their locations."""
    found: dict[int, dict[str, Json]] = {}
    query = select(ReorderRule.product_id, ReorderRule.location_id, ReorderRule.reorder_point)
    for product_id, location_id, point in (
        await session.execute(query.where(ReorderRule.product_id.in_(ids))) if ids else ()
    ):
        found.setdefault(product_id, {})[str(location_id)] = QUANTITY.to_scaled(point)
    return found


def differs(key: str, now: Json, then: Json) -> bool:
    """Whether a product's value is another one than was written down: of reorder points only those that changed are."""
    if key == REORDER_POINTS and isinstance(now, dict) and isinstance(then, dict):
        return any(now.get(place) != point for place, point in then.items())
    return now != then


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
        columns = {key: value for key, value in wanted.items() if key not in _BESIDE}
        if columns:
            row = {f"new_{key}": _from_stored(key, value) for key, value in columns.items()}
            by_columns.setdefault(tuple(sorted(columns)), []).append({"at_product": product_id, **row})
        if len(columns) < len(wanted):
            beside.append((product_id, wanted))
    connection = await session.connection()
    for names, rows in by_columns.items():
        statement = update(Product).where(Product.id == bindparam("at_product"))
        await connection.execute(statement.values({name: bindparam(f"new_{name}") for name in names}), rows)
    factors = {one: wanted.get(FACTORS) or {} for one, wanted in beside}
    await _put_barcodes(session, {one: wanted[BARCODES] for one, wanted in beside if BARCODES in wanted}, factors)
    await _put_factors(session, {one: wanted[FACTORS] for one, wanted in beside if FACTORS in wanted})
    await _put_reorder_points(session, {one: wanted.get(REORDER_POINTS) or {} for one, wanted in beside})


def _from_stored(key: str, value: Any) -> Any:
    if value is None:
        return None
    if key in _MONEY:
        return MONEY.from_scaled(value)
    if key == "archived_at":
        return datetime.fromisoformat(value)
    return value


async def put_barcodes(session: AsyncSession, product_id: int, barcodes: Iterable[str]) -> None:
    """Let the product have exactly these barcodes, in this order; those that stay keep their factor."""
    await _put_barcodes(session, {product_id: list(barcodes)}, {})


async def _put_barcodes(
    session: AsyncSession, wanted: Mapping[int, Sequence[str]], factors: Mapping[int, Mapping[str, int]]
) -> None:
    """The same for many products, in that order. All that go are deleted first: one may pass on to another product."""
    if not wanted:
        return
    query = select(ProductBarcode.id, ProductBarcode.product_id, ProductBarcode.barcode, ProductBarcode.factor)
    there: dict[int, list[Row[*tuple[Any, ...]]]] = {}
    for row in await session.execute(query.where(ProductBarcode.product_id.in_(wanted)).order_by(ProductBarcode.id)):
        there.setdefault(row.product_id, []).append(row)
    gone: list[int] = []
    new: list[dict[str, Any]] = []
    for product_id, barcodes in wanted.items():
        now, then = there.get(product_id, []), list(dict.fromkeys(barcodes))
        stay = [row for row in now if row.barcode in then]
        # A new one gets the largest number: those that stay keep theirs only where they are the first in this order.
        if [row.barcode for row in stay] != then[: len(stay)]:
            stay = []
        kept = {row.barcode for row in stay}
        gone += [row.id for row in now if row.barcode not in kept]
        known = {row.barcode: QUANTITY.to_scaled(row.factor) for row in now} | dict(factors.get(product_id, {}))
        new += [
            {"product_id": product_id, "barcode": barcode, "factor": factor_of(known, barcode)}
            for barcode in then
            if barcode not in kept
        ]
    if gone:
        await session.execute(delete(ProductBarcode).where(ProductBarcode.id.in_(gone)))
    if new:
        await session.execute(insert(ProductBarcode), new)


def factor_of(factors: Mapping[str, int], barcode: str) -> Decimal:
    """The factor of a barcode, from what was written of the product's packs."""
    return QUANTITY.from_scaled(factors[barcode]) if barcode in factors else Decimal(1)


async def _put_factors(session: AsyncSession, wanted: Mapping[int, Mapping[str, int]]) -> None:
    """Let the products' barcodes have these factors; those that are not named have 1."""
    query = select(ProductBarcode.id, ProductBarcode.product_id, ProductBarcode.barcode, ProductBarcode.factor)
    rows = await session.execute(query.where(ProductBarcode.product_id.in_(wanted))) if wanted else ()
    factors = [(row, factor_of(wanted[row.product_id], row.barcode)) for row in rows]
    changed = [{"at_barcode": row.id, "new_factor": factor} for row, factor in factors if row.factor != factor]
    if changed:
        statement = update(ProductBarcode).where(ProductBarcode.id == bindparam("at_barcode"))
        connection = await session.connection()
        await connection.execute(statement.values(factor=bindparam("new_factor")), changed)


async def _put_reorder_points(session: AsyncSession, wanted: Mapping[int, Mapping[str, int | None]]) -> None:
    """Reorder points by location; None takes the rule away."""
    wanted = {product_id: points for product_id, points in wanted.items() if points}
    if not wanted:
        return
    there = await reorder_points_of(session, list(wanted))
    rows: dict[str, list[dict[str, Any]]] = {"delete": [], "update": [], "insert": []}
    for product_id, points in wanted.items():
        for place, point in points.items():
            row: dict[str, Any] = {"at_product": product_id, "at_location": int(place)}
            known = place in there.get(product_id, {})
            if point is None:
                rows["delete"].append(row)
            else:
                rows["update" if known else "insert"].append(row | {"new_point": QUANTITY.from_scaled(point)})
    here = (
        ReorderRule.product_id == bindparam("at_product"),
        ReorderRule.location_id == bindparam("at_location"),
    )
    new = {"product_id": "at_product", "location_id": "at_location", "reorder_point": "new_point"}
    statements = {
        "delete": delete(ReorderRule).where(*here),
        "update": update(ReorderRule).where(*here).values(reorder_point=bindparam("new_point")),
        "insert": insert(ReorderRule).values({name: bindparam(given) for name, given in new.items()}),
    }
    connection = await session.connection()
    for verb, statement in statements.items():
        if rows[verb]:
            await connection.execute(statement, rows[verb])
