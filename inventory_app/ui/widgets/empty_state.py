"""What a page shows that has nothing to show: what is missing, why, and ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from inventory_app.ui.theme import Space
from inventory_app.ui.widgets.buttons import link
from inventory_app.ui.widgets.labels import CENTER, TOP, Glyph, kbd, text
from inventory_app.ui.widgets.layout import Part, column, pad, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

_WIDTH, _LEAST_HEIGHT = 228, 128
_ICON = 40


@dataclass(frozen=True, slots=True)
class WayOut:
    """One card. ``key`` comes back when it is chosen."""

    key: str
    icon_name: str
    title: str
    why: str
    shortcut: str = ""


class _Card(QFrame):
    """A card that is pressed like a button."""

    pressed = Signal(str)

    def __init__(self, way: WayOut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = way.key
        self.setProperty("role", "choice")
        self.setObjectName(f"way-{way.key}")
        self.setAccessibleName(way.title)
        self.setAccessibleDescription(way.why)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(_WIDTH)
        self.setMinimumHeight(_LEAST_HEIGHT)
        head = row(Glyph(way.icon_name, "accent"), None, *((kbd(way.shortcut),) if way.shortcut else ()))
        why = text(way.why, "caption", wrap=True, align=TOP)
        self.setLayout(column(head, text(way.title, "strong", wrap=True), (why, 1), margins=pad(Space.L, Space.L)))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._key)
        else:
            super().keyPressEvent(event)


class EmptyState(QFrame):
    """Centred, the only place where text is. "No rows match" is another one of these, with a link to clear
    the filter.
    """

    chosen = Signal(str)  # key of a way out, or "link"

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        why: str,
        ways: Sequence[WayOut] = (),
        *,
        link_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setObjectName("empty-state")
        self._why = text(why, "caption", align=CENTER, wrap=True)
        self._cards: list[_Card] = []
        parts: list[Part] = [
            None,
            row(None, Glyph(icon_name, "muted", _ICON), None),
            text(sentence, "section", align=CENTER),
            self._why,
        ]
        if ways:
            self._cards = [_Card(way) for way in ways]
            for one in self._cards:
                one.pressed.connect(self.chosen)
            parts += [Space.M, row(None, *self._cards, None, spacing=Space.M)]
        if link_words:
            out = link(link_words)
            out.clicked.connect(self._linked)
            parts += [Space.M, row(None, out, None)]
        parts += [(None, 1), None]
        self.setLayout(column(*parts, margins=pad(Space.L, 0)))

    def set_why(self, words: str) -> None:
        """Why there is nothing, when that is known only later."""
        self._why.setText(words)

    def focus_first(self) -> None:
        """The first way out gets the focus."""
        if self._cards:
            self._cards[0].setFocus()

    def _linked(self) -> None:
        self.chosen.emit("link")
