"""Dialogs that are awaited. They are opened, never executed: a nested loop inside a task would stop other
tasks.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog
from shiboken6 import isValid

from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.decision import Choice, DecisionDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from inventory_app.ui.theme import OutcomeLook

__all__ = ["Choice", "ask", "choose_file_to_open", "choose_file_to_save", "finished"]


async def finished(dialog: QDialog, *, modal: bool = True) -> int:
    """Show the dialog and wait until it is done; a dialog that is destroyed meanwhile counts as rejected.

    The caller reads what was entered and then calls ``deleteLater``.
    """
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def ended(code: int) -> None:
        if not done.done():
            done.set_result(code)

    def destroyed() -> None:
        ended(QDialog.DialogCode.Rejected.value)

    dialog.finished.connect(ended)
    dialog.destroyed.connect(destroyed)
    if modal:
        dialog.open()
    else:
        dialog.show()
    try:
        return await done
    except asyncio.CancelledError:
        if isValid(dialog):
            dialog.reject()
        raise


async def ask(
    parent: QWidget,
    title: str,
    words: str,
    choices: Sequence[Choice],
    *,
    look: OutcomeLook | None = None,
) -> str | None:
    """Put a decision to the person; the key of what was chosen, None for Esc."""
    dialog = DecisionDialog(title, words, choices, look=look, parent=parent)
    try:
        await finished(dialog)
        return dialog.chosen if isValid(dialog) else None
    finally:
        if isValid(dialog):
            dialog.deleteLater()


async def choose_file_to_open(
    parent: QWidget, title: str, folder: str = "", filters: Sequence[str] = ()
) -> Path | None:
    """The file that the person picks, or None."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return await _picked(dialog, filters)


async def choose_file_to_save(
    parent: QWidget, title: str, name: str, filters: Sequence[str] = (), suffix: str = ""
) -> Path | None:
    """Where to save; Qt has asked already when the file exists. ``name`` may have a folder."""
    dialog = QFileDialog(parent, title, str(Path(name).parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(Path(name).name)
    return await _picked(dialog, filters)


async def _picked(dialog: QFileDialog, filters: Sequence[str]) -> Path | None:
    dialog.setObjectName("file-dialog")
    dialog.setNameFilters(list(filters) or [translate("FileDialog", "All files (*)")])
    try:
        code = await finished(dialog)
        files = dialog.selectedFiles() if isValid(dialog) and code else []
    finally:
        if isValid(dialog):
            dialog.deleteLater()
    return Path(files[0]) if files else None
