"""How much of a screen a window of ours may take: what is free of the system's bars, without the frame around it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

from inventory_app.ui.theme import Size


def room_on(screen: QScreen) -> QSize:
    """The largest size of a window's inside. Its real frame is known only once it is shown."""
    return screen.availableSize() - QSize(*Size.FRAME)
