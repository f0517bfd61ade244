"""What the steps of the import window have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from inventory_app.ui.theme import Space
from inventory_app.ui.translation import object_name
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph, text
from inventory_app.ui.widgets.layout import Part, box, column, pad, row


class StepPage(QFrame):
    """One step: its body, and what stands at the foot of the window while it is in front."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"import-{name}")
        self.setProperty("role", "surface")
        self.note = ElidedLabel("", "caption")
        self._note_mark = Glyph("warning", "refused", 16)
        self._note_mark.hide()
        self.foot: QWidget = QWidget()
        self.primary: QPushButton | None = None

    def set_foot(self, *parts: Part, primary: QPushButton | None = None) -> None:
        """The last part is the primary button, if the step has one."""
        self.primary = primary
        self.foot = box(row(self._note_mark, (self.note, 1), *parts, margins=pad(Space.L, Space.S)))

    def say(self, words: str, *, wrong: bool = False) -> None:
        """The words at the foot; ``wrong`` says why the primary button waits."""
        self.note.set_words(words)
        self._note_mark.setVisible(wrong)

    def enter(self) -> None:
        """The step comes to the front."""


def captioned(name: str, control: QWidget) -> QFrame:
    """A control with its name above it; the name leads the focus to it by its mnemonic."""
    label = text(name, "caption")
    label.setBuddy(control)
    control.setAccessibleName(name.replace("&", ""))
    if not control.objectName():
        control.setObjectName(object_name(name))
    return box(column(label, control, spacing=Space.XS))


def explain(control: QWidget, why: str) -> None:
    """Why a captioned control stands as it does; its frame says it, since a choice has a tool tip of its own."""
    control.setAccessibleDescription(why)
    around = control.parentWidget()
    if around is not None:
        around.setToolTip(why)
