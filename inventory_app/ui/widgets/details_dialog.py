"""Details of what happened, to read and to copy. The driver's words are here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from inventory_app.ui.theme import font
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.badge import Badge
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import TOP, text
from inventory_app.ui.widgets.layout import column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inventory_app.ui.theme import OutcomeLook

_WIDTH = 640


class DetailsDialog(Dialog):
    """A badge, what it was, what became of it, and a text that can be copied."""

    def __init__(
        self, look: OutcomeLook, title: str, sentence: str, details: str, parent: QWidget | None = None
    ) -> None:
        self._details = details
        self._edit = QPlainTextEdit(details)
        self._edit.setReadOnly(True)
        self._edit.setProperty("role", "details")
        self._edit.setObjectName("details")
        self._edit.setAccessibleName(translate("Dialog", "Details"))
        self._edit.setFont(font(12, code=True))
        self._edit.setMinimumHeight(240)
        self._copy = Button(translate("Dialog", "&Copy"), "", tip=translate("Dialog", "Copy the details"))
        close = primary(translate("Dialog", "C&lose"), tip="Esc")
        self._copy.clicked.connect(self._copied)
        close.clicked.connect(self.accept)
        head = row(Badge(look), text(title, "section"), None)
        body = column(head, text(sentence, wrap=True, align=TOP), (self._edit, 1))
        super().__init__(translate("Dialog", "Details"), body, [self._copy, close], width=_WIDTH, parent=parent)
        self.press_on_enter(close)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.note.set_words(translate("Dialog", "Copied."))
