"""Whether the database answers, and how fast: asked in the background, sooner when a query has failed."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from sqlalchemy import text

from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.query_runner import QueryFailed, QueryFault, QueryRunner
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_CALM = 10.0  # seconds between two looks while it answers
_PATIENCE = 10.0  # no answer after this many seconds is unreachable
_WAITS = (2.0, 4.0, 8.0, 15.0, 30.0)


@dataclass(frozen=True, slots=True)
class Health:
    """``since`` is when it became so; ``next_try_at`` only while it does not answer."""

    reachable: bool
    since: datetime
    latency: float | None = None
    fault: QueryFault | None = None
    next_try_at: datetime | None = None


class HealthMonitor(QObject):
    """Watches the database of a query runner, from `start` to `stop`."""

    changed = Signal(object)  # Health, at every look
    came_back = Signal()  # it answers again: screens refetch

    def __init__(self, queries: QueryRunner, parent: QObject | None = None, *, calm: float = _CALM) -> None:
        super().__init__(parent)
        self._queries = queries
        self._calm = calm
        self._background = Background(self)
        self._look_now = asyncio.Event()
        self._failures = 0
        self._task: asyncio.Task[None] | None = None
        self._health: Health | None = None
        queries.unreachable.connect(self._suspect)

    @property
    def health(self) -> Health | None:
        return self._health

    def start(self) -> None:
        """Begin to look, and look at once; also after another database came into use."""
        if self._task is not None:
            self._task.cancel()
        self._failures = 0
        self._health = None
        self._task = self._background.start(self._watch(), name="health")

    async def stop(self) -> None:
        await self._background.drain()
        self._task = None

    def retry_now(self) -> None:
        """Look now instead of at the next turn."""
        self._look_now.set()

    def _suspect(self, _fault: QueryFault) -> None:
        if self._health is None or self._health.reachable:
            self.retry_now()

    async def _watch(self) -> None:
        while True:
            self._look_now.clear()
            wait = await self._look()
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._look_now.wait()

    async def _look(self) -> float:
        """One look; how long to wait until the next."""
        loop = asyncio.get_running_loop()
        start = loop.time()
        now = datetime.now(UTC)
        former = self._health
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._queries.read(_ping, at_once=True)
        except QueryFailed as failure:
            if failure.fault.unreachable:
                return self._failed(failure.fault, now)
            return self._undecided(former, now)  # too busy to be asked, say: that says nothing of the way to it
        except TimeoutError:
            silent = translate("Database", "The database gives no answer.")
            return self._failed(QueryFault(silent, "", unreachable=True, cause=silent), now)
        self._failures = 0
        since = former.since if former is not None and former.reachable else now
        self._tell(Health(True, since, latency=loop.time() - start))
        if former is not None and not former.reachable:
            self.came_back.emit()
        return self._calm

    def _undecided(self, former: Health | None, now: datetime) -> float:
        """It stays as it was; the first look takes it for well."""
        if former is None:
            self._tell(Health(True, now))
        return _WAITS[0]

    def _failed(self, fault: QueryFault, now: datetime) -> float:
        wait = _WAITS[min(self._failures, len(_WAITS) - 1)]
        self._failures += 1
        former = self._health
        since = former.since if former is not None and not former.reachable else now
        at = datetime.fromtimestamp(now.timestamp() + wait, UTC)
        self._tell(Health(False, since, fault=fault, next_try_at=at))
        return wait

    def _tell(self, health: Health) -> None:
        self._health = health
        self.changed.emit(health)


async def _ping(session: AsyncSession) -> None:
    await session.execute(text("SELECT 1"))
