"""The panel at the side of a table: what is known of the current row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import object_name, translate
from inventory_app.ui.widgets.buttons import link
from inventory_app.ui.widgets.labels import ElidedLabel, text
from inventory_app.ui.widgets.layout import box, column, empty, row, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout


class Figures(QFrame):
    """Figures with their names above, three in a row. The labels live on; only their text changes."""

    def __init__(self, names: Sequence[str], across: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(2)
        self._values = {name: text("", "section") for name in names}
        for at, name in enumerate(names):
            line = 3 * (at // across)
            grid.addWidget(text(name, "caption"), line, at % across)
            grid.addWidget(self._values[name], line + 1, at % across)
            grid.setRowMinimumHeight(line + 2, Space.XS)
            grid.setColumnStretch(at % across, 1)
        self.setLayout(grid)

    def show_values(self, **values: str) -> None:
        """By name; blanks in names are written as underscores."""
        for name, label in self._values.items():
            value = values.get(object_name(name).replace("-", "_"), "")
            label.setText(value)
            label.setAccessibleName(f"{name}: {value}")


class DetailPanel(QFrame):
    """Code and link, title, caption; below them whatever the screen puts in.

    It scrolls when it is too tall. While there is no current row it says ``nothing`` and nothing else.
    """

    opened = Signal()

    def __init__(self, link_words: str = "", nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._has_link = bool(link_words)
        self._parts: list[QWidget] = []
        self.setObjectName("detail")
        self.setProperty("role", "surface")
        self.setMinimumWidth(Size.DETAIL - Space.XXL)
        self._code = text("", "caption")
        self._link = link(link_words or translate("Widgets", "Open"), tip="Enter")
        if not link_words:
            self._link.hide()
        self._link.clicked.connect(self.opened)
        self._title = ElidedLabel("", "section")
        self._caption = ElidedLabel("", "caption")
        top = column(
            row(self._code, None, self._link), self._title, self._caption, spacing=2, margins=(0, Space.XS, 0, 0)
        )
        self._body: QVBoxLayout = column(spacing=Space.L)
        inner = box(column(top, Space.XS, self._body, None, margins=(Space.L, Space.S, Space.L, 0)), "scrolled")
        scroll = QScrollArea()
        scroll.setObjectName("detail-scroll")
        scroll.setAccessibleName(translate("Widgets", "Details"))
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayout(row(scroll, spacing=0))
        self.resize(Size.DETAIL, self.height())

    def clear(self) -> None:
        """There is no current row."""
        self._say("", self._nothing, "")
        for part in (self._link, *self._parts):
            part.hide()

    def show_subject(self, code: str, title: str, caption: str) -> None:
        """What it is about. All parts are shown again; the screen hides those that do not apply afterwards."""
        self._say(code, title, caption)
        self._link.setVisible(self._has_link)
        for part in self._parts:
            part.show()

    def _say(self, code: str, title: str, caption: str) -> None:
        self._code.setText(code)
        self._title.set_words(title)
        self._caption.set_words(caption)

    def add(self, widget: QWidget) -> None:
        self._parts.append(widget)
        self._body.addWidget(widget)


class TwoLineList(QFrame):
    """Short entries of two lines, divided by hairlines: the moves of a product. For a dozen, not for
    thousands.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = text("", "caption")
        self._lines: QVBoxLayout = column(spacing=0)
        self.setLayout(column(row(text(title, "strong"), None, self._caption), self._lines, spacing=Space.S))

    def show_entries(self, caption: str, entries: Sequence[TwoLines]) -> None:
        self._caption.setText(caption)
        empty(self._lines)
        for entry in entries:
            self._lines.addWidget(rule())
            self._lines.addWidget(entry.widget())


class TwoLines:
    """What, its kind, and a figure; who and when, and what the figure led to."""

    def __init__(self, what: str, kind: str, figure: str, below: str, after: str, tone: str = "") -> None:
        self._above = (what, kind, figure, tone)
        self._below = (below, after)

    def widget(self) -> QFrame:
        what, kind, figure, tone = self._above
        below, after = self._below
        first = row(text(what, "badge"), (ElidedLabel(kind, "caption"), 1), text(figure, "strong", tone), spacing=6)
        second = row((ElidedLabel(below, "caption"), 1), text(after, "caption"))
        out = box(column(first, second, margins=(0, 6, 0, 6), spacing=2))
        out.setAccessibleName(f"{what} {kind} {figure}, {below}, {after}")
        return out
