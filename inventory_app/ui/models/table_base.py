"""What all tables of frozen rows share: roles, headers, and replacing rows without losing the person's
place.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from inventory_app.ui.models.columns import DETAIL_ROLE, LOOK_ROLE, ROW_ROLE, Column
from inventory_app.ui.theme import colors, font, icon
from inventory_app.ui.theme.fonts import REGULAR, SEMIBOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFont, QIcon

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_ARROWS = {False: " ↑", True: " ↓"}


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows in a list. Subclasses decide where they come from."""

    about_to_refresh = Signal()  # the view remembers its place …
    refreshed = Signal()  # … and takes it again
    edited = Signal(object, str, str)  # row, key of the column, what was typed

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[R] = []
        self._stale = False
        self._order: tuple[str, bool] | None = None  # column key, descending
        self._roles: dict[int, Callable[[Column[R], R], Any]] = {
            _DISPLAY: lambda column, row: column.text(row),
            int(Qt.ItemDataRole.EditRole): lambda column, row: column.text(row),
            int(Qt.ItemDataRole.TextAlignmentRole): lambda column, _row: column.alignment,
            int(Qt.ItemDataRole.DecorationRole): _icon,
            int(Qt.ItemDataRole.ForegroundRole): self._color,
            int(Qt.ItemDataRole.FontRole): _font,
            int(Qt.ItemDataRole.AccessibleTextRole): _speech,
            int(Qt.ItemDataRole.ToolTipRole): lambda column, row: column.tip(row) if column.tip else None,
            ROW_ROLE: lambda _column, row: row,
            LOOK_ROLE: lambda column, row: column.look(row) if column.look else None,
            DETAIL_ROLE: lambda column, row: column.detail(row) if column.detail else None,
        }

    # ------------------------------------------------------------------------------------------- what is in
    # it

    @property
    def columns(self) -> tuple[Column[R], ...]:
        return self._columns

    @property
    def rows(self) -> tuple[R, ...]:
        return tuple(self._rows)

    def row_at(self, row: int) -> R | None:
        return self._row(row) if 0 <= row < self.rowCount() else None

    def key_at(self, row: int) -> object | None:
        found = self.row_at(row)
        return None if found is None else self._key(found)

    def key_of(self, row: R) -> object:
        return self._key(row)

    def find(self, key: object) -> int | None:
        """The number of the row with this key, of those that are loaded."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), None)

    def column_at(self, key: str) -> int:
        """The number of a column. Raises KeyError."""
        for at, column in enumerate(self._columns):
            if column.key == key:
                return at
        raise KeyError(key)

    @property
    def stale(self) -> bool:
        return self._stale

    def set_stale(self, stale: bool) -> None:
        """Whether these are old figures: they stay readable and can be copied, in muted text."""
        if stale != self._stale:
            self._stale = stale
            self._all_changed()

    @property
    def order(self) -> tuple[str, bool] | None:
        """Key of the column that sorts, and whether it descends."""
        return self._order

    # ------------------------------------------------------------------------------------------ what Qt asks
    # for

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        ask = self._roles.get(role)
        if ask is None or not index.isValid():
            return None
        try:
            return ask(self._columns[index.column()], self._row(index.row()))
        except Exception:  # noqa: BLE001 - told by the notices; the other cells are shown
            # An exception out of C code that leaves an override which Python called through Qt ends the process
            # (PySide6 6.11.3 on Python 3.11); and one bad cell is no reason to lose the table.
            sys.excepthook(*sys.exc_info())
            return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _DISPLAY else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == _DISPLAY:
            sorted_here = self._order is not None and self._order[0] == column.key
            return column.title + (_ARROWS[self._order[1]] if sorted_here and self._order else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role == Qt.ItemDataRole.ToolTipRole:  # the title may be longer than the column is wide
            return column.title or None
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = self._columns[index.column()].editable
        return _PLAIN | Qt.ItemFlag.ItemIsEditable if editable else _PLAIN

    @override
    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Tells what was typed; the presenter decides and brings new rows."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = self._columns[index.column()]
        row = self._row(index.row())
        if not column.editable or str(value) == column.text(row):
            return False
        self.edited.emit(row, column.key, str(value))
        return True

    def _row(self, at: int) -> R:
        return self._rows[at]

    # ------------------------------------------------------------------------------------------- changing
    # the rows

    def _replace(self, start: int, end: int, new: Sequence[R]) -> None:
        """Put ``new`` in the place of rows[start:end]: what kept its key stays where it is, selected or
        not.
        """
        old = self._rows[start:end]
        same = self._same
        head = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if not same(a, b)), None)
        if head is None:
            head = min(len(old), len(new))
        longest = min(len(old), len(new)) - head
        tail = 0
        while tail < longest and same(old[-1 - tail], new[-1 - tail]):
            tail += 1
        first = start + head
        self._remove(first, len(old) - head - tail)
        self._insert(first, new[head : len(new) - tail])
        self._rows[start : start + head] = new[:head]
        if tail:
            at = start + len(new) - tail
            self._rows[at : at + tail] = new[len(new) - tail :]
        self._tell_changed(start, old[:head], new[:head])
        self._tell_changed(start + len(new) - tail, old[len(old) - tail :], new[len(new) - tail :])

    def _same(self, one: R, other: R) -> bool:
        return self._key(one) == self._key(other)

    def _remove(self, first: int, count: int) -> None:
        if count > 0:
            self.beginRemoveRows(QModelIndex(), first, first + count - 1)
            del self._rows[first : first + count]
            self.endRemoveRows()

    def _insert(self, first: int, rows: Sequence[R]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()

    def _tell_changed(self, start: int, old: Sequence[R], new: Sequence[R]) -> None:
        changed = [at for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        if changed:
            first, last = start + changed[0], start + changed[-1]
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _all_changed(self) -> None:
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(self._columns) - 1))

    def _color(self, column: Column[R], row: R) -> QColor | None:
        tone = column.tone(row) if column.tone else ""
        if not tone and self._stale:
            tone = "muted"
        return QColor(colors().tone(tone)) if tone else None


def _icon(column: Column[R], row: R) -> QIcon | None:
    name = column.icon(row) if column.icon else ""
    if not name:
        return None
    tone = column.tone(row) if column.tone else ""
    return icon(name, tone or "muted")


def _font(column: Column[R], row: R) -> QFont | None:
    strong = bool(column.strong and column.strong(row))
    if not strong and not column.code:
        return None
    return font(weight=SEMIBOLD if strong else REGULAR, code=column.code)


def _speech(column: Column[R], row: R) -> str:
    if column.speech is not None and (spoken := column.speech(row)):
        return spoken
    return f"{column.look(row).word}" if column.look else column.text(row)
