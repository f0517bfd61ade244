"""Single widgets, shown in a window of their own."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget


def shown(qtbot: Any, widget: QWidget) -> QWidget:
    """For plain tests; inside coroutines nothing may run a loop of its own."""
    opened(qtbot, widget)
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def opened(qtbot: Any, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
