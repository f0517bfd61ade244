"""Delegates for cells that are more than a text: the badge of an outcome, two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from inventory_app.ui.models.columns import DETAIL_ROLE, LOOK_ROLE, Look
from inventory_app.ui.theme import Size, Space, Type, colors, font, paint_icon
from inventory_app.ui.theme.fonts import MEDIUM

if TYPE_CHECKING:
    from inventory_app.ui.models.table_base import Index

_CELL = 8  # text of a cell begins so far from its edge
_BADGE = 22


def option_rect(option: QStyleOptionViewItem) -> QRect:

    rect: QRect = option.rect
    return rect


def option_selected(option: QStyleOptionViewItem) -> bool:
    state: QStyle.StateFlag = option.state
    return bool(state & QStyle.StateFlag.State_Selected)


def paint_badge(painter: QPainter, look: Look, x: float, y: float, width: float = 0) -> float:
    """Icon, word and ground of an outcome or a state; returns the right edge."""
    c = colors()
    words = font(Type.CAPTION, MEDIUM)
    metrics = QFontMetrics(words)
    wide = width or 6 + Size.SMALL_ICON + 6 + metrics.horizontalAdvance(look.word) + Space.S
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.tint(c)))
    painter.drawRoundedRect(QRectF(x, y, wide, _BADGE), 4, 4)
    paint_icon(painter, look.icon_name, look.tone, x + 6, y + 3, Size.SMALL_ICON)
    painter.setPen(QColor(look.color(c)))
    painter.setFont(words)
    rect = QRectF(x + 12 + Size.SMALL_ICON, y, wide, _BADGE)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), look.word)
    return x + wide


class CellDelegate(QStyledItemDelegate):
    """Draws badges and second lines where a column has them, and all other cells as the style does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = index.data(LOOK_ROLE)
        detail = index.data(DETAIL_ROLE)
        if isinstance(look, Look):
            self._ground(painter, option)
            rect = option_rect(option)
            painter.save()
            paint_badge(painter, look, rect.x() + _CELL, rect.y() + (rect.height() - _BADGE) / 2)
            painter.restore()
        elif isinstance(detail, str) and detail:
            self._ground(painter, option)
            self._two_lines(painter, option, index, detail)
        else:
            super().paint(painter, option, index)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tone = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(tone, QColor):  # the style would draw a selected cell in the colour of selected text
            option.palette.setColor(QPalette.ColorRole.HighlightedText, tone)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), Size.ROW)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title))
        editor.setObjectName("cell-editor")
        return editor

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option_selected(option):
            painter.fillRect(option_rect(option), QColor(colors().selection))

    def _two_lines(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, detail: str) -> None:
        c = colors()
        rect = option_rect(option).adjusted(_CELL, 0, -_CELL, 0)
        middle = rect.center().y()
        above = QRect(rect.x(), middle - 18, rect.width(), 18)
        below = QRect(rect.x(), middle, rect.width(), 18)
        given: Any = index.data(Qt.ItemDataRole.FontRole)
        painter.save()
        paint_line(painter, above, str(index.data()), given or font(), c.text)
        paint_line(painter, below, detail, font(Type.CAPTION), c.muted)
        painter.restore()


def paint_line(painter: QPainter, rect: QRect, words: str, with_font: Any, color: str) -> None:
    """A text on one line, which ends in "…" where it is too long."""
    painter.setFont(with_font)
    painter.setPen(QColor(color))
    shown = QFontMetrics(with_font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
