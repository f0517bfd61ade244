"""Parties and locations as plain records: their values written to change_log, put back, deleted and made again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.changes import LOCATION, PARTY, record_changes
from inventory_app.actions.outcome import Json
from inventory_app.database.tables import ChangeLog, Location, Party
from inventory_app.domain.stock import NegativeStock

# In change_log: whether the record is there at all. A deleted one keeps its whole row as old values.
EXISTS = "exists"
_ACTION = "action_id"


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One table whose rows are records of plain values. ``label`` is the column that a person knows a record by.

    ``plural`` is what people call them.
    """

    name: str
    table: type[Party] | type[Location]
    columns: tuple[str, ...]
    label: str
    plural: str


PARTIES = RecordKind(
    PARTY,
    Party,
    ("name", "is_supplier", "is_customer", "supplier_code", "customer_code", "email", "phone", "address", "tax_id",
     "note"),
    "name",
    "suppliers and customers",
)  # fmt: skip
LOCATIONS = RecordKind(
    LOCATION, Location, ("path", "code", "name", "kind", "parent_id", "negative_stock"), "path", "locations"
)


async def values_now(
    session: AsyncSession, kind: RecordKind, ids: Iterable[int]
) -> dict[int, tuple[str, dict[str, Json]]]:
    """Label and values of each record that is there, under lock."""
    table = kind.table
    query = select(table).where(table.id.in_(sorted(ids))).order_by(table.id).with_for_update()
    found: dict[int, tuple[str, dict[str, Json]]] = {}
    rows: Iterable[Any] = await session.scalars(query)
    for row in rows:
        found[row.id] = (getattr(row, kind.label), {name: getattr(row, name) for name in kind.columns})
    session.expunge_all()
    return found


async def changes_of(session: AsyncSession, ids: Sequence[int]) -> Sequence[Row[Any]]:
    """Rows of change_log by their ids, in the order of these."""
    query = select(ChangeLog.id, ChangeLog.record_id, ChangeLog.old_values, ChangeLog.new_values)
    found = {row.id: row for row in await session.execute(query.where(ChangeLog.id.in_(ids)))}
    return [found[one] for one in ids]


async def put_values(session: AsyncSession, kind: RecordKind, values: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Give the records these values; those whose same columns change go in one statement."""
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for record_id, wanted in values:
        row = _with_policy(wanted)
        named = {f"new_{name}": value for name, value in row.items()}
        by_columns.setdefault(tuple(sorted(row)), []).append({"at_record": record_id, **named})
    connection = await session.connection()
    for names, rows in by_columns.items():
        statement = update(kind.table).where(kind.table.id == bindparam("at_record"))
        await connection.execute(statement.values({name: bindparam(f"new_{name}") for name in names}), rows)


async def delete_records(work: Work, kind: RecordKind, ids: Sequence[int]) -> None:
    """Delete records that nothing refers to, and write all that they were to change_log."""
    table, changes = kind.table, []
    rows: Iterable[Any] = await work.session.scalars(select(table).where(table.id.in_(ids)).order_by(table.id))
    for row in rows:
        old: dict[str, Json] = {name: getattr(row, name) for name in kind.columns}
        old |= {EXISTS: True, _ACTION: str(row.action_id)}
        changes.append((row.id, old, {**dict.fromkeys(old), EXISTS: False}))
    work.session.expunge_all()
    await record_changes(work, kind.name, changes)
    await work.session.execute(delete(table).where(table.id.in_(ids)))


async def make_again(work: Work, kind: RecordKind, deleted: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
    """Insert deleted records under their old ids with all their values; the lower ids, which are parents, first."""
    rows = [
        {"id": record_id, _ACTION: UUID(old[_ACTION]), **_with_policy({name: old.get(name) for name in kind.columns})}
        for record_id, old in sorted(deleted, key=lambda one: one[0])
    ]
    await work.session.execute(insert(kind.table), rows)
    changes = [(record_id, {**dict.fromkeys(old), EXISTS: False}, dict(old)) for record_id, old in deleted]
    await record_changes(work, kind.name, changes)


def _with_policy(values: Mapping[str, Any]) -> dict[str, Any]:
    """A location's flag follows from its policy."""
    row = dict(values)
    if "negative_stock" in row:
        row["may_go_negative"] = NegativeStock(row["negative_stock"]).may_go_negative
    return row
