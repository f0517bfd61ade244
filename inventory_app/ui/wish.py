"""One thing that a person wants, through all tries that it takes: they carry one action id, so only one can be saved.

A try may be begun by the form or by Retry in Activity; whoever follows the wish hears of both.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from inventory_app.actions.action import Action
from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner


class Wish(QObject):
    """What a form asks for may change between two tries: the id stays, and Activity offers the newest try alone."""

    began = Signal(object)  # ActionRun: a try
    ended = Signal(object)  # ActionRun: a try that has its outcome

    def __init__(self, actions: ActionRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._id = uuid4()
        self._running: list[ActionRun] = []
        actions.started.connect(self._started)
        actions.finished.connect(self._finished)

    @property
    def running(self) -> bool:
        return bool(self._running)

    def is_try(self, run: ActionRun) -> bool:
        """Whether this run is one of its tries that have no outcome yet."""
        return run in self._running

    def start(self, action: Action) -> ActionRun:
        """Try it."""
        return self._actions.start(replace(action, action_id=self._id))

    def renew(self, action_id: UUID | None = None) -> None:
        """From now on another one: what became of the former needs nobody any more. With the id of an action that one
        is taken up again.
        """
        former, self._id = self._id, action_id or uuid4()
        self._running = [run for run in self._actions.runs if run.action.action_id == self._id]
        if former != self._id:
            self._actions.settle(former)

    def _started(self, run: ActionRun) -> None:
        if run.action.action_id == self._id:
            self._running.append(run)
            self.began.emit(run)

    def _finished(self, run: ActionRun) -> None:
        if run in self._running:
            self._running.remove(run)
            self.ended.emit(run)
