"""The list of sections at the left of the settings: one is in front, arrow keys go through them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from inventory_app.ui.theme import Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.layout import column, pad

WIDTH = 192
_HEIGHT = 34


class SectionList(QFrame):
    """``chosen`` carries the key of the section that comes to the front."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-sections")
        self.setAccessibleName(translate("Settings", "Sections of the settings"))
        self.setProperty("role", "surface")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, Button] = {}
        for key, title in sections:
            button = Button(translate("Settings", title), "nav")
            button.setObjectName(f"section-{key}")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFixedSize(WIDTH - Space.L, _HEIGHT)
            button.toggled.connect(partial(self._toggled, key))
            self._group.addButton(button)
            self._buttons[key] = button
        self.setLayout(column(Space.XS, *self._buttons.values(), None, margins=pad(Space.S, Space.S), spacing=2))

    @property
    def current(self) -> str:
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def show_current(self, key: str) -> None:
        """Bring a section to the front. Raises KeyError."""
        self._buttons[key].setChecked(True)

    def focus(self) -> None:
        button = self._buttons.get(self.current)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self, key: str, checked: bool) -> None:
        if checked:
            self.chosen.emit(key)
