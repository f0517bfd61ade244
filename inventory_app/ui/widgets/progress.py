"""Progress: a thin bar, and a row that says what is done."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from inventory_app.ui.theme import Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.labels import RIGHT, Glyph, retone, text
from inventory_app.ui.widgets.layout import row


class ProgressBar(QProgressBar):
    """Six pixels high, without text: the words stand beside it."""

    def __init__(self, name: str = "", *, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(name or translate("Widgets", "Progress"))
        self.setObjectName("progress")
        self.setRange(0, 1000)
        if width:
            self.setFixedWidth(width)

    def show_share(self, done: int, total: int) -> None:
        """Of ``total``; 0 when it is not known, which shows an empty track."""
        share = min(1000, done * 1000 // total) if total > 0 else 0
        self.setValue(share)
        self.setAccessibleDescription(f"{share // 10} %" if total > 0 else "")


_STEPS = {"done": ("committed", "committed"), "running": ("running", "accent"), "pending": ("pending", "muted")}


class ProgressRow(QFrame):
    """One phase of a longer work: icon, words, time."""

    def __init__(self, words: str, state: str = "pending", took: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph(*_STEPS[state])
        self._words = text(words)
        self._took = text(took, "caption", align=RIGHT)
        self.setLayout(row(self._glyph, self._words, None, self._took, spacing=Space.M))
        self.show_state(state, words, took)

    def show_state(self, state: str, words: str = "", took: str = "") -> None:
        """``state`` is pending, running, done or one that stopped ("failed")."""
        name, tone = _STEPS.get(state, ("error", "failed"))
        self._glyph.show_icon(name, tone)
        if words:
            self._words.setText(words)
        retone(self._words, "", "strong" if state == "running" else "")
        self._took.setText(took)
        self.setAccessibleName(f"{self._words.text()}: {_spoken(state)}")


def _spoken(state: str) -> str:
    match state:
        case "pending":
            return translate("Widgets", "pending")
        case "running":
            return translate("Widgets", "running")
        case "done":
            return translate("Widgets", "done")
        case _:
            return translate("Widgets", "failed")
