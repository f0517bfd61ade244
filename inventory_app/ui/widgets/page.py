"""The parts of a page: head with title, caption and actions; and the page that a screen is built on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import object_name
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.labels import ElidedLabel, text
from inventory_app.ui.widgets.layout import Part, box, column, pad, row, rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout


class PageHead(QFrame):
    """One title, one caption that says how much and how fresh, and the page's actions at the right."""

    def __init__(self, title: str, caption: str = "", *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title: QLabel = text(title, "title")
        self._caption = ElidedLabel(caption, "caption")
        self._caption.setObjectName("page-caption")
        self.setFixedHeight(Size.HEAD)
        self.setLayout(row(self._title, (self._caption, 1), *actions, margins=pad(Space.L), spacing=Space.S))

    @property
    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_caption(self, caption: str) -> None:
        self._caption.set_words(caption)

    @property
    def caption(self) -> str:
        return self._caption.words


def inset(widget: QWidget) -> QFrame:
    """Cells have 8 px of their own; 8 more put their text on the page's margin of 16."""
    return box(row(widget, margins=pad(Space.S)))


class Page(QFrame):
    """A screen's page. The window calls `refresh`, `do_primary`, `go_back` and `enter` for its shortcuts.

    The body is put in once by `set_body`; the banner stands between the head and the body.
    """

    def __init__(self, title: str, caption: str = "", *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setObjectName(f"page-{object_name(title)}")
        self.setAccessibleName(title)
        self.head = PageHead(title, caption, *actions)
        self.banner = Banner()
        self._primary: QPushButton | None = None
        self._column: QVBoxLayout = column(self.head, self.banner, rule(), spacing=0)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def set_body(self, body: Part) -> None:
        item = body if not isinstance(body, tuple) else body[0]
        if isinstance(item, QWidget):
            self._column.addWidget(item, 1)
        elif item is not None and not isinstance(item, int):
            self._column.addLayout(item, 1)

    def host(self, banner: QWidget) -> None:
        """Give the window's own banner a place below the head, above the page's."""
        shown = not banner.isHidden()  # moving to another parent hides it
        self._column.insertWidget(1, banner)
        banner.setVisible(shown)

    def set_primary(self, button: QPushButton) -> None:
        """Which button Ctrl+Enter presses."""
        self._primary = button

    def do_primary(self) -> bool:
        """Ctrl+Enter. False when there is nothing to press."""
        button = self._primary
        if button is None or not button.isVisible() or not button.isEnabled():
            return False
        button.click()
        return True

    def refresh(self) -> None:
        """F5, and after what was shown has changed."""

    def go_back(self) -> bool:
        """Esc. True when the page had somewhere to go back to."""
        return False

    def enter(self) -> None:
        """The page came to the front: the focus goes to where work begins."""

    def holds_typing(self) -> str:
        """What would be lost by closing now ("the order SO-1042"), empty when nothing."""
        return ""


def unique_mnemonics(page: QWidget) -> list[str]:
    """Mnemonics that two visible controls of a page share; a page has none of them."""
    seen: dict[str, str] = {}
    doubled: list[str] = []
    for control in page.findChildren(QAbstractButton):
        words = control.text().replace("&&", "")
        if "&" not in words or not control.isVisibleTo(page):
            continue
        letter = words[words.index("&") + 1].lower()
        if letter in seen:
            doubled.append(f"{letter}: {seen[letter]} and {words}")
        seen[letter] = words
    return doubled
