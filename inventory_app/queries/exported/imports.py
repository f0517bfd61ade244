"""What was imported, oldest first: who, when, which file, and what became of its rows."""

from __future__ import annotations

from sqlalchemy import Text, case, cast, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import ActionLog, ImportRun
from inventory_app.queries.exported.table import ExportTable, identifier, integer, plain, text, time
from inventory_app.queries.imports import import_orders
from inventory_app.queries.page import Order, sorted_by

_COUNTS = ("records", "accepted", "created", "updated", "unchanged", "rejected")
_reverting = aliased(ActionLog)
_again = aliased(ActionLog)


async def exported_imports(session: AsyncSession, wanted: object = None, order: Order | None = None) -> ExportTable:
    """All committed imports; one whose revert was taken back stands again."""
    del session, wanted  # nothing has to be looked up first, and there is no filter
    rows = (
        select(ImportRun.id)
        .join(ActionLog, ActionLog.id == ImportRun.action_id)
        .outerjoin(_reverting, _reverting.reverses == ImportRun.action_id)
        .outerjoin(_again, _again.reverses == _reverting.id)
        .order_by(*sorted_by(import_orders(), order or Order("imported_at")))
    )
    stands = _again.id.is_not(None)
    columns = (
        integer("id", ImportRun.id),
        time("imported_at", ImportRun.imported_at),
        text("file", ImportRun.file_name),
        plain("kind", ImportRun.kind),
        text("actor", ActionLog.actor),
        text("workstation", ActionLog.workstation),
        *(integer(name, ImportRun.counts[name].as_integer()) for name in _COUNTS),
        plain("state", case((_reverting.id.is_(None) | stands, "saved"), else_="reverted")),
        time("reverted_at", case((stands, None), else_=_reverting.recorded_at)),
        text("reverted_by", case((stands, None), else_=_reverting.actor)),
        plain("file_sha256", ImportRun.file_sha256),
        plain("mapping", cast(ImportRun.mapping, Text)),
        plain("options", cast(ImportRun.options, Text)),
        identifier("action_id", ImportRun.action_id),
    )
    return ExportTable(columns, rows)
