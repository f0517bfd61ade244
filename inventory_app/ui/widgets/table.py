"""The table of all lists: row lines and the mark of the current row are painted once per paint, not once per
cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QLineF, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from inventory_app.ui.models.paged_table import PagedTableModel
from inventory_app.ui.theme import Size, colors, icon_size
from inventory_app.ui.translation import object_name
from inventory_app.ui.widgets.delegates import CellDelegate
from inventory_app.ui.widgets.table_columns import TableColumns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inventory_app.ui.models.table_base import RowsModel

_BAR = 3
_MOST_SELECTED = 2_000  # rows that are looked for one by one after a refresh


class DataTable(QTableView):
    """Shows a `RowsModel`. Enter and double click open a row, Ctrl+C copies, the header sorts and chooses
    columns.
    """

    opened = Signal(object)  # the row
    current_changed = Signal(object)  # the row or None
    menu_wanted = Signal(object, QPoint)  # the row, where on the screen

    def __init__(
        self, model: RowsModel[Any], name: str, *, row_height: int = Size.ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._place: tuple[object, object, int] | None = None
        self._selected: frozenset[object] = frozenset()  # keys of several rows, while rows are replaced
        self.setObjectName(f"table-{object_name(name)}")
        self.setAccessibleName(name)
        self._behave(row_height)
        self.setModel(model)
        self._dress_header()
        self.columns = TableColumns(self, model)
        model.about_to_refresh.connect(self._remember_place)
        model.refreshed.connect(self._take_place)
        self.selectionModel().currentRowChanged.connect(self._current_moved)
        self.doubleClicked.connect(self._open)
        if isinstance(model, PagedTableModel):
            self.verticalScrollBar().valueChanged.connect(self._tell_visible)

    def _behave(self, row_height: int) -> None:
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setIconSize(icon_size())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(row_height)
        vertical.setDefaultSectionSize(row_height)

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(Size.HEADER)
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)

    # --------------------------------------------------------------------------------------------- current
    # row

    @property
    def current_row(self) -> Any:
        """The frozen row that the cursor is on, or None."""
        return self.rows.row_at(self.currentIndex().row())

    @property
    def selected_rows(self) -> list[Any]:
        """In the order of the table."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for row in map(self.rows.row_at, numbers) if row is not None]

    def select_key(self, key: object) -> bool:
        """Go to the row with this key, when it is loaded."""
        at = self.rows.find(key)
        if at is None:
            return False
        self.selectRow(at)
        self.scrollTo(self.rows.index(at, 0))
        return True

    def finish_typing(self) -> None:
        """Take over what stands in an open cell: the rows are about to change."""
        if self.state() is self.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # a cell that is left is taken over

    def show_all_rows(self) -> None:
        """As high as its content: for short tables inside a form."""
        count = self.rows.rowCount()
        height = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(Size.HEADER + sum(self.rowHeight(at) or height for at in range(count)))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _current_moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.rows.row_at(current.row()))
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if row is not None:
            self.opened.emit(row)

    def _menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        row = self.rows.row_at(index.row()) if index.isValid() else self.current_row
        if row is not None:
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(at))

    # ------------------------------------------------------------------------------------- place while
    # refreshing

    def _remember_place(self) -> None:
        top = self.rowAt(0)
        offset = self.rowViewportPosition(top) if top >= 0 else 0
        self._place = (self.rows.key_at(self.currentIndex().row()), self.rows.key_at(top), offset)
        self._remember_selected()

    def _remember_selected(self) -> None:
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        numbers = [at for part in parts for at in range(part.top(), part.bottom() + 1)]
        several = 1 < len(numbers) <= _MOST_SELECTED
        self._selected = frozenset(map(self.rows.key_at, numbers)) if several else frozenset()

    def _select_again(self) -> None:
        """Most rows stay in the model and so selected; not all of those between one that left and one that came."""
        if self._selected and len(self.selectionModel().selectedRows()) < len(self._selected):
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for at, row in enumerate(self.rows.rows):
                if self.rows.key_of(row) in self._selected:
                    self.selectionModel().select(self.rows.index(at, 0), flags)
        self._selected = frozenset()

    def _take_place(self) -> None:
        current, top, offset = self._place or (None, None, 0)
        self._place = None
        self._select_again()
        at = self.rows.find(current) if current is not None else None
        selected = self.selectionModel().hasSelection()
        if at is not None and (not selected or self.currentIndex().row() != at):
            several = QItemSelectionModel.SelectionFlag.NoUpdate
            one = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.rows.index(at, 0), several if selected else one)
        first = self.rows.find(top) if top is not None else None
        if first is not None:
            self.verticalScrollBar().setValue(self.rowViewportPosition(first) + self.verticalOffset() - offset)
        if at is None and self.rows.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0, 0))
        # What the row says may have changed although it is the same row.
        self.current_changed.emit(self.current_row)
        self._tell_visible()

    def _tell_visible(self, _value: int = 0) -> None:
        if isinstance(self.rows, PagedTableModel):
            first = max(self.rowAt(0), 0)
            last = self.rowAt(self.viewport().height() - 1)
            self.rows.set_visible(first, last if last >= 0 else max(self.rows.rowCount() - 1, 0))

    # --------------------------------------------------------------------------------------- sorting,
    # columns, copying

    def _sort(self, section: int) -> None:
        if isinstance(self.rows, PagedTableModel):
            self.rows.toggle_order(self.rows.columns[section].key)

    def _header_menu(self, at: QPoint) -> None:
        self.columns.show_menu(self.horizontalHeader().mapToGlobal(at))

    def copy_rows(self) -> None:
        """The selected rows to the clipboard: cells between tabs, as spreadsheets take them."""
        self.copy_these(self.selected_rows)

    def copy_these(self, rows: Sequence[Any]) -> None:
        """Some rows to the clipboard."""
        lines = []
        for row in rows:
            cells = (column.text(row).strip("\u2007\u2008") for column in self.columns.shown)
            lines.append("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            and self.state() != QAbstractItemView.State.EditingState
        ):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # -------------------------------------------------------------------------------------------------
    # painting

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tones = colors()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(tones.line), 1))
        wide, high = self.viewport().width(), self.viewport().height()
        for at in range(max(self.rowAt(0), 0), self.rows.rowCount()):
            bottom = self.rowViewportPosition(at) + self.rowHeight(at)
            painter.drawLine(QLineF(0, bottom - 0.5, wide, bottom - 0.5))
            if bottom > high:
                break
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            bar = QRectF(0, self.rowViewportPosition(current.row()), _BAR, self.rowHeight(current.row()) - 1)
            painter.fillRect(bar, QColor(tones.accent if self.hasFocus() else tones.control))
        painter.end()
