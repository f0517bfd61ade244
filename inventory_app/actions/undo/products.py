"""Giving products the values back that an action changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from inventory_app.actions.action import Work
from inventory_app.actions.changes import PRODUCT, differs, put_values_of_products, record_changes, values_of_products
from inventory_app.actions.outcome import Json
from inventory_app.actions.records import EXISTS
from inventory_app.actions.revert_import import changed_since, refuse_removed
from inventory_app.actions.revert_import.deleted import make_again
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.actions.undo.created import delete_made_again
from inventory_app.actions.undo.taken import refuse_missing, refuse_taken
from inventory_app.actions.undo.tracking import TRACKING, tracking_that_stays
from inventory_app.database.tables import ChangeLog, Product
from inventory_app.domain.errors import Refusal

_BATCH = 1_000


async def restore_products(work: Work, action_id: UUID) -> int:
    """How many products were put back, made again or deleted again.

    Raises Refusal when one was changed again since, naming who did, or when somebody else has its sku or a barcode.
    """
    await refuse_removed(work, action_id, PRODUCT)
    count = after = deleted = 0
    while rows := await _rows(work, action_id, after):
        count, after = count + len(rows), rows[-1].id
        made = [row for row in rows if row.old_values.get(EXISTS) is False]
        changed = [row for row in rows if EXISTS not in row.new_values]
        former = {row.record_id: row.old_values for row in rows if row.old_values.get(EXISTS) is not False}
        await refuse_taken(work.session, former, [row.record_id for row in changed])
        await refuse_missing(work.session, former)
        if changed:
            await _restore(work, changed, action_id)
        await delete_made_again(work, made, action_id)
        deleted += len(rows) - len(changed) - len(made)
    if deleted:
        await make_again(Reverting(work, {"import_id": action_id, "action_id": work.action_id, "now": work.now}))
    return count


async def _rows(work: Work, action_id: UUID, after: int) -> Sequence[Row[Any]]:
    query = (
        select(ChangeLog.id, ChangeLog.record_id, ChangeLog.old_values, ChangeLog.new_values)
        .where(ChangeLog.action_id == action_id, ChangeLog.record_kind == PRODUCT, ChangeLog.id > after)
        .order_by(ChangeLog.id)
        .limit(_BATCH)
    )
    return (await work.session.execute(query)).all()


async def _restore(work: Work, rows: Sequence[Row[Any]], action_id: UUID) -> None:
    ids = sorted(row.record_id for row in rows)
    query = select(Product).where(Product.id.in_(ids)).order_by(Product.id).with_for_update()
    products = {product.id: product for product in await work.session.scalars(query)}
    if any(row.record_id not in products for row in rows):
        raise Refusal("later_changes", "The product was removed since.", field="of")
    values = await values_of_products(
        work.session, {row.record_id: (products[row.record_id], row.new_values) for row in rows}
    )
    raised = {row.record_id: row for row in rows if TRACKING in row.new_values}
    stays = await tracking_that_stays(work, raised, values, action_id) if raised else frozenset[int]()
    changes = [_without_tracking(row, stays) for row in rows]
    for product_id, _, new in changes:
        now = values[product_id]
        changed = [key for key, then in new.items() if differs(key, now[key], then)]
        if changed:
            raise await changed_since(work, product_id, changed[0], action_id)
    work.session.expunge_all()
    await put_values_of_products(work.session, [(product_id, old) for product_id, old, _ in changes])
    await record_changes(work, PRODUCT, [(product_id, new, old) for product_id, old, new in changes])


def _without_tracking(row: Row[Any], stays: Collection[int]) -> tuple[int, Mapping[str, Json], Mapping[str, Json]]:
    """Record, old and new values; without the tracking where it stays as it is."""
    if row.record_id not in stays:
        return row.record_id, row.old_values, row.new_values
    old, new = (
        {key: value for key, value in one.items() if key != TRACKING} for one in (row.old_values, row.new_values)
    )
    return row.record_id, old, new
