"""The rows of the activity panel: a list model of frozen rows, and the delegate that draws one as a line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from inventory_app.ui.models.columns import ROW_ROLE
from inventory_app.ui.theme import OutcomeLook, Size, Space, Type, colors, font, paint_icon
from inventory_app.ui.theme.fonts import MEDIUM
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets import badge
from inventory_app.ui.widgets.delegates import option_rect, option_selected, paint_badge

if TYPE_CHECKING:
    from inventory_app.ui.models.table_base import Index

MOST = 500  # rows kept; the activity screen shows everything that was ever saved
_TITLE, _TIME, _TOOK, _LINKS = 270, 36, 56, 96
_BAR = 6
_LONGEST_BAR = 480
_NO_PARENT = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class RowAction:
    """What can be done about a row. The first of a row stands in it as a link, all of them in its menu."""

    key: str
    text: str  # marked in the context RowAction
    icon_name: str = ""

    @property
    def words(self) -> str:
        return translate("RowAction", self.text)


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One action as the panel shows it. ``number`` orders the rows and names them in signals."""

    number: int
    look: OutcomeLook
    at: str
    title: str
    sentence: str
    took: str = ""
    share: tuple[int, int] | None = None  # done, total
    actions: tuple[RowAction, ...] = ()
    needs_you: bool = False
    running: bool = False
    remark: str = ""  # shown in the tooltip: why something is not offered

    def spoken(self) -> str:
        parts = (self.look.word, self.at, self.title, self.sentence, self.took)
        return ", ".join(part for part in parts if part)


class Show(Enum):
    """Which rows the panel shows."""

    ALL = QT_TRANSLATE_NOOP("Activity", "All")
    NEEDS_YOU = QT_TRANSLATE_NOOP("Activity", "Needs you")
    RUNNING = QT_TRANSLATE_NOOP("Activity", "Running")

    @property
    def words(self) -> str:
        return translate("Activity", self.value)

    def takes(self, row: ActivityRow) -> bool:
        return {Show.ALL: True, Show.NEEDS_YOU: row.needs_you, Show.RUNNING: row.running}[self]


class ActivityModel(QAbstractListModel):
    """Newest first, running on top."""

    counted = Signal()  # how many there are of each has changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[int, ActivityRow] = {}
        self._shown: list[ActivityRow] = []
        self._show = Show.ALL

    def count(self, show: Show) -> int:
        return sum(1 for row in self._all.values() if show.takes(row))

    def newest(self) -> ActivityRow | None:
        """The row of the closed panel: what runs, else the latest outcome."""
        return min(self._all.values(), key=_order, default=None)

    def row(self, number: int) -> ActivityRow | None:
        return self._all.get(number)

    def show_only(self, show: Show) -> None:
        self._show = show
        self.beginResetModel()
        self._shown = sorted((row for row in self._all.values() if show.takes(row)), key=_order)
        self.endResetModel()

    def put(self, row: ActivityRow) -> None:
        """Add a row or replace the one of its number."""
        former = self._all.get(row.number)
        if row == former:
            return
        self._all[row.number] = row
        self._drop_oldest()
        at = next((n for n, one in enumerate(self._shown) if one.number == row.number), None)
        wanted = self._place(row)
        if at is not None and wanted == at:
            self._shown[at] = row
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        else:
            self._take_out(at)
            if wanted is not None:
                self.beginInsertRows(QModelIndex(), wanted, wanted)
                self._shown.insert(wanted, row)
                self.endInsertRows()
        self.counted.emit()

    def _place(self, row: ActivityRow) -> int | None:
        if not self._show.takes(row):
            return None
        return sum(1 for one in self._shown if one.number != row.number and _order(one) < _order(row))

    def _take_out(self, at: int | None) -> None:
        if at is not None:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._shown[at]
            self.endRemoveRows()

    def _drop_oldest(self) -> None:
        if len(self._all) > MOST:
            oldest = max((row for row in self._all.values() if not row.running), key=_order, default=None)
            if oldest is not None:
                del self._all[oldest.number]
                at = next((n for n, one in enumerate(self._shown) if one.number == oldest.number), None)
                self._take_out(at)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.title, row.sentence, row.remark) if part)
        return None


