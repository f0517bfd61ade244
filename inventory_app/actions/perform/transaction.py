"""One try of an action: one session, one transaction, from BEGIN to COMMIT or ROLLBACK."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from inventory_app.actions.action import Action, Context, Done, Work
from inventory_app.actions.outcome import Phase, Progress
from inventory_app.actions.perform.interruptible import interruptible
from inventory_app.database.database import Database
from inventory_app.database.faults import Fault, classify
from inventory_app.database.statements import table_of
from inventory_app.database.tables import ActionLog, ActionResult

log = logging.getLogger(__name__)

# Made once: what SQLAlchemy works out about a statement is kept with it. Tables, not classes: rows go in as they are.
_LOG = insert(table_of(ActionLog))
_RESULT = insert(table_of(ActionResult))


class CommitFailed(Exception):  # noqa: N818 - it is an event to be looked into, not yet an error
    """COMMIT raised. Whether anything was saved depends on the fault; the caller finds out."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.detail)
        self.fault = fault


class RolledBack(Exception):  # noqa: N818 - as above
    """The body of a dry run was rolled back on purpose; it carries what was done."""

    def __init__(self, done: Done) -> None:
        super().__init__()
        self.done = done


class Transaction:
    """Runs one try in a task of its own, so that a cancel can first interrupt the statement under way."""

    def __init__(
        self,
        database: Database,
        connection: AsyncConnection,
        action: Action,
        context: Context,
        report: Callable[[Progress], None],
        attempt: int,
    ) -> None:
        self._database = database
        self._connection = connection
        self._action = action
        self._context = context
        self._report = report
        self._attempt = attempt
        self._past_return = False

    async def run(self) -> Done:
        """Give what the action did, committed. Raises Stopped, RolledBack, CommitFailed, or what the body raised."""
        return await interruptible(self._connection, self._whole(), lambda: not self._past_return)

    async def _whole(self) -> Done:
        session = AsyncSession(bind=self._connection, expire_on_commit=False)
        try:
            done = await self._body(session)
            self._past_return = True
            await self._commit(session)
        except BaseException:
            self._past_return = True  # a rollback is not interrupted either
            await self._roll_back(session)
            raise
        finally:
            await session.close()
        return done

    async def _body(self, session: AsyncSession) -> Done:
        dialect, action = self._database.dialect, self._action
        connection = await session.connection()
        if action.stages:
            await dialect.begin_import(connection, self._database.config, action.locks)
        else:
            await dialect.begin_action(connection, self._database.config)
        now = datetime.now(UTC)
        await connection.execute(_LOG, log_row(action, self._context, now))
        if action.stages and self._database.config.pooler:
            await action.stage(connection, self._report)
        work = Work(session, dialect, action.action_id, self._context, now, self._report)
        done = await action.run(work)
        await session.flush()
        await connection.execute(_RESULT, result_row(action, done))
        if action.stages and self._database.config.pooler:
            await action.unstage(connection)
        if action.dry_run:
            raise RolledBack(done)
        return done

    async def _commit(self, session: AsyncSession) -> None:
        self._report(Progress(self._action.action_id, Phase.COMMITTING, attempt=self._attempt))
        try:
            await self._database.dialect.commit(self._connection)
            await session.commit()
        except (Exception, asyncio.CancelledError) as error:
            # Only a loop that is torn down cancels this task here, and even then nothing untrue may be said.
            raise CommitFailed(classify(error)) from error

    async def _roll_back(self, session: AsyncSession) -> None:
        """Roll back; a connection that cannot even do that is thrown away, which rolls back on the server."""
        try:
            await session.rollback()
        except Exception as error:  # noqa: BLE001 - whatever it was, closing the connection rolls back
            log.warning("rollback failed, the connection is thrown away: %s", classify(error).detail)
            await self._connection.invalidate()


def log_row(action: Action, context: Context, now: datetime) -> dict[str, Any]:
    """The first write of an action."""
    return {
        "id": action.action_id,
        "kind": action.kind,
        "fingerprint": action.fingerprint(),
        "actor": context.actor,
        "workstation": context.workstation,
        "recorded_at": now,
        "reverses": action.reverses,
    }


def result_row(action: Action, done: Done) -> dict[str, Any]:
    """The last write of an action."""
    return {
        "id": action.action_id,
        "title": done.title or action.title(),
        "summary": done.summary,
        "result": dict(done.result),
        "topics": sorted(done.topics),
        "notes": list(done.notes),
    }
