"""A list below a field that does not take the focus: what a search has found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from inventory_app.ui.models.columns import ROW_ROLE
from inventory_app.ui.theme import Size, Space, Type, colors, font, paint_icon
from inventory_app.ui.translation import object_name
from inventory_app.ui.widgets.delegates import option_rect, option_selected, paint_line
from inventory_app.ui.widgets.labels import ElidedLabel
from inventory_app.ui.widgets.layout import box, column, pad

if TYPE_CHECKING:
    from inventory_app.ui.models.table_base import Index

_ROW = 32
_MOST = 12  # rows without scrolling
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found. ``value`` comes back when it is chosen; ``code`` stands before the title, slashed
    zero.
    """

    value: object
    title: str
    code: str = ""
    detail: str = ""
    icon_name: str = ""
    group: str = ""


class _FoundModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[Found, ...] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.found)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        one = self.found[index.row()]
        if role == ROW_ROLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "  ".join(part for part in (one.code, one.title, one.detail) if part)
        return None


class _FoundDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(Size.NAV, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Found = index.data(ROW_ROLE)
        c = colors()
        rect = option_rect(option)
        painter.save()
        if option_selected(option):
            painter.fillRect(rect, QColor(c.selection))
        x = rect.x() + Space.M
        if one.icon_name:
            paint_icon(painter, one.icon_name, "muted", x, rect.y() + (_ROW - Size.SMALL_ICON) / 2)
            x += Size.SMALL_ICON + Space.S
        right = rect.right() - Space.M
        caption = font(Type.CAPTION)
        detail = QFontMetrics(caption).elidedText(one.detail, Qt.TextElideMode.ElideRight, rect.width() // 2)
        taken = QFontMetrics(caption).horizontalAdvance(detail)
        paint_line(painter, QRect(right - taken, rect.y(), taken + 1, _ROW), detail, caption, c.muted)
        if one.code:
            code = font(code=True)
            wide = QFontMetrics(code).horizontalAdvance(one.code)
            paint_line(painter, QRect(x, rect.y(), wide + 1, _ROW), one.code, code, c.text)
            x += wide + Space.M
        paint_line(painter, QRect(x, rect.y(), right - taken - Space.M - x, _ROW), one.title, font(), c.text)
        painter.restore()


class FoundPopup(QFrame):
    """Belongs to a line edit, which keeps the focus: its arrow keys, Enter and Esc work the list."""

    chosen = Signal(object)  # Found

    def __init__(self, edit: QLineEdit, name: str) -> None:
        super().__init__(edit.window())
        self._edit = edit
        self._model = _FoundModel(self)
        self._list = QListView()
        self._list.setProperty("kind", "popup")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_FoundDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(name)
        self._list.setObjectName("found")
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(self._clicked)
        self._note = ElidedLabel("", "caption")
        note = box(column(self._note, margins=pad(Space.M, Space.XS)))
        self._note_box = note
        self.setLayout(column((self._list, 1), note, margins=(1, 1, 1, 1), spacing=0))
        self.setProperty("role", "popup")
        self.setObjectName(f"popup-{object_name(name)}")
        self.setAutoFillBackground(True)
        self.hide()
        edit.installEventFilter(self)

    @property
    def found(self) -> tuple[Found, ...]:
        return self._model.found

    def show_found(self, found: Sequence[Found], note: str = "") -> None:
        """Show what was found; with neither rows nor a note it goes away."""
        self._model.show_found(found)
        self._note.set_words(note)
        self._note_box.setVisible(bool(note))
        self._list.setVisible(bool(found))
        if not found and not note:
            self.hide()
            return
        if found:
            self._list.setCurrentIndex(self._model.index(0, 0))
        rows = min(len(found), _MOST)
        height = rows * _ROW + (2 * Space.XS if found else 0) + (self._note_box.sizeHint().height() if note else 0)
        window = self._edit.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        below = self._edit.mapTo(window, QPoint(0, self._edit.height() + 2))
        room = window.height() - below.y() - Space.S
        self.setGeometry(below.x(), below.y(), self._edit.width(), min(height + Space.XS, room))
        self.show()
        self.raise_()

    def outdate(self) -> None:
        """Other words are typed now: nothing is marked until their answer is here, so that Enter takes nothing else."""
        self._list.setCurrentIndex(QModelIndex())

    def choose_current(self) -> bool:
        """Enter. False when nothing is marked."""
        index = self._list.currentIndex()
        if not self.isVisible() or not index.isValid():
            return False
        self._clicked(index)
        return True

    def _clicked(self, index: QModelIndex) -> None:
        one = index.data(ROW_ROLE)
        self.hide()
        self.chosen.emit(one)

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            at = (self._list.currentIndex().row() + by) % count
            self._list.setCurrentIndex(self._model.index(at, 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            return self._key(event)
        elif self._closes(event):
            event.accept()  # Esc closes the list; it must not reach a shortcut of the window first
            return True
        return False

    def _closes(self, event: QEvent) -> bool:
        override_wanted = event.type() == QEvent.Type.ShortcutOverride and self.isVisible()
        return override_wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self.choose_current()
            case _:
                return False
        return True
