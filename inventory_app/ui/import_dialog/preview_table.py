"""The first rows of a file as they are read. A cell can be corrected here as well as where its problem is listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from typing_extensions import override

from inventory_app.importing.checks.texts import is_unreadable
from inventory_app.importing.reading.preview import Preview, PreviewRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.models.table_base import Index
from inventory_app.ui.theme import font, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.table import DataTable

MOST_COLUMNS = 60
_LINE, _NARROWEST, _WIDEST, _PADDING, _MEASURED = 64, 64, 240, 24, 30
_SHOWN = 200

Typed: TypeAlias = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class CellAt:
    """A cell of the file: its record, its line and its column's place, from 1; and its text, or the beginning of it."""

    record: int
    line: int
    place: int
    text: str

    @property
    def fits(self) -> bool:
        """Whether a line has room for the whole of it."""
        return len(self.text) < _SHOWN and not {"\n", "\r"} & set(self.text) and not is_unreadable(self.text)


@dataclass(frozen=True, slots=True)
class _Row:
    record: int
    row: PreviewRow

    def cell(self, place: int) -> CellAt:
        cells = self.row.cells
        return CellAt(self.record, self.row.line, place, cells[place - 1] if place <= len(cells) else "")


class _Model(SimpleTableModel[_Row]):
    """A column's key is its place."""

    def __init__(self, preview: Preview) -> None:
        self._typed: Typed = {}
        line: Column[_Row] = Column(
            "line",
            translate("Import", "Line"),
            lambda shown: formats.number(shown.row.line),
            _LINE,
            right=True,
            tone=lambda _row: "muted",
        )
        headers = preview.headers[:MOST_COLUMNS]
        super().__init__(
            [line, *(self._column(preview, place, header) for place, header in enumerate(headers, start=1))],
            lambda shown: shown.record,
        )
        self.set_rows([_Row(record, row) for record, row in enumerate(preview.rows, start=1)])

    def show_typed(self, typed: Typed) -> None:
        self._typed = typed
        self._all_changed()

    def cell_at(self, index: Index) -> CellAt | None:
        """The cell of the file, none for the number of the line."""
        shown = self.row_at(index.row())
        return shown.cell(index.column()) if shown is not None and index.column() > 0 else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        cell = self.cell_at(index)
        found = super().flags(index)
        return found if cell is None or cell.fits else found & ~Qt.ItemFlag.ItemIsEditable

    def _column(self, preview: Preview, place: int, header: str) -> Column[_Row]:
        return Column(
            str(place),
            _one_line(header),
            lambda shown: _one_line(self._text(shown.cell(place))),
            _width(preview, place),
            strong=lambda shown: (shown.record, place) in self._typed,
            tip=lambda shown: self._tip(shown.cell(place)),
            editable=True,
        )

    def _text(self, cell: CellAt) -> str:
        return self._typed.get((cell.record, cell.place), cell.text)

    def _tip(self, cell: CellAt) -> str:
        if (cell.record, cell.place) not in self._typed:
            return cell.text
        return translate("Import", "Corrected; in the file: {text}").format(text=cell.text)


class PreviewTable(DataTable):
    """``corrected`` carries a `CellAt` and what was typed, ``editor_wanted`` a cell that a line has no room for."""

    corrected = Signal(object, str)
    editor_wanted = Signal(object)

    def __init__(self, preview: Preview) -> None:
        self._model = _Model(preview)
        super().__init__(self._model, translate("Import", "First rows"))
        self._model.setParent(self)
        self._model.edited.connect(self._edited)
        self.setEditTriggers(self.EditTrigger.EditKeyPressed | self.EditTrigger.DoubleClicked)
        self.opened.connect(self._open_editor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.horizontalHeader().setStretchLastSection(True)

    def show_typed(self, typed: Typed) -> None:
        """What was typed instead of cells, by record and place."""
        self._model.show_typed(typed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell = self._model.cell_at(self.currentIndex())
        if event.key() == Qt.Key.Key_F2 and cell is not None and not cell.fits:
            self.editor_wanted.emit(cell)
        else:
            super().keyPressEvent(event)

    def _edited(self, shown: _Row, place: str, typed: str) -> None:
        self.corrected.emit(shown.cell(int(place)), typed)

    def _open_editor(self, _row: object) -> None:
        cell = self._model.cell_at(self.currentIndex())
        if cell is not None and not cell.fits:
            self.editor_wanted.emit(cell)


def _width(preview: Preview, place: int) -> int:
    """As wide as the header and the first values want, within limits."""
    cells: Sequence[str] = [row.cells[place - 1] for row in preview.rows[:_MEASURED] if place <= len(row.cells)]
    metrics = QFontMetrics(font())
    words = map(_one_line, (preview.headers[place - 1], *cells))
    return max(_NARROWEST, min(_WIDEST, max(metrics.horizontalAdvance(one) for one in words) + _PADDING))


def _one_line(words: str) -> str:
    return " ".join(words[:_SHOWN].split("\n"))
