"""Two actions at one moment: another one begins, or waits, at a given statement of the first."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, text
from sqlalchemy.util import await_only

from inventory_app.actions.outcome import Outcome, Phase
from inventory_app.actions.perform import perform
from tests.support.shop import JONAS
from tests.support.trials import Reports
from tests.support.waiting import until, until_answer

if TYPE_CHECKING:
    from inventory_app.actions.action import Action
    from inventory_app.database.database import Database


class Meanwhile:
    """While this is entered: ``action`` is carried out just before the first statement that holds ``words`` is sent.

    PostgreSQL lets it come to its end there. SQLite has one writer, so there it waits, and comes after the first.
    """

    def __init__(self, database: Database, words: str, action: Action) -> None:
        self._database = database
        self._words = words
        self._action = action
        self._task: asyncio.Task[Outcome] | None = None

    def __enter__(self) -> Meanwhile:
        event.listen(self._database.engine.sync_engine, "before_cursor_execute", self._sent)
        return self

    def __exit__(self, *_error: object) -> None:
        event.remove(self._database.engine.sync_engine, "before_cursor_execute", self._sent)

    async def outcome(self) -> Outcome:
        """What became of the other action."""
        assert self._task is not None, f"no statement held {self._words!r}"
        return await self._task

    def _sent(self, _connection: object, _cursor: object, statement: str, *_rest: Any) -> None:
        if self._task is None and self._words in statement:
            reports = Reports()
            other = perform(self._database, self._action, context=JONAS, report=reports)
            self._task = asyncio.get_running_loop().create_task(other)
            await_only(self._done_or_waiting(self._task, reports))

    async def _done_or_waiting(self, task: asyncio.Task[Outcome], reports: Reports) -> None:
        one_writer = self._database.dialect.one_writer
        await until(lambda: task.done() or (one_writer and Phase.WAITING in reports.phases), what="the other action")


async def until_it_waits(database: Database, reports: Reports) -> None:
    """Until the action that tells ``reports`` waits for another one's transaction."""
    if database.dialect.one_writer:
        await until(lambda: Phase.WAITING in reports.phases, what="its turn to write to be waited for")
        return
    async with database.read() as session:
        await until_answer(
            lambda: session.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")),
            what="a lock to be waited for",
        )
