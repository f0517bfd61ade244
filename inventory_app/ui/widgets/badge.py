"""The badge of an outcome: icon, word and colour together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.widgets.labels import Glyph, retone, text
from inventory_app.ui.widgets.layout import repolish, row

if TYPE_CHECKING:
    from inventory_app.ui.theme import OutcomeLook

HEIGHT = 22
WIDTH = 112  # where badges stand below each other


class Badge(QFrame):
    """``width`` 0 is as wide as its word."""

    def __init__(self, look: OutcomeLook, words: str = "", *, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._glyph = Glyph(look.icon_name, look.tone, Size.SMALL_ICON)
        self._words = text(words or look.word, "badge", look.tone)
        self.setProperty("badge", look.tone)
        self.setLayout(row(self._glyph, self._words, None, margins=(6, 0, Space.S, 0), spacing=6))
        self.show_outcome(look, words)

    def show_outcome(self, look: OutcomeLook, words: str = "") -> None:
        self._glyph.show_icon(look.icon_name, look.tone)
        self._words.setText(words or look.word)
        retone(self._words, look.tone)
        if self.property("badge") != look.tone:
            self.setProperty("badge", look.tone)
            repolish(self)
        self.setAccessibleName(words or look.word)
        self.setMinimumWidth(0)
        self._words.ensurePolished()
        self.setFixedSize(self._width or self.sizeHint().width(), HEIGHT)
