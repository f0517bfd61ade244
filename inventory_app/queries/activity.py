"""What was done: the log of committed actions, one of them whole, and what is new since one looked last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import (
    ActionLog,
    ActionResult,
    Category,
    ChangeLog,
    Location,
    Lot,
    Party,
    Product,
    PurchaseOrder,
    SalesOrder,
    Uom,
)
from inventory_app.queries.moves import MoveRow, moves_of_action
from inventory_app.queries.page import PAGE_SIZE, Cut, Key, Order, Orders, Page, keyset_page, sort_columns
from inventory_app.queries.search import contains

_CHANGES_SHOWN = 500
# The fields of products and locations that are kept as ids, and where the words of these ids are.
_REFERENCES = {
    "category_id": select(Category.id, Category.name),
    "supplier_id": select(Party.id, Party.name),
    "uom_id": select(Uom.id, Uom.code),
    "parent_id": select(Location.id, Location.path),
}
# Where the records of change_log are, and by what people know them.
_RECORDS: Mapping[str, tuple[Any, Any]] = {
    "product": (Product, Product.sku),
    "sales_order": (SalesOrder, SalesOrder.number),
    "party": (Party, Party.name),
    "location": (Location, Location.path),
    "purchase_order": (PurchaseOrder, PurchaseOrder.number),
    "lot": (Lot, func.coalesce(func.nullif(Lot.serial, ""), Lot.lot_number)),
}
_LABEL = func.coalesce(*(label for _, label in _RECORDS.values()))
_reversing = aliased(ActionLog)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One committed action. ``reversed_by`` is the action that took it back, ``reverses`` the one it took back."""

    id: UUID
    kind: str
    title: str
    summary: str
    actor: str
    workstation: str
    at: datetime
    reverses: UUID | None
    reversed_by: UUID | None
    notes: tuple[str, ...]
    topics: frozenset[str]
    result: Mapping[str, Any]

    @property
    def can_undo(self) -> bool:
        """Whether it was not taken back yet; what came after may still stand in the way, which undo then says."""
        return self.reversed_by is None


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """What the log is narrowed to; ``text`` is looked for in title and summary."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeOfRecord:
    """What an action changed of one record, in stored form, but what it refers to by name.

    ``name`` is the record's sku, number, name or path where it is still known.
    """

    kind: str
    record_id: int
    name: str | None
    old_values: Mapping[str, Any]
    new_values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ActivityDetail:
    """One action whole; of its changes and moves the first few hundred."""

    action: ActivityRow
    database_user: str | None
    changes: tuple[ChangeOfRecord, ...]
    moves: tuple[MoveRow, ...]


def _actions() -> Select[Any]:
    """The columns of ActivityRow in the order of `_row`."""
    columns: tuple[Any, ...] = (
        ActionLog.id, ActionLog.kind, ActionResult.title, ActionResult.summary, ActionLog.actor,
        ActionLog.workstation, ActionLog.recorded_at, ActionLog.reverses, _reversing.id, ActionResult.notes,
        ActionResult.topics, ActionResult.result,
    )  # fmt: skip
    return (
        select(*columns)
        .join(ActionResult, ActionResult.id == ActionLog.id)
        .outerjoin(_reversing, _reversing.reverses == ActionLog.id)
    )


def _row(values: Sequence[Any]) -> ActivityRow:
    names = ("id", "kind", "title", "summary", "actor", "workstation", "at", "reverses", "reversed_by")
    *plain, notes, topics, result = values
    return ActivityRow(
        **dict(zip(names, plain, strict=True)), notes=tuple(notes), topics=frozenset(topics), result=result
    )


async def activity_page(
    session: AsyncSession,
    wanted: ActivityFilter | None = None,
    *,
    order: Order | None = None,
    after: Key | None = None,
    limit: int = PAGE_SIZE,
) -> Page[ActivityRow]:
    """One page of the log, the newest first unless another order is asked for."""
    order = order or Order("at", descending=True)
    columns = sort_columns(activity_orders(), order)
    query = _actions().where(*activity_conditions(wanted or ActivityFilter()))
    return await keyset_page(session, query, columns, _row, Cut(order.descending, after, limit))


def activity_orders() -> Orders:
    """By what the log can be sorted: by time only, it may be as long as the life of the shop."""
    return {"at": (ActionLog.recorded_at, ActionLog.id)}


def activity_conditions(wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    """What a filter asks of the action and its result."""
    found: list[ColumnElement[bool]] = []
    if wanted.text.strip():
        found.append(or_(contains(ActionResult.title, wanted.text), contains(ActionResult.summary, wanted.text)))
    if wanted.kinds:
        found.append(ActionLog.kind.in_(wanted.kinds))
    if wanted.actor is not None:
        found.append(ActionLog.actor == wanted.actor)
    return found


async def activity_detail(session: AsyncSession, action_id: UUID) -> ActivityDetail | None:
    """One action with what it changed and moved, or None."""
    query = _actions().add_columns(ActionLog.database_user).where(ActionLog.id == action_id)
    found = (await session.execute(query)).one_or_none()
    if found is None:
        return None
    changes = await session.execute(
        _labelled(select(ChangeLog.record_kind, ChangeLog.record_id, _LABEL, ChangeLog.old_values,
                         ChangeLog.new_values))
        .where(ChangeLog.action_id == action_id)
        .order_by(ChangeLog.id)
        .limit(_CHANGES_SHOWN)
    )  # fmt: skip
    rows = [
        ChangeOfRecord(kind, record_id, label or old.get("name") or old.get("path"), old, new)
        for kind, record_id, label, old, new in changes
    ]
    named = await _with_names(session, rows)
    return ActivityDetail(_row(found[:-1]), found[-1], named, await moves_of_action(session, action_id))


def _labelled(query: Select[Any]) -> Select[Any]:
    """With the tables of the records that are there still."""
    for kind, (table, _) in _RECORDS.items():
        query = query.outerjoin(table, (ChangeLog.record_kind == kind) & (table.id == ChangeLog.record_id))
    return query


async def _with_names(session: AsyncSession, rows: Sequence[ChangeOfRecord]) -> tuple[ChangeOfRecord, ...]:
    """The same changes with names in place of the ids of categories, suppliers, units and locations."""
    names: dict[str, dict[int, str]] = {}
    for field, query in _REFERENCES.items():
        ids = {values[field] for row in rows for values in (row.old_values, row.new_values) if values.get(field)}
        if ids:
            found = await session.execute(query.where(query.selected_columns[0].in_(ids)))
            names[field] = {row_id: words for row_id, words in found}

    def named(values: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            field: names[field].get(value, f"no. {value}") if field in names and value else value
            for field, value in values.items()
        }

    return tuple(replace(row, old_values=named(row.old_values), new_values=named(row.new_values)) for row in rows)


async def saved_ids(session: AsyncSession, ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of ``ids`` that are committed."""
    return frozenset(await session.scalars(select(ActionLog.id).where(ActionLog.id.in_(list(ids)))))


async def actors(session: AsyncSession) -> tuple[str, ...]:
    """Everybody who ever saved something, by name."""
    return tuple(await session.scalars(select(ActionLog.actor).distinct().order_by(ActionLog.actor)))
