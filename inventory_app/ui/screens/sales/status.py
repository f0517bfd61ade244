"""The state of an order as a badge: word, icon and tone together."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from inventory_app.domain.orders import SalesOrderStatus
from inventory_app.ui.models.columns import ROW_ROLE
from inventory_app.ui.theme import Size, Space, Type, colors, font, paint_icon
from inventory_app.ui.theme.fonts import MEDIUM

_CELL, _INSIDE, _HEIGHT = Space.S, 6, 22


class StatusLook(Enum):
    """Word, icon, tone of the word, tone of the ground."""

    DRAFT = ("Draft", "pending", "muted", "sunken")
    PLACED = ("Placed", "pending", "accent", "selection")
    PARTLY_SHIPPED = ("Partly shipped", "running", "unknown", "unknown_tint")
    SHIPPED = ("Shipped", "committed", "committed", "committed_tint")
    CLOSED = ("Closed", "check", "cancelled", "cancelled_tint")
    CANCELLED = ("Cancelled", "stopped", "cancelled", "cancelled_tint")

    def __init__(self, word: str, icon_name: str, tone: str, ground: str) -> None:
        self.word, self.icon_name, self.tone, self.ground = word, icon_name, tone, ground


def look_of(status: str) -> StatusLook:
    """The badge of a state."""
    return StatusLook[SalesOrderStatus(status).name]


class StatusDelegate(QStyledItemDelegate):
    """Draws the badge of the row's order in its cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        order = index.data(ROW_ROLE)
        look = look_of(order.status)
        tones, words = colors(), font(Type.CAPTION, MEDIUM)
        shape: QStyleOptionViewItem = option
        rect, state = shape.rect, shape.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tones.selection))
        x, y = rect.x() + _CELL, rect.y() + (rect.height() - _HEIGHT) / 2
        wide = _INSIDE + Size.SMALL_ICON + _INSIDE + QFontMetrics(words).horizontalAdvance(look.word) + Space.S
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.tone(look.ground)))
        painter.drawRoundedRect(QRectF(x, y, wide, _HEIGHT), 4, 4)
        paint_icon(painter, look.icon_name, look.tone, x + _INSIDE, y + 3, Size.SMALL_ICON)
        painter.setPen(QColor(tones.tone(look.tone)))
        painter.setFont(words)
        place = QRectF(x + 2 * _INSIDE + Size.SMALL_ICON, y, wide, _HEIGHT)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), look.word)
        painter.restore()
