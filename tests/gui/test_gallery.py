"""What holds for every widget: a name for the ear, one mnemonic per letter, and a size that fits the smallest
window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from inventory_app.ui import theme
from inventory_app.ui.theme import Size
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.gallery import PICTURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(params=sorted(PICTURES))
def example(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QWidget]:
    """One picture of the gallery, as a live widget."""
    theme.apply(qapp, dark=False)
    make: Callable[[], QWidget] = PICTURES[request.param]
    widget = make()
    widget.show()
    yield widget
    discard(widget)


def discard(widget: QWidget) -> None:
    """At once: without an event loop nothing would be deleted, and each new sheet would dress all windows again."""
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def focusable(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisibleTo(root)
    ]


def test_everything_that_takes_the_focus_has_a_name(example: QWidget) -> None:
    nameless = []
    for one in focusable(example):
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface or not interface.text(QAccessible.Text.Name):
            nameless.append(f"{type(one).__name__} {one.objectName()}")
    assert nameless == []


def test_everything_that_takes_the_focus_has_an_object_name(example: QWidget) -> None:
    unnamed = [type(one).__name__ for one in focusable(example) if not one.objectName()]
    assert unnamed == []


def test_mnemonics_are_unique(example: QWidget) -> None:
    assert unique_mnemonics(example) == []


def test_it_fits_the_smallest_window(example: QWidget) -> None:
    least = example.minimumSizeHint()
    assert least.width() <= Size.WINDOW[0]
    assert least.height() <= Size.WINDOW[1]
    for page in example.findChildren(QWidget):
        if page.objectName().startswith("page-") and page.layout() is not None:
            needed = page.layout().minimumSize()  # type: ignore[union-attr]
            assert needed.width() <= Size.WINDOW[0] - Size.NAV - 1, page.objectName()
            assert needed.height() <= Size.WINDOW[1] - Size.TOP - Size.STATUS - Size.ACTIVITY_LINE - 3


def test_no_button_cuts_its_words_off(example: QWidget) -> None:
    from PySide6.QtWidgets import QPushButton

    cut = [
        one.text()
        for one in example.findChildren(QPushButton)
        if one.isVisible() and one.width() < one.sizeHint().width()
    ]
    assert cut == []


def test_twelve_rows_stand_above_the_open_panel(qtbot: Any, qapp: QApplication) -> None:
    from inventory_app.ui.widgets.table import DataTable
    from tests.support.gallery import window

    theme.apply(qapp, dark=False)
    made = window()
    made.show()
    qtbot.waitUntil(lambda: made.isVisible() and made.width() == Size.WINDOW[0])
    table = made.findChild(DataTable)
    assert table is not None
    assert table.viewport().height() // Size.ROW >= 12
    discard(made)
