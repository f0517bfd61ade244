"""The banner below a page's head: what concerns the whole page. At most one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from inventory_app.ui.theme import OutcomeLook, Space
from inventory_app.ui.widgets.labels import Glyph, text
from inventory_app.ui.widgets.layout import column, pad, repolish, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton


class Banner(QFrame):
    """Hidden until it has something to say. Buttons are given once, and shown or hidden with
    `show_message`.
    """

    def __init__(
        self,
        look: OutcomeLook = OutcomeLook.FAILED,
        title: str = "",
        detail: str = "",
        buttons: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glyph = Glyph(look.icon_name, look.tone)
        self._title = text(title, "strong")
        self._detail = text(detail, wrap=True)
        words = column(self._title, self._detail, spacing=2)
        self.setObjectName("banner")
        self.setProperty("banner", look.tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setLayout(row(self._glyph, (words, 1), *buttons, margins=pad(Space.M, Space.S), spacing=Space.M))
        self.show_message(look, title, detail)

    def show_message(self, look: OutcomeLook, title: str, detail: str = "") -> None:
        """Say it; without a title the banner goes."""
        self._glyph.show_icon(look.icon_name, look.tone)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{look.word}: {title}")
        self.setAccessibleDescription(detail)
        if self.property("banner") != look.tone:
            self.setProperty("banner", look.tone)
            repolish(self)
        self.setVisible(bool(title))

    def set_detail(self, detail: str) -> None:
        """New words in the second line (a countdown), without any other change."""
        self._detail.setText(detail)

    def clear(self) -> None:
        self.setVisible(False)
