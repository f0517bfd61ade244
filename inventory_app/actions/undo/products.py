"""Giving products the values back that an action changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from inventory_app.actions.action import Work
from inventory_app.actions.changes import (
    PRODUCT,
    differs,
    put_values_of_products,
    record_changes,
    values_of_products,
)
from inventory_app.actions.revert_import import changed_since
from inventory_app.database.tables import ChangeLog, Product
from inventory_app.domain.errors import Refusal

_BATCH = 1_000


async def restore_products(work: Work, action_id: UUID) -> int:
    """How many products were put back. Raises Refusal when one was changed again since, naming who did."""
    count = after = 0
    while True:
        query = (
            select(ChangeLog.id, ChangeLog.record_id, ChangeLog.old_values, ChangeLog.new_values)
            .where(ChangeLog.action_id == action_id, ChangeLog.record_kind == PRODUCT, ChangeLog.id > after)
            .order_by(ChangeLog.id)
            .limit(_BATCH)
        )
        rows = (await work.session.execute(query)).all()
        if not rows:
            return count
        count, after = count + len(rows), rows[-1].id
        await _restore(work, rows, action_id)


async def _restore(work: Work, rows: Sequence[Row[Any]], action_id: UUID) -> None:
    ids = sorted(row.record_id for row in rows)
    query = select(Product).where(Product.id.in_(ids)).order_by(Product.id).with_for_update()
    products = {product.id: product for product in await work.session.scalars(query)}
    if any(row.record_id not in products for row in rows):
        raise Refusal("later_changes", "The product was removed since.", field="of")
    values = await values_of_products(
        work.session, {row.record_id: (products[row.record_id], row.new_values) for row in rows}
    )
    for row in rows:
        now = values[row.record_id]
        changed = [key for key, then in row.new_values.items() if differs(key, now[key], then)]
        if changed:
            raise await changed_since(work, row.record_id, changed[0], action_id)
    work.session.expunge_all()
    await put_values_of_products(work.session, [(row.record_id, row.old_values) for row in rows])
    await record_changes(work, PRODUCT, [(row.record_id, row.new_values, row.old_values) for row in rows])
