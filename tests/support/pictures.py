"""Pictures of widgets as PNG files, in light and dark, on the offscreen platform: to look at, and for the
README.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from inventory_app.ui import theme, translation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPixmap


def application() -> QApplication:
    """The one application of this process."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    translation.install(app, "en")
    return app


def picture(widget: QWidget, focus: QWidget | None = None) -> QPixmap:
    """The widget as it is shown, with the focus where it would be."""
    app = application()
    widget.show()
    widget.activateWindow()
    (focus or widget).setFocus()
    for _ in range(3):  # layouts settle, then what they moved is laid out again
        app.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        app.processEvents()
    return widget.grab()


def save(widget: QWidget, path: Path, focus: QWidget | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture(widget, focus).save(str(path), "PNG"):
        raise OSError(f"could not write {path}")
    return path


def in_both_themes(make: Callable[[], QWidget], folder: Path, name: str) -> list[Path]:
    """``name-light.png`` and ``name-dark.png``; the widget is made anew for each."""
    paths = []
    for dark in (False, True):
        theme.apply(application(), dark)
        widget = make()
        paths.append(save(widget, folder / f"{name}-{'dark' if dark else 'light'}.png"))
        widget.hide()
        widget.deleteLater()
    return paths
