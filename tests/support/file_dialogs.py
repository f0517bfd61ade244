"""The file dialog, used as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit

from tests.support.waiting import until


async def proposed() -> str:
    """The name that the open file dialog suggests."""
    _dialog, edit = await _opened()
    return edit.text()


async def _opened() -> tuple[QFileDialog, QLineEdit]:
    dialog = await until(QApplication.activeModalWidget)
    assert isinstance(dialog, QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    return dialog, edit


async def pick(path: str) -> None:
    """Write a path into the open file dialog and press its button."""
    dialog, edit = await _opened()
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    edit.setText(path)
    saving = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    wanted = QDialogButtonBox.StandardButton.Save if saving else QDialogButtonBox.StandardButton.Open
    await until(box.button(wanted).isEnabled)
    QTest.mouseClick(box.button(wanted), Qt.MouseButton.LeftButton)
