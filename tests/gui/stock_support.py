"""What the tests of the stock and products screens share: a screen with real runners on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from inventory_app.ui.navigation import Navigation
from inventory_app.ui.theme import apply
from tests.support.shop import Shop
from tests.support.waiting import until
from tests.support.window import make_collaborators

if TYPE_CHECKING:
    from inventory_app.database.database import Database
    from inventory_app.ui.list_page import ListPage, LiveList
    from inventory_app.ui.screen import Collaborators

P = TypeVar("P", bound="ListPage")
D = TypeVar("D", bound=QDialog)
CTRL = Qt.KeyboardModifier.ControlModifier
_WORKED_IN = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)


@dataclass
class Bench:
    """Collaborators, the database, and a shop that does what other workstations do."""

    parts: Collaborators
    shop: Shop
    went: list[tuple[str, object]] = field(default_factory=list)  # where a screen wanted to go

    def note(self, key: str, argument: object) -> None:
        self.went.append((key, argument))

    async def show(self, make: Callable[[Collaborators], P], *, rows: bool = True) -> P:
        """The screen in a window of the smallest size, with what it shows first."""
        page = make(self.parts)
        page.resize(1096, 720)
        page.show()
        page.activateWindow()
        page.enter()
        if rows:
            await until(page.listed.table.rows.rowCount, what="the first rows")
            await until(lambda: page.head.caption.endswith(" · live"), what="the caption")
        return page


@asynccontextmanager
async def bench_on(database: Database) -> AsyncIterator[Bench]:
    """Ends what is still asked before the database is closed."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, dark=False)
    parts = make_collaborators()
    bench = Bench(parts, Shop(database))
    navigation = parts.navigator
    assert isinstance(navigation, Navigation)
    navigation.wanted.connect(bench.note)
    parts.actions.use(database)
    parts.queries.use(database)
    try:
        yield bench
    finally:
        for widget in app.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        await parts.actions.drain()
        await parts.queries.drain()
        await parts.health.stop()


def focus() -> QWidget:
    """Where the next key goes."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifier)


def write(words: str) -> None:
    QTest.keyClicks(focus(), words)


async def dialog_of(page: QWidget, kind: type[D]) -> D:
    """The dialog that has opened on the page."""

    def find() -> D | None:
        return next((one for one in page.findChildren(kind) if one.isVisible()), None)

    found = await until(find, what=kind.__name__)
    assert found is not None
    return found


async def gone(dialog: QDialog) -> None:
    await until(lambda: not isValid(dialog) or not dialog.isVisible(), what="the dialog to close")


def nameless(page: QWidget) -> Iterator[str]:
    """Widgets that one can work in and that have no name for the ear."""
    for widget in page.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or widget.windowType() == Qt.WindowType.Popup
        inner = inner or widget.window().windowType() == Qt.WindowType.Popup  # the list of a combo box
        works = isinstance(widget, _WORKED_IN) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if works and not inner and not widget.accessibleName():
            yield f"{type(widget).__name__} {widget.objectName()}"


async def scroll_to_the_end(listed: LiveList[Any]) -> None:
    """Page after page, as the scroll bar leads."""
    bar = listed.table.verticalScrollBar()
    while not listed.model.complete:
        deepest = bar.maximum()
        bar.setValue(deepest)
        await until(partial(_is_deeper, bar, deepest), what="the next page")


def _is_deeper(bar: QScrollBar, deepest: int) -> bool:
    """Whether rows were added below, and the scroll bar knows of them."""
    return bar.maximum() > deepest
