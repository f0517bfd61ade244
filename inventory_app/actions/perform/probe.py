"""What became of an action whose COMMIT got no answer: found out by a probe, never guessed and never just read.

A read can miss a commit that is still in flight. So a transaction of its own inserts the same id into action_log and
always rolls back: a unique violation means that the action is committed, success that it never will be, and a lock
timeout that it is still under way.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.outcome import Committed, Topic
from inventory_app.database.database import Database
from inventory_app.database.faults import Fault, FaultKind, classify
from inventory_app.database.tables import ActionLog, ActionResult
from inventory_app.database.to_the_end import to_the_end


class Answer(Enum):
    """What the probe found."""

    COMMITTED = "committed"
    NOT_COMMITTED = "not committed"
    PENDING = "pending"


async def probe(database: Database, action_id: UUID, *, lock_timeout: float) -> tuple[Answer, Fault | None]:
    """Ask once. PENDING also stands for a database that could not be asked; the fault tells why."""
    try:
        async with database.writer_slot(), database.writing_connection() as connection:
            session = AsyncSession(bind=connection, expire_on_commit=False)
            try:
                await database.dialect.begin_probe(await session.connection(), lock_timeout)
                await session.execute(insert(ActionLog), _probe_row(action_id))
            finally:
                await to_the_end(_end(session))
    except Exception as error:
        fault = classify(error)
        if fault.kind is FaultKind.UNIQUE:
            return Answer.COMMITTED, None
        return Answer.PENDING, fault
    return Answer.NOT_COMMITTED, None


async def saved_outcome(database: Database, action_id: UUID, *, repeated: bool) -> tuple[str, Committed] | None:
    """The fingerprint and the stored outcome of a committed action, or None when there is none."""
    query = (
        select(
            ActionLog.fingerprint,
            ActionResult.summary,
            ActionResult.result,
            ActionResult.topics,
            ActionResult.notes,
        )
        .join(ActionResult, ActionResult.id == ActionLog.id)
        .where(ActionLog.id == action_id)
    )
    async with database.read() as session:
        row = (await session.execute(query)).one_or_none()
    if row is None:
        return None
    outcome = Committed(
        action_id=action_id,
        message=row.summary,
        result=row.result,
        topics=frozenset(Topic(topic) for topic in row.topics),
        repeated=repeated,
        notes=tuple(row.notes),
    )
    return row.fingerprint, outcome


def _probe_row(action_id: UUID) -> dict[str, object]:
    words = {"kind": "probe", "fingerprint": "", "actor": "", "workstation": ""}
    return {"id": action_id, "recorded_at": datetime.now(UTC), **words}


async def _end(session: AsyncSession) -> None:
    try:
        await session.rollback()
    finally:
        await session.close()
