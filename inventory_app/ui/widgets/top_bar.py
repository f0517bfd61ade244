"""The bar at the top: the program's name, the search and command box, who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph, kbd, text
from inventory_app.ui.widgets.layout import row
from inventory_app.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_LONGEST_NAME = 160
_LONGEST_CODE = 132


class FindBox(SearchBox):
    """Empties itself when something was chosen or when it is left: it is a command line, not a filter."""

    def __init__(self) -> None:
        super().__init__(
            hint=translate("Find", "Find a product, order, action or screen"),
            name=translate("Find", "Find"),
            width=Size.SEARCH,
        )
        self.setToolTip(native_keys("Ctrl+K"))
        keys = kbd("Ctrl+K")
        keys.setFixedHeight(20)
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(row(None, keys, margins=(0, 0, 6, 0)))
        self.chosen.connect(self._emptied)

    def _emptied(self, _found: object) -> None:
        self.take()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()


class TopBar(QFrame):
    """The find box stands in the middle of the window, whatever stands beside it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top-bar")
        self.setFixedHeight(Size.TOP)
        self.find_box = FindBox()
        self._scanner = Glyph("scan", "muted", Size.SMALL_ICON)
        self._scanner_words = ElidedLabel("", "caption")
        self._scanner_words.setObjectName("scanner")
        self._scanner_words.setMaximumWidth(_LONGEST_CODE)
        self._actor = ElidedLabel("", "strong")
        self._actor.setMaximumWidth(_LONGEST_NAME)
        self._station = kbd("")
        grid = QGridLayout()
        grid.setContentsMargins(Space.L, 0, Space.L, 0)
        grid.addLayout(row(Glyph("stock", "accent"), text(title, "section"), None), 0, 0)
        grid.addWidget(self.find_box, 0, 1)
        right = row(None, self._scanner, self._scanner_words, Space.S, self._actor, self._station)
        grid.addLayout(right, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.setLayout(grid)
        self.show_scanner("")
        self.show_person("", "")

    def show_person(self, actor: str, workstation: str) -> None:
        self._actor.set_words(actor)
        self._station.setText(workstation)
        self._station.setVisible(bool(workstation))

    def show_scanner(self, words: str, tone: str = "committed", spoken: str = "") -> None:
        """ "Scanner ready", or the last code and (``spoken``) what became of it; nothing without words."""
        self._scanner.show_icon("scan", tone)
        self._scanner.setVisible(bool(words))
        self._scanner_words.set_words(words)
        self._scanner_words.setVisible(bool(words))
        self._scanner_words.setAccessibleDescription(spoken)
        if spoken:
            self._scanner_words.setToolTip(spoken)
