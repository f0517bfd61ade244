"""A table of few rows that are all known: order lines, a preview, problems of one reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from inventory_app.ui.models.table_base import RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

R = TypeVar("R")


class SimpleTableModel(RowsModel[R]):
    """Shows what it is given. Rows that keep their key keep selection and scroll."""

    def set_rows(self, rows: Sequence[R]) -> None:
        self.about_to_refresh.emit()
        self._replace(0, len(self._rows), list(rows))
        self.refreshed.emit()
