"""An editor for the cells of one row that a line in the table has no room for: long ones, joined ones, several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from inventory_app.importing.checks.texts import readable
from inventory_app.ui.import_dialog.page import captioned
from inventory_app.ui.theme import Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column

_WIDTH, _HIGHEST = 640, 440
_LINE, _FRAME, _MOST_LINES, _WIDE = 20, 20, 12, 80
_BREAK = "\u2029"  # a line's end inside Qt's documents


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its column's place from 1 and its header, and its text, whole."""

    place: int
    header: str
    text: str


class _Area(QPlainTextEdit):
    """Gives a text back as it was where nothing was typed: an editor may show some of its characters otherwise."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self.cell = cell
        self._ends = "\r\n" if "\r\n" in cell.text else "\n"
        self.setObjectName(f"cell-{cell.place}")
        self.setTabChangesFocus(True)
        self.setPlainText(readable(cell.text).replace("\0", "\ufffd"))
        lines = min(max(cell.text.count("\n") + len(cell.text) // _WIDE + 1, 1), _MOST_LINES)
        self.setFixedHeight(lines * _LINE + _FRAME)
        self.document().setModified(False)

    @property
    def typed(self) -> str:
        if not self.document().isModified():
            return self.cell.text
        # Not toPlainText: it makes blanks of all no-break spaces.
        return self.document().toRawText().replace(_BREAK, self._ends)


class CellEditor(Dialog):
    """``typed`` are the cells that say something else now, by the place of their column."""

    def __init__(self, record: int, line: int, cells: Sequence[Cell], parent: QWidget | None = None) -> None:
        self._areas = [_Area(cell) for cell in cells]
        self._correct = primary(translate("Import", "&Correct it"), tip="Ctrl+Return")
        cancel = Button(translate("Import", "&Leave it"), tip="Esc")
        words = translate("Import", "Record {record}, line {line}. The file itself stays as it is.")
        words = words.format(record=formats.number(record), line=formats.number(line))
        fields = box(
            column(*(captioned(one.cell.header.replace("&", "&&"), one) for one in self._areas), None, spacing=Space.M)
        )
        fields.setProperty("role", "scrolled")
        super().__init__(
            translate("Import", "Correct a row"),
            column(text(words, "caption", wrap=True), (_scrolled(fields), 1)),
            (cancel, self._correct),
            width=_WIDTH,
            parent=parent,
        )
        self._correct.clicked.connect(self.accept)
        cancel.clicked.connect(self.leave)
        for one in self._areas:
            one.document().modificationChanged.connect(self._edited)
        self._edited()
        if self._areas:
            self._areas[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed(self) -> Mapping[int, str]:
        return {one.cell.place: one.typed for one in self._areas if one.typed != one.cell.text}

    def _edited(self, _changed: bool = False) -> None:
        self._correct.setEnabled(any(one.document().isModified() for one in self._areas))


def _scrolled(fields: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("cells")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(fields)
    area.setFixedHeight(min(fields.sizeHint().height() + Space.L, _HIGHEST))
    return area
