"""The list of profiles: name, what kind of database and where, and how it stands with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from inventory_app.settings.profiles import DatabaseKind
from inventory_app.ui.models.columns import ROW_ROLE
from inventory_app.ui.theme import Size, Space, Type, colors, font, paint_icon
from inventory_app.ui.theme.fonts import SEMIBOLD
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import quiet
from inventory_app.ui.widgets.delegates import option_rect, option_selected
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column, row

WIDTH = 244
_ROW = 66
_BAR = 3
_LINE = 17
_NO_PARENT = QModelIndex()
_PLACE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One profile as the list shows it."""

    id: str
    name: str
    summary: str
    state: str
    tone: str = "muted"
    icon_name: str = "database"


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ProfileRow] = []

    def show_rows(self, rows: Sequence[ProfileRow]) -> None:
        if [one.id for one in rows] == [one.id for one in self.rows]:
            self.rows = list(rows)
            if self.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if role == ROW_ROLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{one.name}, {one.summary}, {one.state}"
        return None


class _Delegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH, _ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        one: ProfileRow = index.data(ROW_ROLE)
        tones, rect, selected = colors(), option_rect(option), option_selected(option)
        view = self.parent()
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(tones.selection))
            focused = isinstance(view, QListView) and view.hasFocus()
            bar = tones.accent if focused else tones.control
            painter.fillRect(QRect(rect.x(), rect.y(), _BAR, rect.height()), QColor(bar))
        tone = one.tone if one.icon_name == "offline" else "accent" if selected else "muted"
        middle = rect.y() + (rect.height() - Size.ICON) / 2
        paint_icon(painter, one.icon_name, tone, rect.x() + Space.L, middle, Size.ICON)
        left = rect.x() + Space.L + Size.ICON + Space.M - 1
        wide = rect.right() - Space.S - left
        top = rect.y() + (rect.height() - 3 * _LINE) // 2
        lines = (
            (one.name, font(weight=SEMIBOLD), tones.text),
            (one.summary, font(Type.CAPTION), tones.muted),
            (one.state, font(Type.CAPTION), tones.tone(one.tone)),
        )
        for number, (words, with_font, color) in enumerate(lines):
            _line(painter, QRect(left, top + number * _LINE, wide, _LINE), words, with_font, color)
        painter.restore()


def _line(painter: QPainter, rect: QRect, words: str, with_font: QFont, color: str) -> None:
    painter.setFont(with_font)
    painter.setPen(QColor(color))
    painter.drawText(rect, _PLACE, QFontMetrics(with_font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))


class _View(QListView):
    @override
    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class ProfileList(QFrame):
    """``chosen`` carries the id of the profile that the form shall show."""

    chosen = Signal(str)
    new_wanted = Signal(object)  # DatabaseKind

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("profiles")
        self.setProperty("role", "surface")
        self.setFixedWidth(WIDTH)
        self._new = quiet(
            translate("Settings", "Ne&w"),
            "add",
            tip=translate("Settings", "A profile for another database"),
            name=translate("Settings", "New profile"),
        )
        self._new.setMenu(self._menu())
        self._model = _Model()
        self.view = _View()
        self.view.setObjectName("profile-list")
        self.view.setAccessibleName(translate("Settings", "Profiles"))
        self.view.setProperty("kind", "rows")
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._moved)
        head = row(text(translate("Settings", "Profiles"), "strong"), None, self._new, margins=(Space.L, 0, Space.M, 0))
        self.setLayout(column(box(head, height=Size.FILTERS), (self.view, 1), spacing=0))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("new-profile-menu")
        for words, kind in (
            (translate("Settings", "&File on this computer (SQLite)"), DatabaseKind.SQLITE),
            (translate("Settings", "&Server (PostgreSQL)"), DatabaseKind.POSTGRESQL),
        ):
            menu.addAction(words).setData(kind)
        menu.triggered.connect(self._new_chosen)
        return menu

    def _new_chosen(self, action: Any) -> None:
        self.new_wanted.emit(DatabaseKind(action.data()))

    @property
    def rows(self) -> tuple[ProfileRow, ...]:
        return tuple(self._model.rows)

    def show_rows(self, rows: Sequence[ProfileRow], current: str) -> None:
        """Show them with one in front, without telling anybody."""
        selection = self.view.selectionModel()
        blocked = selection.blockSignals(True)
        self._model.show_rows(rows)
        at = next((number for number, one in enumerate(rows) if one.id == current), None)
        if at is not None and self.view.currentIndex().row() != at:
            self.view.setCurrentIndex(self._model.index(at, 0))
        selection.blockSignals(blocked)
        self.view.viewport().update()

    def _moved(self, current: QModelIndex, _former: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.rows[current.row()].id)
