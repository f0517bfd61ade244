"""One screen in the main window, with everything behind it real: runners, settings in a folder, a database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollBar, QWidget

from inventory_app.actions.outcome import Outcome
from inventory_app.database.database import Database
from inventory_app.ui.main_window import MainWindow
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.screen import Collaborators, ScreenDeclaration
from inventory_app.ui.widgets.decision import DecisionDialog
from inventory_app.ui.widgets.page import Page
from tests.support.shop import Shop
from tests.support.waiting import until
from tests.support.window import make_collaborators, make_window

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Stage:
    """The window, what stands behind it, and what was asked of other screens."""

    with_: Collaborators
    window: MainWindow
    shop: Shop
    led_to: list[tuple[str, object]]
    outcomes: list[Outcome]

    def keys(self, *keys: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, or type a text, where the focus is."""
        for key in keys:
            target = QApplication.focusWidget() or QApplication.activeWindow()
            assert target is not None, "nothing has the focus"
            if isinstance(key, str):
                QTest.keyClicks(target, key, modifiers)
            else:
                QTest.keyClick(target, key, modifiers)

    async def active(self, window: QWidget) -> None:
        """Wait until keys go to this window."""
        window.activateWindow()
        await until(lambda: QApplication.activeWindow() is window, what="the window to become active")

    async def outcome(self, count: int) -> Outcome:
        """The outcome of the action number ``count``, from 1."""
        await until(lambda: len(self.outcomes) >= count, what=f"{count} outcomes")
        return self.outcomes[count - 1]

    async def decide(self, key: str) -> None:
        """Answer the decision that is being asked."""

        def asked() -> QPushButton | None:
            modal = QApplication.activeModalWidget()
            if not isinstance(modal, DecisionDialog):
                return None
            return cast(QPushButton | None, modal.findChild(QPushButton, f"choice-{key}"))

        button = await until(asked, what="a decision")
        assert button is not None
        button.click()


@asynccontextmanager
async def on_stage(
    make: Callable[[Collaborators], P], database: Database, home: Path, key: str = "sales"
) -> AsyncIterator[tuple[Stage, P]]:
    """The page, shown at the smallest size of the window."""
    collaborators = make_collaborators(home)
    collaborators.actions.use(database)
    collaborators.queries.use(database)
    led_to: list[tuple[str, object]] = []
    outcomes: list[Outcome] = []

    def ended(run: ActionRun) -> None:
        assert run.outcome is not None
        outcomes.append(run.outcome)

    collaborators.actions.finished.connect(ended)
    navigator: Any = collaborators.navigator
    navigator.wanted.connect(lambda key, argument: led_to.append((key, argument)))
    made: list[P] = []

    def factory() -> P:
        made.append(make(collaborators))
        return made[0]

    # Others that this one may lead to; they show nothing.
    others = [
        ScreenDeclaration(one, one, one, partial(Page, one)) for one in ("products", "stock", "sales") if one != key
    ]
    window = make_window([ScreenDeclaration(key, key, key, factory, "Ctrl+1"), *others], collaborators)
    window.show()
    window.show_screen(key)
    stage = Stage(collaborators, window, Shop(database), led_to, outcomes)
    await stage.active(window)
    page = made[0]
    page.enter()
    try:
        yield stage, page
    finally:
        await collaborators.actions.drain(cancel=True)
        await window.shut_down()
        window.deleteLater()


def nameless(root: QWidget) -> list[str]:
    """Widgets that take the focus and have no name for the ear, or no object name."""
    found = []
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget, QScrollBar) or any(isinstance(one, QComboBox) for one in _above(widget))
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or inner or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        spoken = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not spoken or not widget.objectName():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} {spoken!r}")
    return found


def _above(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent
