"""perform(): from an action to its outcome, with retries, waiting, cancelling and the resolving of Unknown."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from inventory_app.actions.action import Action, Context, Done, InTheWay
from inventory_app.actions.outcome import (
    Cancelled,
    Committed,
    Conflict,
    DryRun,
    Failed,
    Outcome,
    Phase,
    Progress,
    Refused,
    Unknown,
)
from inventory_app.actions.perform.interruptible import Stopped
from inventory_app.actions.perform.outbox import Outbox
from inventory_app.actions.perform.policy import Policy
from inventory_app.actions.perform.probe import Answer, resolve, saved_outcome
from inventory_app.actions.perform.staging import staged
from inventory_app.actions.perform.transaction import CommitFailed, RolledBack, Transaction
from inventory_app.actions.perform.verdict import AskDatabase, Decision, LoggedAlready, TryAgain, Verdict
from inventory_app.actions.perform.waiting import wait_for_import
from inventory_app.database.database import Database
from inventory_app.database.faults import Fault, FaultKind, classify
from inventory_app.domain.errors import ConflictFound, Refusal

log = logging.getLogger(__name__)

Told = TypeVar("Told")

NOTHING_SAVED = "Nothing was saved."
TOO_LATE = "The stop came too late: it was saved already."
SAVED_BEFORE = "An action of this id had been saved before; nothing more was saved."
_SURE_ROLLBACKS = (FaultKind.SERIALIZATION, FaultKind.DEADLOCK)
_PERHAPS_ANOTHERS_DOING = (FaultKind.UNIQUE, FaultKind.FOREIGN_KEY)
_LOG_KEYS = ("pk_action_log", "action_log.id")


async def perform(
    database: Database,
    action: Action,
    *,
    context: Context,
    policy: Policy | None = None,
    report: Callable[[Progress], None] = lambda _progress: None,
    outbox: Outbox | None = None,
) -> Outcome:
    """Carry out ``action`` in a session and a transaction of its own, and say what became of it.

    Never raises for anything that happens to the action: every way ends in one outcome. Cancelling the calling task
    stops the action until the point of no return, after which COMMIT runs to its end and the truth is told.
    """
    performance = _Performance(database, action, context, policy or Policy(), _guarded(report))
    if outbox is None:
        return await performance.run()
    _guarded(outbox.started)(action)
    outcome = await performance.run()
    if not isinstance(outcome, Unknown):
        _guarded(outbox.ended)(action)
    return outcome


class _Performance:
    """One call of perform: counts tries and time, and turns whatever happens into an outcome."""

    def __init__(
        self,
        database: Database,
        action: Action,
        context: Context,
        policy: Policy,
        report: Callable[[Progress], None],
    ) -> None:
        self._database = database
        self._action = action
        self._context = context
        self._policy = policy
        self._report = report
        self._began = time.monotonic()
        self._waited = 0.0
        self._tries = 0
        self._nothing_saved = NOTHING_SAVED
        self._looked_again = False

    async def run(self) -> Outcome:
        try:
            outcome: Outcome = await self._until_decided()
        except (asyncio.CancelledError, Stopped):
            outcome = Cancelled(action_id=self._action.action_id, message=f"Stopped. {self._nothing_saved}")
        except Exception as error:  # noqa: BLE001 - the one place where everything unforeseen becomes an outcome
            outcome = self._failed(classify(error), error)
        if self._take_cancel() and isinstance(outcome, Committed) and not outcome.repeated:
            outcome = replace(outcome, notes=(*outcome.notes, TOO_LATE))
        seconds = time.monotonic() - self._began
        return replace(outcome, tries=max(self._tries, 1), seconds=seconds)

    def _take_cancel(self) -> bool:
        """The cancel became an outcome, if there was one: the task that carries it goes on and may wait again."""
        task = asyncio.current_task()
        asked = False
        while task is not None and task.cancelling():
            asked = True
            task.uncancel()
        return asked

    async def _until_decided(self) -> Outcome:
        """Nothing is held while a verdict is followed: reading, asking and pausing take connections of their own."""
        while True:
            verdict = await self._with_connection()
            if isinstance(verdict, AskDatabase):
                return await self._resolve(verdict.fault)
            answer = await self._repeated(verdict.fault) if isinstance(verdict, LoggedAlready) else verdict
            if not isinstance(answer, TryAgain):
                return answer
            await self._pause(answer.fault)

    async def _with_connection(self) -> Verdict:
        """Try until it is decided, or until the connection is of no more use."""
        decision = Decision()
        try:
            async with decision, self._connection() as kept:
                decision.verdict = await self._tries_on(kept)
        except (Refusal, ConflictFound) as answer:
            return self._answered(answer)
        except (_GaveUp, Stopped):
            raise
        except Exception as error:  # noqa: BLE001 - sorted by `classify`
            return self._not_begun(error)
        return decision.made()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection | None]:
        """For an import the connection that keeps its TEMP tables over all tries; else each try takes its own."""
        if not self._action.stages:
            yield None
            return
        async with (
            self._database.writing_connection() as connection,
            staged(self._database, connection, self._action, self._report),
        ):
            yield connection

    async def _tries_on(self, kept: AsyncConnection | None) -> Verdict:
        while True:
            verdict = await self._one_try(kept)
            if kept is None or kept.invalidated or not isinstance(verdict, TryAgain):
                return verdict
            if verdict.fault.connection_is_gone:
                return verdict
            await self._pause(verdict.fault, kept)

    async def _one_try(self, kept: AsyncConnection | None) -> Verdict:
        decision = Decision()
        try:
            async with decision, AsyncExitStack() as stack:
                connection = await self._turn(stack, kept)
                self._tries += 1
                self._tell(Phase.RUNNING)
                transaction = Transaction(
                    self._database, connection, self._action, self._context, self._report, self._tries
                )
                decision.verdict = await self._decide(transaction)
        except Stopped:
            raise
        except Exception as error:  # noqa: BLE001 - sorted by `classify`
            return self._not_begun(error)
        return decision.made()

    async def _turn(self, stack: AsyncExitStack, kept: AsyncConnection | None) -> AsyncConnection:
        """Wait for this action's turn to write; what it waits for and holds is let go by ``stack``."""
        if self._database.writers_waiting:
            self._tell(Phase.WAITING, "Waiting for another change on this computer")
        started = time.monotonic()
        await stack.enter_async_context(self._database.writer_slot())
        self._waited += time.monotonic() - started
        if self._action.stages:
            await stack.enter_async_context(self._database.dialect.import_lock(self._database.config))
        if kept is not None:
            return kept
        return await stack.enter_async_context(self._database.writing_connection())

    def _not_begun(self, error: Exception) -> TryAgain:
        """What kept a try from its transaction; raised again where another try would not mend it."""
        fault = classify(error)
        if not fault.kind.transient:
            raise error
        self._tries += 1
        return TryAgain(fault)

    async def _decide(self, transaction: Transaction) -> Verdict:
        try:
            return self._committed(await transaction.run())
        except (Refusal, ConflictFound) as answer:
            return self._answered(answer)
        except RolledBack as dry:
            result = dry.done.result
            return DryRun(action_id=self._action.action_id, message=dry.done.summary, result=result)
        except CommitFailed as failed:
            return TryAgain(failed.fault) if failed.fault.kind in _SURE_ROLLBACKS else AskDatabase(failed.fault)
        except Stopped:
            raise
        except Exception as error:  # noqa: BLE001 - sorted by `classify`
            fault = classify(error)
            if fault.kind is FaultKind.UNIQUE and fault.constraint in _LOG_KEYS:
                return LoggedAlready(fault)
            return TryAgain(fault) if fault.kind.transient else self._explained(fault, error)

    def _explained(self, fault: Fault, error: Exception) -> Verdict:
        """What a fault that does not pass by itself means: a rule, another look, or a failure."""
        rule = None if isinstance(error, InTheWay) else self._action.explain(fault)
        if rule is not None:
            return self._answered(rule)
        if self._is_worth_another_look(fault):
            return TryAgain(fault)
        return self._answered(error.rule) if isinstance(error, InTheWay) else self._failed(fault, error)

    def _is_worth_another_look(self, fault: Fault) -> bool:
        """Whether somebody else may have made, or removed, the same record at the same moment.

        Then the action finds it so when it runs again, and uses it or refuses it by a rule that a person understands.
        """
        first = not self._looked_again
        self._looked_again = True
        return first and fault.kind in _PERHAPS_ANOTHERS_DOING and not self._database.dialect.one_writer

    async def _pause(self, fault: Fault, kept: AsyncConnection | None = None) -> None:
        """Wait before the next try; raises what ends the trying. Waiting for an import is not a try."""
        if fault.kind is FaultKind.LOCKED:
            waited = await wait_for_import(self._database, self._policy, self._action.action_id, self._report, kept)
            if waited:
                self._waited += waited
                self._tries -= 1
                return
        if not self._policy.may_retry(self._tries, time.monotonic() - self._began - self._waited):
            raise _GaveUp(fault)
        self._tell(Phase.RETRYING, fault.kind.words)
        await asyncio.sleep(self._policy.delay(self._tries))

    def _tell(self, phase: Phase, message: str = "") -> None:
        self._report(Progress(self._action.action_id, phase, message, attempt=self._tries))

    def _committed(self, done: Done) -> Committed:
        return Committed(
            action_id=self._action.action_id,
            message=done.summary,
            result=done.result,
            topics=done.topics,
            notes=done.notes,
        )

    def _answered(self, answer: Refusal | ConflictFound) -> Outcome:
        action_id = self._action.action_id
        if isinstance(answer, ConflictFound):
            return Conflict(action_id=action_id, message=answer.message, differences=answer.differences)
        return Refused(
            action_id=action_id,
            message=answer.message,
            code=answer.code,
            field=answer.field,
            details=answer.details,
        )

    def _failed(self, fault: Fault, error: BaseException) -> Failed:
        if isinstance(error, _GaveUp):
            fault = error.fault
        log.error("%s failed: %s", self._action.kind, fault.detail, exc_info=error)
        times = f" ({self._tries} tries)" if self._tries > 1 else ""
        return Failed(
            action_id=self._action.action_id,
            message=f"{fault.kind.words}{times}. {self._nothing_saved}",
            detail=f"{fault.code} {fault.detail}".strip(),
            unreachable=fault.unreachable,
        )

    async def _repeated(self, fault: Fault) -> Outcome | TryAgain:
        """The id is in the log already: the same request gives the first one's outcome, another is refused."""
        self._nothing_saved = SAVED_BEFORE
        try:
            saved = await saved_outcome(self._database, self._action.action_id, repeated=True)
        except Exception as error:  # noqa: BLE001 - sorted by `classify`
            return self._not_begun(error)
        if saved is None:
            return TryAgain(fault)
        fingerprint, outcome = saved
        if fingerprint == self._action.fingerprint():
            return outcome
        message = f"An action of this id was saved already, and it asked for something else. {NOTHING_SAVED}"
        return Refused(action_id=self._action.action_id, message=message, code="id_reused", field="id")

    async def _resolve(self, fault: Fault) -> Outcome:
        """Probe until the database says what became of the action, or the time for it is over."""
        log.warning("%s: COMMIT got no sure answer (%s); asking", self._action.kind, fault.detail)
        self._tell(Phase.CHECKING, "The connection was lost while saving; this resolves itself")
        answer = await resolve(self._database, self._action, self._policy)
        if answer is Answer.NOT_COMMITTED:
            return self._failed(fault, CommitFailed(fault))
        if isinstance(answer, Committed):
            return answer
        message = "The connection was lost while saving. Whether it was saved is not known yet; it is checked again."
        return Unknown(action_id=self._action.action_id, message=message, detail=fault.detail)


class _GaveUp(Exception):  # noqa: N818 - steers the loop above, nobody else sees it
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.detail)
        self.fault = fault


def _guarded(tell: Callable[[Told], None]) -> Callable[[Told], None]:
    """``tell`` in a form that never raises: who only watches or remembers must not change what becomes of an action."""

    def told(value: Told) -> None:
        try:
            tell(value)
        except Exception:
            log.exception("%s could not be told", type(value).__name__)

    return told
