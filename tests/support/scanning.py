"""Keys as a window gets them from the system: strokes, and a scanner's burst of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

PATIENT = 200  # ms as the longest gap of a burst: on a machine that is busy the next stroke may come late
NONE = Qt.KeyboardModifier.NoModifier


def handle(widget: QWidget) -> QWindow:
    """The system's window that a widget lies in."""
    found = widget.window().windowHandle()
    assert isinstance(found, QWindow), f"{widget.objectName()} is not shown"
    return found


def strike(widget: QWidget, *keys: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """All at once, without any time between them. Texts are struck character by character, capitals with Shift."""
    window = handle(widget)
    for key in keys:
        if isinstance(key, Qt.Key):
            QTest.keyClick(window, key, modifiers)
            continue
        for character in key:
            held = modifiers | (Qt.KeyboardModifier.ShiftModifier if character.isupper() else NONE)
            QTest.keyClick(window, character, held)  # type: ignore[call-overload]  # the stubs know only widgets


def scan(widget: QWidget, code: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """What a scanner sends while the keyboard is in this widget's window."""
    strike(widget, code)
    if end is not None:
        strike(widget, end)
