"""What the window says above every page of its own state: trouble with the database, broken settings, a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.details_dialog import DetailsDialog
from inventory_app.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Announcement:
    """``again`` and ``settings`` offer their buttons; one with neither can be dismissed.

    With words of its own, ``again`` can be dismissed as well.
    """

    title: str
    detail: str
    copyable: str = ""
    look: OutcomeLook = OutcomeLook.FAILED
    again: Callable[[], None] | None = None
    settings: Callable[[], None] | None = None
    again_words: str = ""


class Announcements(QObject):
    """One banner that stands on whatever page is in front. The newest announcement of a kind replaces the older."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._background = Background(self)
        self._said: dict[str, Announcement] = {}
        self._stands_back = False
        self._details = Button(
            translate("Database", "Details…"), name=translate("Database", "Details of the announcement")
        )
        self._settings = Button(
            translate("Database", "Settings…"), name=translate("Database", "Settings for the announcement")
        )
        self._again = Button(translate("Database", "Try again"), "", "retry", name=translate("Database", "Try again"))
        self._dismiss = Button(translate("Database", "Dismiss"), name=translate("Database", "Dismiss the announcement"))
        self._details.clicked.connect(self._show_details)
        self._settings.clicked.connect(self._go_to_settings)
        self._again.clicked.connect(self._try_again)
        self._dismiss.clicked.connect(self._dismissed)
        self.banner = Banner(buttons=(self._details, self._settings, self._again, self._dismiss))
        self.banner.setObjectName("banner-announcement")
        self.banner.setParent(window)
        self.banner.clear()

    @property
    def shown(self) -> Announcement | None:
        """The newest; trouble with the database stands before everything else."""
        return self._said.get("database") or next(reversed(self._said.values()), None)

    def show_on(self, page: Page) -> None:
        page.host(self.banner)

    def say(self, kind: str, announcement: Announcement | None) -> None:
        """Show it until it is taken back with None or dismissed."""
        self._said.pop(kind, None)
        if announcement is not None:
            self._said[kind] = announcement
        self._show()

    def stand_back(self, back: bool) -> None:
        """A graver banner stands on the page: one at a time. Trouble with the database is as grave."""
        self._stands_back = back
        self._show()

    def _show(self) -> None:
        shown = self.shown
        if shown is None or (self._stands_back and "database" not in self._said):
            self.banner.clear()
            return
        self.banner.show_message(shown.look, shown.title, shown.detail)
        self._details.setVisible(bool(shown.copyable))
        self._settings.setVisible(shown.settings is not None)
        self._again.setVisible(shown.again is not None)
        self._again.set_words(shown.again_words or translate("Database", "Try again"))
        self._dismiss.setVisible(bool(shown.again_words) or (shown.again is None and shown.settings is None))

    def _try_again(self) -> None:
        if self.shown is not None and self.shown.again is not None:
            self.shown.again()

    def _go_to_settings(self) -> None:
        if self.shown is not None and self.shown.settings is not None:
            self.shown.settings()

    def _dismissed(self) -> None:
        shown = self.shown
        self._said = {kind: said for kind, said in self._said.items() if said is not shown}
        self._show()

    def _show_details(self) -> None:
        if self.shown is not None:
            self._background.start(self._details_of(self.shown), name="details")

    async def _details_of(self, shown: Announcement) -> None:
        dialog = DetailsDialog(shown.look, shown.title, shown.detail, shown.copyable, parent=self._window)
        await finished(dialog)
        dialog.deleteLater()
