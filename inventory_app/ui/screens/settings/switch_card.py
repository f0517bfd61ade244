"""The card of a change of the database: how far it is, what it waits for, and why it did not come about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from inventory_app.ui.switching.switch import Step, SwitchProgress
from inventory_app.ui.theme import Size, Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, link
from inventory_app.ui.widgets.labels import Glyph, text
from inventory_app.ui.widgets.layout import column, row
from inventory_app.ui.widgets.progress import ProgressRow

_STEPS = tuple(Step)


class SwitchCard(QFrame):
    """Hidden while no change is under way and none has failed."""

    stay_wanted = Signal()
    stop_actions_wanted = Signal()
    details_wanted = Signal()
    shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("switch-card")
        self.setProperty("role", "card")
        self._glyph = Glyph("running", "accent", Size.ICON)
        self._title = text("", "strong")
        self._reason = text("", "", wrap=True)
        self._rows = {step: ProgressRow(step.words) for step in _STEPS}
        self._stop = Button(
            translate("Settings", "Stop the a&ctions"), name=translate("Settings", "Stop the running actions")
        )
        self._stay = Button(
            translate("Settings", "Sta&y as it is"), name=translate("Settings", "Stay with the database in use")
        )
        self._details = link(
            translate("Settings", "Details…"), name=translate("Settings", "Details of the failed change")
        )
        self._stop.clicked.connect(self.stop_actions_wanted)
        self._stay.clicked.connect(self.stay_wanted)
        self._details.clicked.connect(self.details_wanted)
        head = row(self._glyph, (self._title, 1), self._details, spacing=Space.S)
        self.setLayout(
            column(
                head,
                self._reason,
                *self._rows.values(),
                row(None, self._stop, self._stay),
                margins=(Space.L, Space.M, Space.L, Space.M),
            )
        )
        self.setVisible(False)

    def show_progress(self, progress: SwitchProgress, in_use: str) -> None:
        """How far it is."""
        self._glyph.show_icon("running", "accent")
        self._say(
            translate("Settings", "Changing to {name}").format(name=progress.profile.name),
            translate("Settings", "You work with {in_use} until everything is ready.").format(in_use=in_use),
        )
        reached = _STEPS.index(progress.step)
        for number, step in enumerate(_STEPS):
            state = "done" if number < reached else "running" if number == reached else "pending"
            words = step.words
            if step is Step.WAITING and number == reached:
                words = translate("Settings", "Waiting for {count} running action(s)", count=progress.running).format(
                    count=formats.number(progress.running)
                )
            self._rows[step].show_state(state, words)
            self._rows[step].setVisible(True)
        self._stop.setVisible(progress.step is Step.WAITING)
        self._stay.setVisible(progress.can_be_stopped)
        self._details.setVisible(False)
        self._show(True)

    def show_failure(self, name: str, reason: str, *, in_use: str, details: bool) -> None:
        """Why the change did not come about; nothing else has changed."""
        self._glyph.show_icon("error", "failed")
        self._say(
            translate("Settings", "{name} cannot be used").format(name=name),
            translate("Settings", "{reason} You still work with {in_use}; nothing has changed there.").format(
                reason=reason, in_use=in_use
            ),
        )
        for one in (*self._rows.values(), self._stop, self._stay):
            one.setVisible(False)
        self._details.setVisible(details)
        self._show(True)

    def _say(self, title: str, reason: str) -> None:
        self._title.setText(title)
        self._reason.setText(reason)
        self.setAccessibleName(title)
        self.setAccessibleDescription(reason)

    def clear(self) -> None:
        self._show(False)

    def _show(self, visible: bool) -> None:
        self.setVisible(visible)
        self.shown.emit(visible)
