"""The import window by hand: the steps that a file goes through before the one that a test is about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView

from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow
from inventory_app.ui.screens.imports.page import ImportsPage
from tests.support.screens import CTRL, Stage
from tests.support.waiting import until

Key = Qt.Key
PATIENCE = 60.0


async def new_import(stage: Stage, page: ImportsPage) -> tuple[ImportWindow, ImportPresenter]:
    """Ctrl+I, and the window that comes."""
    stage.keys(Key.Key_I, modifiers=CTRL)
    window, presenter = page._windows[-1]
    await stage.active(window)
    return window, presenter


async def name_file(stage: Stage, window: ImportWindow, path: Path) -> None:
    """Type the path where the cursor stands, and wait until the file was looked at."""
    stage.keys(str(path), Key.Key_Return)
    await until(window.open.next.isEnabled, PATIENCE, what=f"{path.name} to be looked at")


async def to_open(stage: Stage, page: ImportsPage, path: Path) -> tuple[ImportWindow, ImportPresenter]:
    """A new window, with the file on its first step."""
    window, presenter = await new_import(stage, page)
    await name_file(stage, window, path)
    return window, presenter


async def to_check(stage: Stage, page: ImportsPage, path: Path) -> tuple[ImportWindow, ImportPresenter]:
    """A new window, with the file as far as its check; the mapping is taken as it was found."""
    window, presenter = await to_open(stage, page, path)
    await check(window)
    return window, presenter


async def check(window: ImportWindow, accepted: int | None = None) -> None:
    """From the first step to the end of the check, and perhaps to how many rows it has accepted."""
    window.open.next.click()
    window.map.check.click()
    await checked(window, accepted)


async def checked(window: ImportWindow, accepted: int | None = None) -> None:
    """Wait for the end of the check under way."""

    def ended() -> bool:
        shown = window.check.save.isVisible()
        return shown and (accepted is None or window.check._accepted.text() == f"{accepted:,}")

    await until(ended, PATIENCE, what="the check" if accepted is None else f"{accepted:,} accepted rows")


def choose_reason(window: ImportWindow, code: str) -> None:
    """Look at the problems of one reason."""
    reasons = window.check.reasons
    at = next(at for at, one in enumerate(reasons.rows.shown) if one.code == code)
    reasons.setCurrentIndex(reasons.rows.index(at))


def repair(window: ImportWindow, name: str) -> QPushButton | None:
    """A button above the list of problems, where it is shown."""
    found = [one for one in window.check.repairs.findChildren(QPushButton, name) if one.isVisible()]
    return found[0] if found else None


async def press(window: ImportWindow, name: str) -> None:
    """Press that button as soon as it is there."""
    found = await until(lambda: repair(window, name), PATIENCE, what=name)
    assert found is not None
    found.click()


async def retype(table: QTableView, row: int, column: int, typed: str) -> None:
    """F2 in a cell, another text, Enter."""
    table.setCurrentIndex(table.model().index(row, column))
    table.setFocus()
    QTest.keyClick(table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, typed)
    QTest.keyClick(editor, Key.Key_Return)
    await until(lambda: QApplication.focusWidget() is table, what="the end of the editor")