def _order(row: ActivityRow) -> tuple[bool, int]:
    return (not row.running, -row.number)


class ActivityDelegate(QStyledItemDelegate):
    """Badge, time, title, sentence or progress, duration, and the link at the right."""

    hovered = -1  # number of the row whose link the mouse is over

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, Size.ROW)

    def link_rect(self, row: ActivityRow, rect: QRect) -> QRect:
        """Where the link of a row is, empty when it has none."""
        if not row.actions:
            return QRect()
        first = row.actions[0]
        wide = QFontMetrics(font(weight=MEDIUM)).horizontalAdvance(first.words)
        wide += Size.SMALL_ICON + Space.S if first.icon_name else 0
        return QRect(rect.right() - Space.L - wide + 1, rect.y() + 3, wide, rect.height() - 6)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ActivityRow = index.data(ROW_ROLE)
        rect, c = option_rect(option), colors()
        painter.save()
        if option_selected(option):
            painter.fillRect(rect, QColor(c.sunken))
        x = rect.x() + Space.L
        paint_badge(painter, row.look, x, rect.y() + (rect.height() - badge.HEIGHT) / 2, badge.WIDTH)
        x += badge.WIDTH + Space.M
        caption, body = font(Type.CAPTION), font()
        wide = max(_TIME, QFontMetrics(caption).horizontalAdvance(row.at))
        _write(painter, QRect(x, rect.y(), wide, rect.height()), row.at, caption, c.muted)
        x += wide + Space.M
        title = min(_TITLE, rect.width() // 3)
        _write(painter, QRect(x, rect.y(), title, rect.height()), row.title, body, c.text)
        x += title + Space.M
        right = self._right_side(painter, row, rect)
        self._middle(painter, row, QRect(x, rect.y(), right - x, rect.height()))
        painter.restore()

    def _right_side(self, painter: QPainter, row: ActivityRow, rect: QRect) -> int:
        """Link and duration; where the sentence has to end."""
        c = colors()
        link = self.link_rect(row, rect)
        if row.actions:
            first = row.actions[0]
            x = link.x()
            if first.icon_name:
                paint_icon(painter, first.icon_name, "accent", x, link.y() + (link.height() - Size.SMALL_ICON) / 2)
                x += Size.SMALL_ICON + Space.S
            words = font(weight=MEDIUM)
            words.setUnderline(self.hovered == row.number)
            _write(painter, QRect(x, rect.y(), link.right() - x + 2, rect.height()), first.words, words, c.accent)
        edge = rect.right() - Space.L - max(_LINKS, link.width()) - Space.M
        took = QRect(edge - _TOOK, rect.y(), _TOOK, rect.height())
        _write(painter, took, row.took, font(Type.CAPTION), c.muted, _RIGHT)
        return edge - _TOOK - Space.M if row.took else edge

    def _middle(self, painter: QPainter, row: ActivityRow, rect: QRect) -> None:
        c, caption = colors(), font(Type.CAPTION)
        if row.share is not None:
            words = min(QFontMetrics(caption).horizontalAdvance(row.sentence) + 1, rect.width() * 2 // 3)
            wide = min(rect.width() - words - Space.M, _LONGEST_BAR)
            if wide > Space.XXL:
                bar = QRectF(rect.x(), rect.y() + (rect.height() - _BAR) / 2, wide, _BAR)
                paint_bar(painter, bar, *row.share)
                rect = rect.adjusted(wide + Space.M, 0, 0, 0)
        _write(painter, rect, row.sentence, caption, c.muted)


def paint_bar(painter: QPainter, rect: QRectF, done: int, total: int) -> None:
    """A progress bar in a delegate."""
    c = colors()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(c.sunken))
    painter.drawRoundedRect(rect, 3, 3)
    if total > 0 and done > 0:
        share = QRectF(rect)
        share.setWidth(max(_BAR, rect.width() * min(done, total) / total))
        painter.setBrush(QColor(c.accent))
        painter.drawRoundedRect(share, 3, 3)


def _write(painter: QPainter, rect: QRect, words: str, with_font: QFont, color: str, align: int = _LEFT) -> None:
    if not words:
        return
    painter.setFont(with_font)
    painter.setPen(QColor(color))
    shown = QFontMetrics(with_font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, shown)
