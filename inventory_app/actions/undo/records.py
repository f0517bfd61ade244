"""Giving parties, locations and purchase orders back what an action changed of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, update
from sqlalchemy.exc import IntegrityError

from inventory_app.actions.action import Work
from inventory_app.actions.changes import PURCHASE_ORDER, record_changes
from inventory_app.actions.outcome import Phase, Progress
from inventory_app.actions.records import (
    EXISTS,
    LOCATIONS,
    PARTIES,
    RecordKind,
    changes_of,
    delete_records,
    make_again,
    put_values,
    values_now,
)
from inventory_app.actions.revert_import import refuse_removed
from inventory_app.database.tables import ChangeLog, PurchaseOrder
from inventory_app.domain.errors import Refusal

_BATCH = 1_000


async def restore_records(work: Work, action_id: UUID) -> int:
    """How many parties and locations were put back. Raises Refusal when one was changed again since."""
    return sum([await _restore_kind(work, action_id, kind) for kind in (PARTIES, LOCATIONS)])


async def _restore_kind(work: Work, action_id: UUID, kind: RecordKind) -> int:
    """The latest first: what was deleted first is made again last, since it may lie below the others."""
    await refuse_removed(work, action_id, kind.name)
    query = select(ChangeLog.id).where(ChangeLog.action_id == action_id, ChangeLog.record_kind == kind.name)
    ids = (await work.session.scalars(query.order_by(ChangeLog.id.desc()))).all()
    for start in range(0, len(ids), _BATCH):
        if len(ids) > _BATCH:
            message = f"Putting former values back: {kind.plural}"
            work.report(Progress(work.action_id, Phase.RUNNING, message, start, len(ids)))
        rows = await changes_of(work.session, ids[start : start + _BATCH])
        await _delete_again(work, kind, [row.record_id for row in rows if row.old_values.get(EXISTS) is False])
        await _put_back(work, kind, [row for row in rows if EXISTS not in row.new_values])
        deleted = [(row.record_id, row.old_values) for row in rows if row.new_values.get(EXISTS) is False]
        if deleted:
            await make_again(work, kind, deleted)
    return len(ids)


async def _delete_again(work: Work, kind: RecordKind, ids: Sequence[int]) -> None:
    """What the action made again goes once more. Raises Refusal when anybody uses it."""
    if not ids:
        return
    try:
        async with work.session.begin_nested():
            await delete_records(work, kind, ids)
    except IntegrityError as used:
        raise Refusal("in_use", f"Some of the {kind.plural} are used since.", field="of") from used


async def _put_back(work: Work, kind: RecordKind, rows: Sequence[Row[Any]]) -> None:
    found = await values_now(work.session, kind, (row.record_id for row in rows))
    for row in rows:
        if row.record_id not in found:
            raise Refusal("later_changes", f"The {kind.name} was removed since.", field="of")
        label, now = found[row.record_id]
        if any(now[key] != value for key, value in row.new_values.items()):
            raise Refusal("later_changes", f"{label} was changed since; change it by hand.", field="of")
    await put_values(work.session, kind, [(row.record_id, row.old_values) for row in rows])
    await record_changes(work, kind.name, [(row.record_id, row.new_values, row.old_values) for row in rows])


async def restore_purchases(work: Work, action_id: UUID) -> int:
    """How many purchase orders have the state again that they had. Raises Refusal when one went on since."""
    query = (
        select(ChangeLog.record_id, ChangeLog.old_values, ChangeLog.new_values, PurchaseOrder.number,
               PurchaseOrder.status)
        .join(PurchaseOrder, PurchaseOrder.id == ChangeLog.record_id)
        .where(ChangeLog.action_id == action_id, ChangeLog.record_kind == PURCHASE_ORDER)
        .order_by(ChangeLog.record_id)
        .with_for_update(of=PurchaseOrder)
    )  # fmt: skip
    rows = (await work.session.execute(query)).all()
    by_status: dict[str, list[int]] = {}
    for row in rows:
        if row.status != row.new_values["status"]:
            raise Refusal("later_changes", f"Order {row.number} went on since; undo what came after first.", field="of")
        by_status.setdefault(row.old_values["status"], []).append(row.record_id)
    for status, ids in by_status.items():
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            await work.session.execute(update(PurchaseOrder).where(PurchaseOrder.id.in_(part)).values(status=status))
    await record_changes(work, PURCHASE_ORDER, [(row.record_id, row.new_values, row.old_values) for row in rows])
    return len(rows)
