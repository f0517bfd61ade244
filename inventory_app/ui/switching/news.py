"""Hearing of what other workstations saved: the log is read once a second, and screens refetch what was touched."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from inventory_app.actions.outcome import Committed, Topic
from inventory_app.queries.news import News, Position, newer_than, position
from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.health import HealthMonitor
from inventory_app.ui.runtime.query_runner import QueryFailed, QueryRunner

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds
_OWN_REMEMBERED = 1_000
_KNOWN = {topic.value: topic for topic in Topic}


class NewsPresenter(QObject):
    """Tells the topics by the runner's own signal: a screen needs not know who saved something."""

    def __init__(
        self,
        runner: ActionRunner,
        queries: QueryRunner,
        health: HealthMonitor,
        parent: QObject | None = None,
        *,
        every: float = EVERY,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._queries = queries
        self._health = health
        self._every = every
        self._own: deque[UUID] = deque(maxlen=_OWN_REMEMBERED)
        self._last: Position | None = None
        self._background = Background(self)
        runner.finished.connect(self._finished)

    def start(self) -> None:
        """Begin with what is in the log now; again when another database came into use."""
        self._background.cancel_all()
        self._background.start(self._listen(), name="news of other workstations")

    async def stop(self) -> None:
        await self._background.drain()

    def _finished(self, run: ActionRun) -> None:
        if isinstance(run.outcome, Committed):
            self._own.append(run.action.action_id)

    @property
    def listening(self) -> bool:
        """Whether what is saved from now on will be heard of."""
        return self._last is not None

    async def _listen(self) -> None:
        self._last = None
        while True:
            self._last = await self._look(self._last)
            await asyncio.sleep(self._every)

    async def _look(self, last: Position | None) -> Position | None:
        health = self._health.health
        if self._queries.database is None or (health is not None and not health.reachable):
            return last
        try:
            if last is None:
                return await self._queries.read(position)
            news = await self._queries.read(partial(newer_than, last=last))
        except QueryFailed as failure:
            log.info("no news: %s", failure.fault.message)
            return last
        self._tell(news)
        return news.position

    def _tell(self, news: News) -> None:
        """Only what others did: of our own actions the runner has told already, or is about to."""
        own = {run.action.action_id for run in self._runner.runs} | set(self._own)
        foreign = [action for action in news.actions if action.id not in own]
        topics = frozenset(_KNOWN[name] for action in foreign for name in action.topics if name in _KNOWN)
        if news.everything:
            topics = frozenset(Topic)
        if topics:
            self._runner.touched.emit(topics)
