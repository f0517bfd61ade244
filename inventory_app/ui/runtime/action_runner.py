"""From a click to an outcome: one asyncio task per user action, and signals that tell what became of it."""

from __future__ import annotations

import asyncio
import traceback
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from inventory_app.actions.outcome import Cancelled, Committed, Failed, Outcome, Phase, Progress, Unknown
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from inventory_app.actions.action import Action
    from inventory_app.database.database import Database


_ASK_AGAIN = 5.0  # seconds between two questions about an Unknown


class Perform(Protocol):
    """How an action is carried out: `actions.perform` with context and policy filled in by the bootstrap."""

    async def __call__(
        self, database: Database, action: Action, /, *, report: Callable[[Progress], None]
    ) -> Outcome: ...


class Resolve(Protocol):
    """How an Unknown is asked about again: the outcome when the database says it by now, else None."""

    async def __call__(self, database: Database, action: Action, outcome: Unknown, /) -> Outcome | None: ...


class ActionRun:
    """One action on its way: what was asked, how far it is, and its outcome when it has one."""

    def __init__(self, action: Action, database: Database) -> None:
        self.action = action
        self.database = database
        self.started_at = datetime.now(UTC)
        self.progress: Progress | None = None
        self.told_share: float | None = None  # by the window that follows it and knows more than its progress says
        self.outcome: Outcome | None = None
        self.ended_at: datetime | None = None
        self.cancel_asked = False
        self.resolving = False  # perform gave it back as Unknown; it is asked about again and again
        self._task: asyncio.Task[Outcome] | None = None

    @property
    def running(self) -> bool:
        return self.outcome is None

    @property
    def share(self) -> tuple[int, int] | None:
        """How far it is, as (done, of); the same wherever it is shown, None while that is not known."""
        if self.told_share is not None:
            return int(self.told_share * 1000), 1000
        progress = self.progress
        return (progress.done, progress.total) if progress is not None and progress.total else None

    @property
    def can_be_cancelled(self) -> bool:
        """False from the point of no return on, and once it was asked for."""
        past = self.progress is not None and self.progress.phase in (Phase.COMMITTING, Phase.CHECKING)
        return self.running and not past and not self.cancel_asked

    async def wait(self) -> Outcome:
        """The outcome; cancelling the wait does not cancel the action."""
        if self._task is None:
            raise RuntimeError("the action was not started")
        return await asyncio.shield(self._task)


class ActionRunner(QObject):
    """Starts actions on the database in use. `use` replaces it; actions that run keep the one they began
    with.
    """

    started = Signal(object)  # ActionRun
    progressed = Signal(object)  # ActionRun
    finished = Signal(object)  # ActionRun, with its outcome
    touched = Signal(object)  # frozenset[Topic], after a commit
    settled = Signal(object)  # UUID of an action that needs nobody any more
    database_changed = Signal()  # actions are started on another one from now on
    crashed = Signal(object, object)  # ActionRun, exception: a fault of the program

    def __init__(self, perform: Perform, resolve: Resolve | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._perform = perform
        self._resolve = resolve
        self._database: Database | None = None
        self._runs: dict[asyncio.Task[Outcome], ActionRun] = {}

    @property
    def database(self) -> Database | None:
        return self._database

    @property
    def runs(self) -> tuple[ActionRun, ...]:
        """What runs now, the oldest first."""
        return tuple(self._runs.values())

    def use(self, database: Database | None) -> None:
        """From now on start actions on this database; None while there is none."""
        self._database = database
        self.database_changed.emit()

    def is_here(self, run: ActionRun) -> bool:
        """Whether this was done in the database in use, be it that it was closed and opened again since."""
        return self._database is not None and run.database.config.display() == self._database.config.display()

    def start(self, action: Action) -> ActionRun:
        """Begin. The outcome arrives by `finished`; nothing is raised here but for want of a database."""
        if self._database is None:
            raise RuntimeError("no database is open")
        run = ActionRun(action, self._database)
        task = asyncio.get_running_loop().create_task(self._carry_out(run), name=f"action {action.kind}")
        run._task = task
        self._runs[task] = run
        task.add_done_callback(self._ended)
        self.started.emit(run)
        return run

    def again(self, run: ActionRun) -> ActionRun:
        """Retry with the same id, so that a commit nobody heard of is not done twice."""
        return self.start(run.action)

    def settle(self, action_id: UUID) -> None:
        """A screen has dealt with what became of this action, by another one or by giving it up."""
        self.settled.emit(action_id)

    def cancel(self, run: ActionRun) -> None:
        """Ask to stop. Past the point of no return the action ends as it must."""
        if run.can_be_cancelled and run._task is not None:
            run.cancel_asked = True
            run._task.cancel()
            self.progressed.emit(run)

    async def drain(self, *, cancel: bool = False) -> None:
        """Wait until every running action has its outcome; with ``cancel`` ask all of them to stop first.

        What is still asked about stays Unknown then, and is resolved at the next start.
        """
        while self._runs:
            for task, run in self._runs.items():
                if run.resolving:
                    task.cancel()
                elif cancel:
                    self.cancel(run)
            await asyncio.wait(list(self._runs))
            await asyncio.sleep(0)  # the done callbacks tell the outcomes before we go on

    async def _carry_out(self, run: ActionRun) -> Outcome:
        try:
            outcome = await self._perform(run.database, run.action, report=partial(self._reported, run))
            return await self._resolved(run, outcome) if isinstance(outcome, Unknown) else outcome
        except asyncio.CancelledError:
            return Cancelled(
                action_id=run.action.action_id, message=translate("Outcome", "Stopped. Nothing was saved.")
            )
        except Exception as error:  # noqa: BLE001 - the person gets an outcome whatever happens
            self.crashed.emit(run, error)
            return Failed(
                action_id=run.action.action_id,
                message=translate("Outcome", "Something unexpected happened in the program. Nothing was saved."),
                detail="".join(traceback.format_exception(error)),
            )

    async def _resolved(self, run: ActionRun, unknown: Unknown) -> Outcome:
        if self._resolve is None:
            return unknown
        run.resolving = True
        try:
            while True:
                self._reported(run, Progress(run.action.action_id, Phase.CHECKING))
                await asyncio.sleep(_ASK_AGAIN)
                outcome = await self._resolve(run.database, run.action, unknown)
                if outcome is not None:
                    return outcome
        except asyncio.CancelledError:
            return unknown

    def _reported(self, run: ActionRun, progress: Progress) -> None:
        run.progress = progress
        if run.running:
            self.progressed.emit(run)

    def _ended(self, task: asyncio.Task[Outcome]) -> None:
        run = self._runs.pop(task)
        outcome: Outcome
        if task.cancelled():  # before its first step: nothing had begun
            outcome = Cancelled(
                action_id=run.action.action_id, message=translate("Outcome", "Stopped. Nothing was saved.")
            )
        else:
            outcome = task.result()
        run.ended_at = datetime.now(UTC)
        if not outcome.seconds:
            outcome = replace(outcome, seconds=(run.ended_at - run.started_at).total_seconds())
        run.outcome = outcome
        self.finished.emit(run)
        if isinstance(outcome, Committed) and outcome.topics:
            self.touched.emit(outcome.topics)
