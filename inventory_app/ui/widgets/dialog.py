"""The frame of all dialogs: body on the surface, foot with a hint at the left and the buttons at the
right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from inventory_app.ui.theme import Space
from inventory_app.ui.translation import object_name
from inventory_app.ui.widgets.labels import ElidedLabel
from inventory_app.ui.widgets.layout import Part, box, column, pad, row, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton


class Dialog(QDialog):
    """Opened with ``runtime.dialogs.finished``. The last button is the primary one; Ctrl+Enter presses it.

    Esc calls `leave`, which asks first when something typed would be lost (subclasses say so).
    """

    def __init__(
        self,
        title: str,
        body: Part,
        buttons: Sequence[QPushButton],
        *,
        note: str = "",
        width: int = 520,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName(f"dialog-{object_name(title)}")
        self.setAccessibleName(title)
        self.note = ElidedLabel(note, "caption")
        self._buttons = tuple(buttons)
        inner = box(column(body, margins=pad(Space.L, Space.L)), "surface")
        foot = box(row((self.note, 1), *buttons, margins=pad(Space.L, Space.M)))
        layout = column((inner, 1), rule(), foot, spacing=0)
        self.setLayout(layout)
        self.setMinimumWidth(width)
        # Wrapped texts ask for more height when their width is not known: ask for this one.
        self.resize(width, layout.totalHeightForWidth(width))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self.do_primary)

    def do_primary(self) -> None:
        button = self._buttons[-1] if self._buttons else None
        if button is not None and button.isEnabled():
            button.click()

    def leave(self) -> None:
        """Esc and the cross of the frame."""
        super().reject()

    @override
    def reject(self) -> None:
        self.leave()

    @override
    def done(self, result: int) -> None:
        active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        super().done(result)
        parent = self.parentWidget()
        if active and parent is not None:
            # Where two dialogs close at once, some window managers leave the keyboard with the one that is gone.
            parent.window().activateWindow()

    def press_on_enter(self, button: QPushButton) -> None:
        """Which button Enter presses; never a destructive one."""
        button.setDefault(True)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
