"""From one screen to another: made before the window, which it is joined to as soon as there is one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Navigation(QObject):
    """The `Navigator` of the screens; the window follows its signals."""

    wanted = Signal(str, object)  # key of a screen, what to show there
    told = Signal(str)

    def go(self, key: str, argument: object = None) -> None:
        self.wanted.emit(key, argument)

    def tell(self, message: str) -> None:
        self.told.emit(message)
