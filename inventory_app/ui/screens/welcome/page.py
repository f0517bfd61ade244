"""What a person sees who starts with an empty database: three ways to begin, and a fourth for those who join others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget
from typing_extensions import override

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.labels import CENTER, Glyph, text
from inventory_app.ui.widgets.layout import box, column, row
from inventory_app.ui.widgets.page import Page
from inventory_app.ui.widgets.progress import ProgressBar

_BAR = 360


class WelcomePage(Page):
    """``chosen`` carries import, product, demo or connect."""

    chosen = Signal(str)
    stop_wanted = Signal()

    def __init__(self, ways: Sequence[WayOut]) -> None:
        super().__init__(translate("Welcome", "Welcome"))
        self.setObjectName("page-welcome")
        self._ways = EmptyState(
            "stock",
            translate("Welcome", "Nothing is kept here yet"),
            translate(
                "Welcome", "Bring in what you have, begin with one product, or look around with made-up figures."
            ),
            ways,
            link_words=translate("Welcome", "Connect to a shared database"),
        )
        self._ways.chosen.connect(self._way_chosen)
        self._stack = QStackedWidget()
        self._stack.setObjectName("welcome-stack")
        self._stack.addWidget(self._ways)
        self._stack.addWidget(self._make_filling())
        self.set_body(self._stack)
        for way in ways:
            if way.shortcut and way.key != "import":  # which the window itself knows everywhere
                shortcut = QShortcut(QKeySequence(way.shortcut), self)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(lambda key=way.key: self._way_chosen(key))

    def _make_filling(self) -> QFrame:
        self._doing = text("", "caption", align=CENTER)
        self._doing.setObjectName("filling-words")
        self._bar = ProgressBar(translate("Welcome", "Demo data"), width=_BAR)
        self.stop = Button(translate("Welcome", "&Stop"), name=translate("Welcome", "Stop filling"))
        self.stop.clicked.connect(self.stop_wanted)
        lines = column(
            None,
            row(None, Glyph("running", "accent", Size.ICON * 2), None),
            text(translate("Welcome", "Filling the database with demo data"), "section", align=CENTER),
            self._doing,
            Space.XS,
            row(None, self._bar, None),
            Space.M,
            row(None, self.stop, None),
            (None, 1),
            None,
        )
        return box(lines, "surface")

    def show_database(self, name: str) -> None:
        self.head.set_caption(translate("Welcome", "{name} is empty").format(name=name))

    def show_filling(self, words: str, done: int, total: int) -> None:
        """How far the demo data is."""
        self._stack.setCurrentIndex(1)
        self._doing.setText(words)
        self._bar.show_share(done, total)

    def show_ways(self) -> None:
        self._stack.setCurrentIndex(0)

    @override
    def enter(self) -> None:
        first = self._ways.findChild(QFrame, "way-import")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_chosen(self, key: str) -> None:
        if self._stack.currentIndex() == 0:
            self.chosen.emit("connect" if key == "link" else key)
