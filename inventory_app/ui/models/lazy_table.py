"""A table of any number of rows that somebody else keeps and gives by their number: nothing of them is held here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex
from typing_extensions import override

from inventory_app.ui.models.table_base import Index, RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

R = TypeVar("R")

_NO_PARENT = QModelIndex()


class LazyTableModel(RowsModel[R]):
    """Asks for the rows that are painted. A row is known by its number, since the rows themselves do not change."""

    _source: Sequence[R] = ()

    def show_rows(self, source: Sequence[R]) -> None:
        """Other rows, from the top."""
        self.beginResetModel()
        self._source = source
        self.endResetModel()

    def show_again(self) -> None:
        """What the columns say of the rows has changed."""
        self._all_changed()

    @property
    @override
    def rows(self) -> tuple[R, ...]:
        """All of them, which may be many."""
        return tuple(self._source)

    @override
    def key_at(self, row: int) -> object | None:
        return row if 0 <= row < len(self._source) else None

    @override
    def find(self, key: object) -> int | None:
        return key if isinstance(key, int) and 0 <= key < len(self._source) else None

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._source)

    @override
    def _row(self, at: int) -> R:
        return self._source[at]
