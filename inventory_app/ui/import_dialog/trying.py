"""Starts checks and imports: an import that is tried again is still the same one, so that it can be saved once only."""

from __future__ import annotations

from PySide6.QtCore import QObject

from inventory_app.actions.outcome import Committed
from inventory_app.importing.import_file import ImportFile
from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
from inventory_app.ui.wish import Wish


class ImportTries(QObject):
    """As long as the same is asked of the same file it has one action id. Once something else is asked, Activity offers
    the former no more.
    """

    def __init__(self, actions: ActionRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._wish = Wish(actions, self)
        self._asked: tuple[str, str] | None = None
        self._run: ActionRun | None = None
        actions.finished.connect(self._finished)

    def start(self, action: ImportFile) -> ActionRun:
        """Begin a check, or the import itself."""
        if action.dry_run:
            return self._actions.start(action)
        asked = action.fingerprint(), action.request.checked
        if asked != self._asked:
            if self._asked is not None:
                self._wish.renew()
            self._asked = asked
        self._run = self._wish.start(action)
        return self._run

    def _finished(self, run: ActionRun) -> None:
        """The same again, after it was saved, is meant to be another import."""
        if run is self._run and isinstance(run.outcome, Committed):
            self._asked = None
            self._wish.renew()
