"""Texts by role, icons that follow the theme, and labels that shorten themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from inventory_app.ui.theme import Size, Space, Type, font, paint_icon
from inventory_app.ui.theme.fonts import SEMIBOLD
from inventory_app.ui.translation import native_keys
from inventory_app.ui.widgets.layout import column, repolish

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def text(words: str, role: str = "", tone: str = "", *, wrap: bool = False, align: Qt.AlignmentFlag = LEFT) -> QLabel:
    """A label. Roles: title, figure, section, strong, caption, heading, badge, kbd; tones: the outcomes',
    muted.
    """
    label = QLabel(words)
    dress(label, role, tone)
    label.setAlignment(align)
    label.setWordWrap(wrap)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def dress(label: QLabel, role: str = "", tone: str = "") -> None:
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    if role in ("title", "figure"):
        label.setFont(font(Type.TITLE if role == "title" else Type.FIGURE, SEMIBOLD))


def retone(label: QLabel, tone: str, role: str | None = None) -> None:
    """Change the tone of a label that lives on."""
    if label.property("tone") != tone or (role is not None and label.property("role") != role):
        label.setProperty("tone", tone)
        if role is not None:
            label.setProperty("role", role)
        repolish(label)


def lead(title: str, detail: str) -> QVBoxLayout:
    """Two lines: what it is, and a caption below."""
    return column(text(title, "strong"), text(detail, "caption"), spacing=2)


def kbd(keys: str) -> QLabel:
    """The keys of a shortcut, as a chip."""
    return text(native_keys(keys), "kbd")


class Glyph(QWidget):
    """One icon in a tone of the theme. Decoration unless it is given a name for the ear."""

    def __init__(
        self, name: str, tone: str = "text", size: int = Size.ICON, *, speech: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._side = name, tone, size
        self.setFixedSize(size, size)
        self.setAccessibleName(speech)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not speech)

    def show_icon(self, name: str, tone: str) -> None:
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter = QPainter(self)
        paint_icon(painter, self._name, self._tone, 0, 0, self._side)
        painter.end()


class ElidedLabel(QLabel):
    """A label that ends in "…" where the place ends, and shows the whole text as its tooltip then."""

    def __init__(self, words: str = "", role: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, role, tone)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    @property
    def words(self) -> str:
        return self._words

    def set_words(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._shorten()
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._words) + Space.XS, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(Space.XXL, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(self._words if shown != self._words else "")
