"""The navigation at the left: one button per screen, settings at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import NavButton
from inventory_app.ui.widgets.layout import column, pad

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One screen. ``shortcut`` as Qt writes it ("Ctrl+1")."""

    key: str
    title: str
    icon_name: str
    shortcut: str = ""
    at_foot: bool = False


class NavRail(QFrame):
    """Arrow keys go through the buttons, Tab passes the rail in two steps."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[NavEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(translate("Widgets", "Screens"))
        self.setFixedWidth(Size.NAV)
        self._buttons: dict[str, NavButton] = {}
        for entry in entries:
            button = NavButton(entry.title, entry.icon_name, entry.shortcut)
            button.setObjectName(f"nav-{entry.key}")
            button.clicked.connect(partial(self._clicked, entry.key))
            self._buttons[entry.key] = button
        above = [self._buttons[entry.key] for entry in entries if not entry.at_foot]
        below = [self._buttons[entry.key] for entry in entries if entry.at_foot]
        self.setLayout(column(*above, None, *below, margins=pad(Space.S, Space.S), spacing=2))

    def show_current(self, key: str) -> None:
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def _clicked(self, key: str, _checked: bool = False) -> None:
        # The window decides whether the screen changes and tells by `show_current`.
        button = self._buttons[key]
        button.setChecked(not button.isChecked())
        self.chosen.emit(key)
