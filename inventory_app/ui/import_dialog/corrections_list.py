"""The corrections that were made, each with what stood there and what stands there now, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import column
from inventory_app.ui.widgets.table import DataTable

_WIDTH, _HIGH = 760, 320


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell by its record and the place of its column; ``before`` is what the file says, None when it is gone."""

    record: int
    place: int
    column: str
    before: str | None
    after: str


class CorrectionsList(Dialog):
    """``taken_back`` carries corrections; whoever does it shows what is left."""

    taken_back = Signal(object)  # Sequence[Correction]

    def __init__(self, corrections: Sequence[Correction], parent: QWidget | None = None) -> None:
        self.rows: SimpleTableModel[Correction] = SimpleTableModel(_columns(), lambda one: (one.record, one.place))
        self.table = DataTable(self.rows, translate("Import", "Corrections"))
        self.table.setFixedHeight(_HIGH)
        self._one = Button(translate("Import", "Take &back"), "", "undo", tip="Del")
        self._one.setObjectName("take-correction-back")
        self._all = Button(translate("Import", "Take &all back"))
        self._all.setObjectName("take-all-corrections-back")
        close = primary(translate("Dialog", "C&lose"), tip="Esc")
        words = text(translate("Import", "The file itself stays as it is. What is left is checked with it."), "caption")
        super().__init__(
            translate("Import", "Values corrected by hand"),
            column(words, self.table),
            (self._one, self._all, close),
            width=_WIDTH,
            parent=parent,
        )
        self.rows.setParent(self)
        self._one.clicked.connect(self._take_chosen)
        self._all.clicked.connect(self._take_all)
        close.clicked.connect(self.accept)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        QShortcut(QKeySequence("Del"), self).activated.connect(self._one.click)
        self.show_corrections(corrections)
        self.table.setFocus()

    def show_corrections(self, corrections: Sequence[Correction]) -> None:
        self.rows.set_rows(corrections)
        self._chosen()
        if not corrections:
            self.accept()

    def _chosen(self, *_changed: object) -> None:
        self._one.setEnabled(self.table.selectionModel().hasSelection())

    def _take_chosen(self) -> None:
        self.taken_back.emit(self.table.selected_rows)

    def _take_all(self) -> None:
        self.taken_back.emit(self.rows.rows)


def _columns() -> Sequence[Column[Correction]]:
    return (
        Column("record", translate("Import", "Record"), lambda one: formats.number(one.record), 80, right=True),
        Column("column", translate("Import", "Column"), lambda one: one.column, 140),
        Column("before", translate("Import", "In the file"), _before, 200, code=True, tip=_before),
        Column("after", translate("Import", "Corrected"), lambda one: one.after, code=True, tip=lambda one: one.after),
    )


def _before(one: Correction) -> str:
    return translate("Import", "no longer there") if one.before is None else one.before
