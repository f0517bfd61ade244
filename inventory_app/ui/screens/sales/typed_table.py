"""A table in which one types numbers: digits and F2 begin at the column that is meant, wherever the cursor stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from inventory_app.ui.models.table_base import RowsModel
from inventory_app.ui.widgets.table import DataTable

_TRIGGERS = (
    QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)


class TypedTable(DataTable):
    """``main`` is the key of the column that typing goes to unless the cursor is in another one that takes it."""

    def __init__(self, model: RowsModel[Any], name: str, main: str, *, row_height: int) -> None:
        super().__init__(model, name, row_height=row_height)
        self._main = model.column_at(main)
        self.setEditTriggers(_TRIGGERS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        typed = event.key() == Qt.Key.Key_F2 or event.text()[:1].isdigit()
        if typed and index.isValid() and not self.rows.columns[index.column()].editable:
            self.setCurrentIndex(self.rows.index(index.row(), self._main))
        super().keyPressEvent(event)
