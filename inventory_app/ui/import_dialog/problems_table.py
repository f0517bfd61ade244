"""The problems of one reason, any number of them, each with the value that can be corrected in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, islice
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from inventory_app.importing.checks.rows import SHOWN
from inventory_app.importing.request import FoundProblem
from inventory_app.ui.import_dialog.preview_table import Typed
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.lazy_table import LazyTableModel
from inventory_app.ui.models.table_base import Index
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.table import DataTable

Mend: TypeAlias = Callable[[str, str], str]

_EDITS = QAbstractItemView.EditTrigger.DoubleClicked
MOST_COPIED = 5_000
_VALUE = "value"
_JOINED = " + "


def fits_the_cell(problem: FoundProblem) -> bool:
    """Whether the value is the whole text of one cell in one line, so it can be corrected where it stands."""
    plain = len(problem.value) < SHOWN and "\n" not in problem.value and "\r" not in problem.value
    return problem.as_written and len(problem.places) == 1 and plain


class ProblemsModel(LazyTableModel[FoundProblem]):
    """Shows what was typed instead of what stands in the file."""

    def __init__(self, parent: QObject) -> None:
        columns = _columns(self._shown, self._mended)
        super().__init__(columns, lambda one: (one.record, one.field, one.code), parent)
        self.typed: Typed = {}
        self._mend: Mend = _nothing

    def show_typed(self, typed: Typed) -> None:
        """What was typed, by record and place."""
        self.typed = typed
        self.show_again()

    def show_mended(self, mend: Mend) -> None:
        """What a repair would make of the text of a field."""
        self._mend = mend
        self.show_again()

    def _mended(self, one: FoundProblem) -> str:
        corrected = any((one.record, place) in self.typed for place in one.places)
        return "" if corrected or not one.as_written else self._mend(one.field, one.value)

    def _shown(self, one: FoundProblem) -> str:
        found = [self.typed[one.record, place] for place in one.places if (one.record, place) in self.typed]
        return _JOINED.join(found) if found else one.value

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        problem = self.row_at(index.row())
        if problem is None or fits_the_cell(problem):
            return found
        return found & ~Qt.ItemFlag.ItemIsEditable


class ProblemsTable(DataTable):
    """F2, Enter and a double click correct: in the cell where that can be done, else ``editor_wanted`` is told."""

    editor_wanted = Signal(object)  # FoundProblem
    copied_in_part = Signal(int)  # how many rows, of more that are selected

    def __init__(self, model: ProblemsModel) -> None:
        super().__init__(model, translate("Import", "Problems"))
        self._value = model.column_at(_VALUE)
        self.setEditTriggers(_EDITS)
        self.opened.connect(self._correct)

    @property
    @override
    def selected_rows(self) -> list[FoundProblem]:
        """The first of them: half a million may be selected by one key."""
        ranges = self.selectionModel().selection()
        parts = sorted((ranges.at(at).top(), ranges.at(at).bottom()) for at in range(ranges.count()))
        numbers = islice(chain.from_iterable(range(top, bottom + 1) for top, bottom in parts), MOST_COPIED + 1)
        return [row for row in map(self.rows.row_at, numbers) if row is not None]

    @override
    def copy_rows(self) -> None:
        rows = self.selected_rows
        self.copy_these(rows[:MOST_COPIED])
        if len(rows) > MOST_COPIED:
            self.copied_in_part.emit(MOST_COPIED)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        problem = self.current_row
        if event.key() == Qt.Key.Key_F2 and problem is not None:
            self._correct(problem)
        else:
            super().keyPressEvent(event)

    def _correct(self, problem: FoundProblem) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return
        if fits_the_cell(problem):
            self.setCurrentIndex(self.rows.index(self.currentIndex().row(), self._value))
            self.edit(self.currentIndex())
        else:
            self.editor_wanted.emit(problem)


def _nothing(_label: str, _text: str) -> str:
    return ""


def _reason(problem: FoundProblem) -> str:
    words = translate("ReasonWords", problem.text)
    return words[:1].upper() + words[1:]


def _columns(
    shown: Callable[[FoundProblem], str], mended: Callable[[FoundProblem], str]
) -> Sequence[Column[FoundProblem]]:
    return (
        Column("record", translate("Import", "Record"), lambda one: formats.number(one.record), 72, right=True),
        Column("line", translate("Import", "Line"), lambda one: formats.number(one.line), 72, right=True),
        Column(
            "column", translate("Import", "Column"), lambda one: one.column or translate("Import", "the whole row"), 128
        ),
        Column(
            _VALUE,
            translate("Import", "Value"),
            shown,
            168,
            code=True,
            editable=True,
            tone=lambda one: "refused" if one.warning else "failed",
            tip=shown,
        ),
        Column(
            "reason",
            translate("Import", "Reason"),
            _reason,
            tip=_reason,
        ),
        Column(
            "repair", translate("Import", "Repair"), mended, 120, code=True, tone=lambda _one: "committed", tip=mended
        ),
    )
