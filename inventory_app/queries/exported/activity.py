"""What was done, oldest first."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import ActionLog, ActionResult
from inventory_app.queries.activity import ActivityFilter, activity_conditions
from inventory_app.queries.exported.table import ExportTable, identifier, text, time
from inventory_app.queries.page import Order, sorted_by

_reversing = aliased(ActionLog)


async def exported_activity(
    session: AsyncSession, wanted: ActivityFilter | None = None, order: Order | None = None
) -> ExportTable:
    """The committed actions of a filter."""
    del session  # nothing has to be looked up first
    times = {"recorded_at": (ActionLog.recorded_at, ActionLog.id)}
    rows = (
        select(ActionLog.id)
        .select_from(ActionLog)
        .join(ActionResult, ActionResult.id == ActionLog.id)
        .outerjoin(_reversing, _reversing.reverses == ActionLog.id)
        .where(*activity_conditions(wanted or ActivityFilter()))
        .order_by(*sorted_by(times, order or Order("recorded_at")))
    )
    columns = (
        identifier("id", ActionLog.id),
        time("recorded_at", ActionLog.recorded_at),
        text("kind", ActionLog.kind),
        text("title", ActionResult.title),
        text("summary", ActionResult.summary),
        text("actor", ActionLog.actor),
        text("workstation", ActionLog.workstation),
        identifier("reverses", ActionLog.reverses),
        identifier("reversed_by", _reversing.id),
    )
    return ExportTable(columns, rows)
