"""The bar at the foot: which database, its health, what runs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph, text
from inventory_app.ui.widgets.layout import column, pad, row, rule
from inventory_app.ui.widgets.progress import ProgressBar

_BAR = 96


class StatusBar(QFrame):
    """Three places, each set by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-bar")
        self.setFixedHeight(Size.STATUS)
        self._name = text("", "badge")
        self._name.setObjectName("status-database")
        self._where = ElidedLabel("", "caption")
        self._where.setObjectName("status-where")
        self._health_icon = Glyph("pending", "muted", Size.SMALL_ICON)
        self._health = text("", "caption")
        self._health.setObjectName("status-health")
        self._doing = ElidedLabel("", "caption")
        self._doing.setObjectName("status-running")
        self._doing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = ProgressBar(translate("Widgets", "Progress of what runs"), width=_BAR)
        line = row(
            Glyph("database", "muted", Size.SMALL_ICON), self._name, self._where, Space.S,
            rule(vertical=True),
            Space.S, self._health_icon, self._health, (self._doing, 1), self._bar,
            margins=pad(Space.L), spacing=6,
        )  # fmt: skip
        self.setLayout(column(rule(), (line, 1), spacing=0))
        self.show_running("")

    def show_database(self, name: str, where: str) -> None:
        """ "Shop", "PostgreSQL · db.shop.lan"."""
        self._name.setText(name)
        self._where.set_words(where)

    def show_health(self, words: str, icon_name: str = "committed", tone: str = "committed") -> None:
        """ "Connected · 3 ms", "Not reachable since 10:38"."""
        self._health.setText(words)
        self._health_icon.show_icon(icon_name, tone)

    def show_running(self, words: str, share: tuple[int, int] | None = None) -> None:
        """What runs, with a bar when it is known how far it is; nothing runs without words."""
        self._doing.set_words(words or translate("Widgets", "Nothing running"))
        self._bar.setVisible(share is not None)
        if share is not None:
            self._bar.show_share(*share)
