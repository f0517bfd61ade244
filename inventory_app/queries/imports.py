"""Imports that were committed, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import ActionLog, ImportRun
from inventory_app.queries.page import PAGE_SIZE, Cut, Key, Page, keyset_page

_reverting = aliased(ActionLog)
_again = aliased(ActionLog)


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
        _reverting.recorded_at, _reverting.actor, _again.id,
    )  # fmt: skip
    return (
        select(*columns)
        .join(ActionLog, ActionLog.id == ImportRun.action_id)
        .outerjoin(_reverting, _reverting.reverses == ImportRun.action_id)
        .outerjoin(_again, _again.reverses == _reverting.id)
    )


def _row(values: Sequence[Any]) -> ImportRow:
    names = (
        "id", "action_id", "kind", "file_name", "file_sha256", "mapping", "options", "counts", "imported_at", "actor",
    )  # fmt: skip
    *plain, reverted_at, reverted_by, again = values
    stands = again is not None
    return ImportRow(
        **dict(zip(names, plain, strict=True)),
        reverted_at=None if stands else reverted_at,
        reverted_by=None if stands else reverted_by,
    )


async def import_page(session: AsyncSession, *, after: Key | None = None, limit: int = PAGE_SIZE) -> Page[ImportRow]:
    """One page of imports, newest first."""
    return await keyset_page(session, _imports(), (ImportRun.id,), _row, Cut(True, after, limit))


async def import_run(session: AsyncSession, import_id: int) -> ImportRow | None:
    """The import of that id, or None."""
    found = (await session.execute(_imports().where(ImportRun.id == import_id))).one_or_none()
    return None if found is None else _row(found)
