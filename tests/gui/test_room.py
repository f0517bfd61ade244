"""The first size of the window on a screen that has no room for it; the one that it had is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from inventory_app.ui import theme
from inventory_app.ui.screen import ScreenDeclaration
from inventory_app.ui.theme import Size
from inventory_app.ui.widgets.page import Page
from inventory_app.ui.widgets.room import room_on
from tests.support.window import make_collaborators, make_window


async def test_a_window_that_has_no_room_takes_the_whole_screen(tmp_path: Path, qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    with_ = make_collaborators(tmp_path)
    screens = [ScreenDeclaration("stock", "Stock", "stock", lambda: Page("Stock"))]
    first = make_window(screens, with_)
    room = room_on(first.screen())
    assert room.height() < Size.WINDOW[1], "the screen of these tests is small"
    first.open()
    assert first.isMaximized()
    assert first.normalGeometry().height() <= room.height()
    first.showNormal()
    first.keep_geometry()
    again = make_window(screens, with_)
    again.open()
    assert not again.isMaximized(), "as it was left"
    for window in (first, again):
        window.hide()
        window.deleteLater()
