"""Imports that were committed, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import ActionLog, ImportRun
from inventory_app.queries.page import PAGE_SIZE, Cut, Key, Order, Orders, Page, keyset_page, sort_columns
from inventory_app.queries.reversals import taken_back_by

_reverting = aliased(ActionLog)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One import. ``reverted_at`` is None as well when its revert was itself taken back."""

    id: int
    action_id: UUID
    kind: str
    file_name: str
    file_sha256: str
    mapping: Mapping[str, Any]
    options: Mapping[str, Any]
    counts: Mapping[str, Any]
    imported_at: datetime
    actor: str
    reverted_at: datetime | None
    reverted_by: str | None

    @property
    def is_reverted(self) -> bool:
        return self.reverted_at is not None


def _imports() -> Select[Any]:
    """The columns of ImportRow in the order of `_row`."""
    columns: tuple[Any, ...] = (
        ImportRun.id, ImportRun.action_id, ImportRun.kind, ImportRun.file_name, ImportRun.file_sha256,
        ImportRun.mapping, ImportRun.options, ImportRun.counts, ImportRun.imported_at, ActionLog.actor,
        _reverting.recorded_at, _reverting.actor,
    )  # fmt: skip
    return (
        select(*columns)
        .join(ActionLog, ActionLog.id == ImportRun.action_id)
        .outerjoin(_reverting, _reverting.id == literal_column(taken_back_by("import_run.action_id")))
    )


def _row(values: Sequence[Any]) -> ImportRow:
    names = (
        "id", "action_id", "kind", "file_name", "file_sha256", "mapping", "options", "counts", "imported_at", "actor",
        "reverted_at", "reverted_by",
    )  # fmt: skip
    return ImportRow(**dict(zip(names, values, strict=True)))


def import_orders() -> Orders:
    """By what the list of imports can be sorted."""
    return {
        "imported_at": (ImportRun.id,),
        "file": (ImportRun.file_name, ImportRun.id),
        "kind": (ImportRun.kind, ImportRun.id),
        "actor": (ActionLog.actor, ImportRun.id),
    }


async def import_page(
    session: AsyncSession, *, order: Order | None = None, after: Key | None = None, limit: int = PAGE_SIZE
) -> Page[ImportRow]:
    """One page of imports, the newest first unless another order is asked for."""
    order = order or Order("imported_at", descending=True)
    columns = sort_columns(import_orders(), order)
    return await keyset_page(session, _imports(), columns, _row, Cut(order.descending, after, limit))


async def import_run(session: AsyncSession, import_id: int) -> ImportRow | None:
    """The import of that id, or None."""
    found = (await session.execute(_imports().where(ImportRun.id == import_id))).one_or_none()
    return None if found is None else _row(found)
