"""What became of an action whose COMMIT got no answer: found out by a probe, never guessed and never just read.

A read can miss a commit that is still in flight. So a transaction of its own inserts the same id into action_log and
always rolls back: a unique violation means that the action is committed, success that it never will be, and a lock
timeout that it is still under way.
"""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import UTC, datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Action
from inventory_app.actions.outcome import Committed, Topic
from inventory_app.actions.perform.policy import Policy
from inventory_app.database.database import Database
from inventory_app.database.faults import Fault, FaultKind, classify
from inventory_app.database.tables import ActionLog, ActionResult
from inventory_app.database.to_the_end import to_the_end

log = logging.getLogger(__name__)


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
                if database.dialect.one_writer:
                    return await _read(session, action_id), None
                await session.execute(insert(ActionLog), _probe_row(action_id))
            finally:
                await to_the_end(_end(session))
    except Exception as error:  # noqa: BLE001 - whatever it was, there is no answer yet
        fault = classify(error)
        if fault.kind is FaultKind.UNIQUE:
            return Answer.COMMITTED, None
        return Answer.PENDING, fault
    return Answer.NOT_COMMITTED, None


async def resolve(database: Database, action: Action, policy: Policy) -> Committed | Answer:
    """Probe until it is known what became of ``action``; PENDING when the time for it is over or nobody waits any more.

    What is committed under the id but asked for something else was another action: then this one is not committed.
    """
    since, asked = time.monotonic(), 0
    try:
        while True:
            answer, _ = await probe(database, action.action_id, lock_timeout=policy.probe_lock_timeout)
            if answer is Answer.NOT_COMMITTED:
                return answer
            saved = await _saved_or_none(database, action.action_id) if answer is Answer.COMMITTED else None
            if saved is not None:
                return saved[1] if saved[0] == action.fingerprint() else Answer.NOT_COMMITTED
            if time.monotonic() - since >= policy.resolve_time:
                return Answer.PENDING
            asked += 1
            await asyncio.sleep(policy.delay(asked))
    except asyncio.CancelledError:
        log.info("%s: no longer waiting for the answer", action.kind)
        return Answer.PENDING


async def _saved_or_none(database: Database, action_id: UUID) -> tuple[str, Committed] | None:
    try:
        return await saved_outcome(database, action_id, repeated=False)
    except Exception as error:  # noqa: BLE001 - whatever it was, there is no answer yet
        log.warning("what was saved could not be read, it is asked again: %s", classify(error).detail)
        return None


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
        # A newer version of the program may have written topics that this one has not.
        topics=frozenset(Topic(topic) for topic in row.topics if topic in set(Topic)),
        repeated=repeated,
        notes=tuple(row.notes),
    )
    return row.fingerprint, outcome


async def _read(session: AsyncSession, action_id: UUID) -> Answer:
    """Where there is one writer and we are it no commit is in flight: reading is as sure, also on a full disk."""
    found = await session.scalar(select(ActionLog.id).where(ActionLog.id == action_id))
    return Answer.NOT_COMMITTED if found is None else Answer.COMMITTED


def _probe_row(action_id: UUID) -> dict[str, object]:
    words = {"kind": "probe", "fingerprint": "", "actor": "", "workstation": ""}
    return {"id": action_id, "recorded_at": datetime.now(UTC), **words}


async def _end(session: AsyncSession) -> None:
    try:
        await session.rollback()
    finally:
        await session.close()
