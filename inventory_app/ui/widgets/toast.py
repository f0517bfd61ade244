"""The toast: what the person just did and what succeeded. It never takes the focus and goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from inventory_app.ui.theme import OutcomeLook, Size, Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import link
from inventory_app.ui.widgets.labels import TOP, ElidedLabel, Glyph, text
from inventory_app.ui.widgets.layout import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

SHOWN_FOR = 8000


class Toast(QFrame):
    """One at a time, at the bottom right of ``host``; it stays while the mouse is over it."""

    action_chosen = Signal(object)  # what was given as `token`

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._token: object = None
        self._glyph = Glyph("committed", "committed", Size.SMALL_ICON)
        self._title = ElidedLabel("", "strong")
        self._detail = text("", "caption", wrap=True, align=TOP)
        self._action = link(translate("Widgets", "Undo"), "undo", tip="Ctrl+Z")
        self._action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action.clicked.connect(self._choose)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        words = column(row((self._title, 1), self._action), self._detail, spacing=0)
        self.setLayout(
            row(
                column(Space.S, self._glyph, None, spacing=0), (words, 1),
                margins=(Space.M, Space.XS, Space.S, Space.S),
            )
        )  # fmt: skip
        self.setObjectName("toast")
        self.setProperty("role", "toast")
        self.setFixedWidth(Size.DETAIL - Space.L)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        host.installEventFilter(self)

    def tell(
        self,
        title: str,
        detail: str = "",
        *,
        look: OutcomeLook = OutcomeLook.COMMITTED,
        action: str = "",
        action_icon: str = "undo",
        token: object = None,
    ) -> None:
        """Show it in the place of the one before."""
        self._token = token
        self._glyph.show_icon(look.icon_name, look.tone)
        self._title.set_words(title)
        self._detail.setText(detail)
        self._action.setVisible(bool(action))
        if action:
            self._action.set_icon(action_icon)
            self._action.set_words(action)
            self._action.setToolTip("Ctrl+Z" if action_icon == "undo" else "")
        self.setAccessibleName(f"{look.word}: {title}")
        self.setAccessibleDescription(detail)
        self._fit()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def take_offer_back(self) -> None:
        """What it offered cannot be done any more; what it says still holds."""
        self._action.hide()

    def _fit(self) -> None:
        """As high as the words need that are wrapped."""
        for part in (self._title, self._detail, self._action):
            part.ensurePolished()
        self._detail.setVisible(bool(self._detail.text()))
        layout = self.layout()
        if layout is not None:
            layout.activate()
            # Without a detail nothing is wrapped, and there is no height for a width.
            height = max(layout.totalHeightForWidth(self.width()), layout.totalSizeHint().height())
            self.resize(self.width(), height)

    def _choose(self) -> None:
        token = self._token
        self.hide()
        self.action_chosen.emit(token)

    def _place(self) -> None:
        at = self._host.rect().bottomRight()
        self.move(at.x() - self.width() - Space.M + 1, at.y() - self.height() - Space.M + 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)
