"""Putting a theme in force: at the start, when the system turns light or dark, and when the person
chooses.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from inventory_app.ui.theme import fonts
from inventory_app.ui.theme.palette import palette
from inventory_app.ui.theme.style_sheet import style_sheet
from inventory_app.ui.theme.tokens import DARK, LIGHT, Colors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Mode(StrEnum):
    """What the person chose in settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply(app: QApplication, dark: bool) -> Colors:
    """Fonts, palette and sheet of one theme. All widgets get a change event and draw themselves again."""
    tones = DARK if dark else LIGHT
    fonts.load()
    if app.style().objectName().lower() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setFont(fonts.font())
    app.setPalette(palette(tones))  # before the sheet: widgets that hear of the sheet already see the new tones
    app.setStyleSheet(style_sheet(tones))
    return tones


class Theme(QObject):
    """Follows the system's light and dark, or keeps what was chosen. One per application, made by the
    bootstrap.
    """

    changed = Signal(object)  # Colors

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._dark: bool | None = None
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.set_mode(mode)

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def dark(self) -> bool:
        return bool(self._dark)

    def set_mode(self, mode: Mode) -> None:
        """Choose; takes effect at once, in the frames that the system draws as well."""
        self._mode = mode
        hints = self._app.styleHints()
        if mode is Mode.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if mode is Mode.DARK else Qt.ColorScheme.Light)
        self._follow()

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._follow()

    def _follow(self) -> None:
        system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = system if self._mode is Mode.SYSTEM else self._mode is Mode.DARK
        if dark != self._dark:
            self._dark = dark
            self.changed.emit(apply(self._app, dark))
