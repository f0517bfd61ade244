"""How often a slow question is asked: sums over a million levels take seconds, and things are saved once a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from inventory_app.queries.stock import LevelFilter


class Pace(QObject):
    """After an answer the same is asked again when as much time has passed as the answer took: half of the time at most
    is spent on it, and what is wanted meanwhile is asked once. Another filter is asked at once.
    """

    def __init__(self, parent: QObject, ask: Callable[[LevelFilter], None]) -> None:
        super().__init__(parent)
        self._ask = ask
        self._asked: LevelFilter | None = None
        self._began = 0.0
        self._running = False
        self._due = False  # wanted again since it was asked
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)

    def want(self, wanted: LevelFilter) -> None:
        """Something may have changed."""
        if wanted == self._asked and (self._running or self._rest.isActive()):
            self._due = True
        else:
            self._begin(wanted)

    def ended(self) -> None:
        """An answer is there, or a fault instead of one."""
        self._running = False
        self._rest.start(round((time.monotonic() - self._began) * 1000))

    def forget(self) -> None:
        """What was asked belongs to another database."""
        self._rest.stop()
        self._running = self._due = False
        self._asked = None

    def _begin(self, wanted: LevelFilter) -> None:
        self._rest.stop()
        self._asked, self._running, self._due = wanted, True, False
        self._began = time.monotonic()
        self._ask(wanted)

    def _rested(self) -> None:
        if self._due and self._asked is not None:
            self._begin(self._asked)
