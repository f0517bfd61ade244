"""Imports that a process took with it when it died: the person is told, and starts them again with one click."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inventory_app.actions.outcome import Failed
from inventory_app.domain.errors import Refusal
from inventory_app.ui.switching.announcements import Announcement, Announcements
from inventory_app.ui.switching.performing import LeftBehind
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from inventory_app.importing.request import ImportRequest
    from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner

log = logging.getLogger(__name__)

_IMPORT = "import"  # the kind of `ImportFile`


class StartingAgain(QObject):
    """``start`` shows an import at its commit and begins it, with the file, mapping and treatment it had."""

    def __init__(
        self, runner: ActionRunner, announcements: Announcements, start: Callable[[ImportRequest], None]
    ) -> None:
        super().__init__(announcements)
        self._announcements = announcements
        self._start = start
        runner.finished.connect(self._finished)

    def _finished(self, run: ActionRun) -> None:
        action = run.action
        if not isinstance(action, LeftBehind) or not isinstance(run.outcome, Failed):
            return
        request = _request_of(action)
        if request is None:
            return
        kind = f"import {action.action_id}"
        title = translate("Import", "The import of {file} did not happen").format(file=request.file_name)
        detail = translate("Import", "Stockroom ended before it was saved. Nothing of it was saved.")
        self._announcements.say(
            kind,
            Announcement(
                title,
                detail,
                look=OutcomeLook.REFUSED,
                again=partial(self._again, kind, request),
                again_words=translate("Import", "Start it again"),
            ),
        )

    def _again(self, kind: str, request: ImportRequest) -> None:
        self._announcements.say(kind, None)
        self._start(request)


def _request_of(action: LeftBehind) -> ImportRequest | None:
    """What an import was asked to do; None for other actions, and for what an other version of the program kept."""
    if action.was != _IMPORT or action.kept is None:
        return None
    from inventory_app.importing.request import ImportRequest  # noqa: PLC0415 - seldom needed, and it costs the start

    try:
        return ImportRequest.from_json(action.kept)
    except (Refusal, KeyError, TypeError, ValueError) as error:
        log.warning("what was kept of %s cannot be used: %s", action.words, error)
        return None
