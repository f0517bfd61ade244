"""What was imported, oldest first: who, when, which file, and what became of its rows."""

from __future__ import annotations

from sqlalchemy import Text, case, cast, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import ActionLog, ImportRun
from inventory_app.queries.exported.table import ExportTable, identifier, integer, plain, text, time
from inventory_app.queries.imports import import_orders
from inventory_app.queries.page import Order, sorted_by
from inventory_app.queries.reversals import taken_back_by

_COUNTS = ("records", "accepted", "created", "updated", "unchanged", "rejected")
_reverting = aliased(ActionLog)


async def exported_imports(session: AsyncSession, wanted: object = None, order: Order | None = None) -> ExportTable:
    """All committed imports; one whose revert was taken back stands again."""
    del session, wanted  # nothing has to be looked up first, and there is no filter
    rows = (
        select(ImportRun.id)
        .join(ActionLog, ActionLog.id == ImportRun.action_id)
        .outerjoin(_reverting, _reverting.id == literal_column(taken_back_by("import_run.action_id")))
        .order_by(*sorted_by(import_orders(), order or Order("imported_at")))
    )
    columns = (
        integer("id", ImportRun.id),
        time("imported_at", ImportRun.imported_at),
        text("file", ImportRun.file_name),
        plain("kind", ImportRun.kind),
        text("actor", ActionLog.actor),
        text("workstation", ActionLog.workstation),
        *(integer(name, ImportRun.counts[name].as_integer()) for name in _COUNTS),
        plain("state", case((_reverting.id.is_(None), "saved"), else_="reverted")),
        time("reverted_at", _reverting.recorded_at),
        text("reverted_by", _reverting.actor),
        plain("file_sha256", ImportRun.file_sha256),
        plain("mapping", cast(ImportRun.mapping, Text)),
        plain("options", cast(ImportRun.options, Text)),
        identifier("action_id", ImportRun.action_id),
    )
    return ExportTable(columns, rows)
