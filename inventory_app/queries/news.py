"""What others committed since one looked last: for screens that show what other workstations changed.

“id > last” would miss an action that began earlier and committed later. PostgreSQL is therefore asked for the actions
that are visible now and were not in the snapshot of the last time. SQLite has one writer: its rows come in the order
of their commits, none is ever deleted, and a place in that order is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import ActionLog, ActionResult
from inventory_app.queries.engine import is_postgresql, one_snapshot

_MOST = 1_000
_HERE = {
    "postgresql": text("SELECT CAST(pg_current_snapshot() AS text)"),
    "sqlite": text("SELECT CAST(coalesce(max(rowid), 0) AS text) FROM action_log"),
}
_NEW = {
    "postgresql": text(
        "action_log.transaction_id >= CAST(CAST(pg_snapshot_xmin(CAST(:seen AS pg_snapshot)) AS text) AS bigint) AND"
        " NOT pg_visible_in_snapshot(CAST(CAST(action_log.transaction_id AS text) AS xid8), CAST(:seen AS pg_snapshot))"
    ),
    "sqlite": text("action_log.rowid > CAST(:seen AS integer)"),
}


@dataclass(frozen=True, slots=True)
class Position:
    """How far one has looked; only this module knows what is in it."""

    value: str


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action that became visible."""

    id: UUID
    kind: str
    actor: str
    workstation: str
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class News:
    """What is new, and from where to go on. ``everything``: it is more than is listed, all topics are touched."""

    position: Position
    actions: tuple[NewAction, ...] = ()
    everything: bool = False

    @property
    def topics(self) -> frozenset[str]:
        return frozenset(topic for action in self.actions for topic in action.topics)


async def position(session: AsyncSession) -> Position:
    """Where the log is now: what is committed later is news."""
    return Position(str(await session.scalar(_HERE[_engine(session)])))


async def newer_than(session: AsyncSession, last: Position) -> News:
    """The actions that became visible since ``last``, each once. For a new session, which sees the present."""
    await one_snapshot(session)
    here = await position(session)
    if here == last:
        return News(last)
    query = (
        select(ActionLog.id, ActionLog.kind, ActionLog.actor, ActionLog.workstation, ActionResult.topics)
        .join(ActionResult, ActionResult.id == ActionLog.id)
        .where(_NEW[_engine(session)].bindparams(seen=last.value))
        .limit(_MOST + 1)
    )
    rows = (await session.execute(query)).all()
    actions = tuple(NewAction(*row[:4], frozenset(row[4])) for row in rows[:_MOST])
    return News(here, actions, everything=len(rows) > _MOST)


def _engine(session: AsyncSession) -> str:
    return "postgresql" if is_postgresql(session) else "sqlite"
