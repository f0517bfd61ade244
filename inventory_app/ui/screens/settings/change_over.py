"""A change of the database as the person sees it: the card while it lasts, and the reason when it fails."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inventory_app.settings.profiles import Profile
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.settings.databases import DatabasesView
from inventory_app.ui.screens.settings.services import SettingsServices
from inventory_app.ui.switching.opening import CannotOpen
from inventory_app.ui.switching.switch import STOPPED, SwitchProgress
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.details_dialog import DetailsDialog


class ChangeOver(QObject):
    """One at a time."""

    ended = Signal()
    tested = Signal(str, object)  # id of a profile, Diagnosis: what the change found out

    def __init__(
        self, view: DatabasesView, services: SettingsServices, collaborators: Collaborators, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._switch = services.switch
        self._navigator = collaborators.navigator
        self._background = Background(self)
        self._task: asyncio.Task[None] | None = None
        self._failed: tuple[Profile, CannotOpen] | None = None
        self._switch.progressed.connect(self._progressed)
        view.switch_card.stay_wanted.connect(self._stay)
        view.switch_card.stop_actions_wanted.connect(self._switch.cancel_actions)
        view.switch_card.details_wanted.connect(self._details)

    def start(self, work: Callable[[], Awaitable[None]], profile: Profile) -> None:
        """Begin; the card shows how far it is."""
        if self._task is None or self._task.done():
            self._failed = None
            self._task = self._background.start(self._run(work, profile), name="change the database")

    async def _run(self, work: Callable[[], Awaitable[None]], profile: Profile) -> None:
        try:
            await work()
        except CannotOpen as trouble:
            if isValid(self._view):
                self._show_failure(profile, trouble)
            return
        if isValid(self._view):
            self._view.switch_card.clear()
            self._navigator.tell(translate("Settings", "Now working with {name}").format(name=profile.name))
            self.ended.emit()

    def _show_failure(self, profile: Profile, trouble: CannotOpen) -> None:
        if trouble.message == STOPPED:
            self._view.switch_card.clear()
        else:
            self._failed = (profile, trouble)
            name, details = self._in_use(), bool(trouble.detail)
            self._view.switch_card.show_failure(profile.name, trouble.message, in_use=name, details=details)
            if trouble.diagnosis is not None:
                self.tested.emit(profile.id, trouble.diagnosis)
        self.ended.emit()

    def forget_failure(self) -> None:
        """The person looks at something else."""
        if not self._switch.switching:
            self._failed = None
            self._view.switch_card.clear()

    def _in_use(self) -> str:
        return self._switch.profile.name if self._switch.profile is not None else translate("Settings", "no database")

    def _progressed(self, progress: SwitchProgress | None) -> None:
        self._view.show_busy(progress is not None)
        if progress is not None:
            self._view.switch_card.show_progress(progress, self._in_use())

    def _stay(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _details(self) -> None:
        if self._failed is not None:
            self._background.start(self._show_details(*self._failed), name="details")

    async def _show_details(self, profile: Profile, trouble: CannotOpen) -> None:
        title = translate("Settings", "{name} cannot be used").format(name=profile.name)
        dialog = DetailsDialog(OutcomeLook.FAILED, title, trouble.message, trouble.detail, parent=self._view)
        await finished(dialog)
        dialog.deleteLater()
