"""The test of a connection and the bringing up to date of its tables, for the profile in the form."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inventory_app.database.diagnosis import Diagnosis
from inventory_app.settings.profiles import Profile
from inventory_app.ui.screens.settings.databases import DatabasesView
from inventory_app.ui.screens.settings.profile_states import Known
from inventory_app.ui.screens.settings.services import SettingsServices
from inventory_app.ui.switching.opening import CannotOpen, details_of
from inventory_app.ui.translation import translate


class ConnectionTest(QObject):
    """Remembers the last test of each profile while the program runs."""

    tested = Signal()

    def __init__(self, view: DatabasesView, services: SettingsServices, known: Known, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._services = services
        self._known = known
        self._shown = ""

    def show_last(self, profile_id: str) -> None:
        """The card of this profile: its last test, or nothing."""
        self._shown = profile_id
        diagnosis = self._known.tests.get(profile_id)
        if diagnosis is None:
            self._view.test_card.clear()
        else:
            self._view.test_card.show_diagnosis(diagnosis, details_of(diagnosis))

    async def run(self, profile: Profile, password: str | None) -> None:
        """Test what stands in the form, saved or not."""
        self._view.test.setEnabled(False)
        self._view.test.setToolTip(translate("Settings", "A test is under way"))
        if self._shown == profile.id:
            self._view.test_card.show_running()
            self._view.bring_test()
        try:
            diagnosis = await self._services.connections.test(profile, password)
        finally:
            if isValid(self._view):
                self._view.test.setEnabled(True)
                self._view.test.setToolTip("")
        if isValid(self._view):
            self.take(profile.id, diagnosis)
            self._view.bring_test()

    def take(self, profile_id: str, diagnosis: Diagnosis) -> None:
        """A test that was made, here or on the way to a change of the database."""
        self._known.tests[profile_id] = diagnosis
        if self._shown == profile_id:
            self.show_last(profile_id)
        self.tested.emit()

    async def migrate(self, profile: Profile, password: str | None) -> None:
        """Ask, bring the tables up to date, and test again."""
        switch = self._services.switch
        if not await switch.ask_to_migrate(profile):
            return
        try:
            await self._services.connections.migrate(profile, password)
        except CannotOpen as trouble:
            self._view.show_problem(translate("Settings", "The tables were not brought up to date"), trouble.message)
        if switch.trouble is not None and switch.profile is not None and switch.profile.id == profile.id:
            switch.try_again()
        await self.run(profile, password)
