"""The first step: which file, of which kind, and how its bytes are read; with the first hundred rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics, QIntValidator
from PySide6.QtWidgets import QComboBox, QStackedWidget
from typing_extensions import override

from inventory_app.importing.kinds.purposes import PURPOSES
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.preview import Preview, PreviewRow
from inventory_app.ui.import_dialog.choices import Reading
from inventory_app.ui.import_dialog.page import StepPage, captioned
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.theme import Space, font, formats
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column, pad, row, rule
from inventory_app.ui.widgets.page import inset
from inventory_app.ui.widgets.table import DataTable

PURPOSE_WIDTH = 208
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-15", "windows-1250", "windows-1251", "cp437")
DELIMITERS = (("Comma  ,", ","), ("Semicolon  ;", ";"), ("Tab", "\t"), ("Bar  |", "|"), ("Colon  :", ":"))
QUOTES = (('Double  "', '"'), ("Single  '", "'"), ("None", ""))
DECIMALS = (("Point  1234.50", "."), ("Comma  1234,50", ","))
_MOST_COLUMNS, _LINE = 60, 64
_NARROWEST, _WIDEST, _PADDING, _MEASURED = 64, 240, 24, 30
_MARK, _WIDE_MARK = 132, 160


class OpenPage(StepPage):
    """``file_wanted`` carries a path that was typed or dropped; ``choose_wanted`` asks for the file dialog."""

    file_wanted = Signal(object)  # Path
    choose_wanted = Signal()
    kind_changed = Signal(str)
    reading_changed = Signal()
    decimal_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__("open")
        self.setAcceptDrops(True)
        self._shown: Preview | None = None
        self.path = LineEdit(hint="Path of a CSV, TSV or text file", name="File")
        self.choose = Button("Choose &file…", tip="Ctrl+O")
        self.next = primary("&Map the columns")
        self.next.setEnabled(False)
        self._make_marks()
        self.path.returnPressed.connect(self._entered)
        self.path.textEdited.connect(self._path_edited)
        self.choose.clicked.connect(self.choose_wanted)
        self._body = QStackedWidget()
        self._empty = EmptyState(
            "imports",
            "Drop a file here, or choose one",
            "Everything is checked first. Nothing is saved before you say so.",
            (WayOut("choose", "imports", "Choose a file", "CSV, TSV or text, in any usual encoding", "Ctrl+O"),),
        )
        self._empty.chosen.connect(self.choose_wanted)
        self._body.addWidget(self._empty)
        self._preview = column(spacing=0)
        self._body.addWidget(box(column(self._marks, rule(), (self._preview, 1), spacing=0)))
        top = row(
            text("Import", ""), self.purpose, Space.L, (self.path, 1), self.choose,
            margins=pad(Space.L, Space.S), spacing=Space.M,
        )  # fmt: skip
        self.setLayout(column(top, rule(), (self._body, 1), spacing=0))
        self.set_foot(self.next, primary=self.next)

    def _make_marks(self) -> None:
        self.purpose = plain_combo([(one.title, one.name) for one in PURPOSES.values()], width=PURPOSE_WIDTH)
        self.purpose.setObjectName("import-kind")
        self.purpose.setAccessibleName("What the file holds")
        self.purpose.setMaxVisibleItems(len(PURPOSES))
        self.purpose.currentIndexChanged.connect(self._purpose_chosen)
        self.encoding = plain_combo([(one, one) for one in ENCODINGS], width=_MARK)
        self.delimiter = plain_combo(DELIMITERS, width=_MARK)
        self.quote = plain_combo(QUOTES, width=_MARK)
        self.header = LineEdit(hint="none", width=72)
        self.header.setValidator(QIntValidator(1, 999_999, self.header))
        self.decimal = plain_combo(DECIMALS, width=_WIDE_MARK)
        for combo in (self.encoding, self.delimiter, self.quote):
            combo.currentIndexChanged.connect(self._reading_changed)
        self.header.editingFinished.connect(self._header_edited)
        self.decimal.currentIndexChanged.connect(self._decimal_changed)
        marks = row(
            captioned("&Encoding", self.encoding), captioned("De&limiter", self.delimiter),
            captioned("&Quote", self.quote), captioned("&Header line", self.header),
            captioned("&Decimal mark", self.decimal), None, margins=pad(Space.L, Space.S), spacing=Space.M,
        )  # fmt: skip
        self._marks = box(marks)

    # ------------------------------------------------------------------------------------------------- showing it

    def show_kind(self, kind: str) -> None:
        """What the file is imported for, by the name of the purpose."""
        blocked = QSignalBlocker(self.purpose)
        self.purpose.setCurrentIndex(self.purpose.findData(kind))
        blocked.unblock()

    def show_nothing(self) -> None:
        """No file yet."""
        self._shown = None
        self.path.clear()
        self.next.setEnabled(False)
        self._body.setCurrentIndex(0)
        self.say("")

    def show_reading(self, path: Path) -> None:
        """The file is being looked at."""
        self.path.setText(str(path))
        self.next.setEnabled(False)
        self.say("Looking at the file…")

    def show_refused(self) -> None:
        """It cannot be read; why stands in the banner. The marks stay, since another encoding may help."""
        self.next.setEnabled(False)
        self.say("Nothing is saved. Choose another file, or another way to read this one.", wrong=True)
        if self._shown is None:
            self._body.setCurrentIndex(0)

    def show_preview(self, preview: Preview, decimal: str) -> None:
        """The file as it would be read."""
        self._shown = preview
        self._show_format(preview.file_format)
        blocked = QSignalBlocker(self.decimal)
        self.decimal.setCurrentIndex(self.decimal.findData(decimal))
        blocked.unblock()
        while (item := self._preview.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._preview.addWidget(inset(_table(preview)))
        self._body.setCurrentIndex(1)
        self.next.setEnabled(True)
        columns = formats.counted(len(preview.headers), "column")
        more = f", the first {_MOST_COLUMNS} shown" if len(preview.headers) > _MOST_COLUMNS else ""
        self.say(f"The first {formats.counted(len(preview.rows), 'row')} of {columns}{more}. Nothing is saved yet.")

    def _show_format(self, file_format: FileFormat) -> None:
        for combo, value in (
            (self.encoding, file_format.encoding),
            (self.delimiter, file_format.delimiter),
            (self.quote, file_format.quote),
        ):
            blocked = QSignalBlocker(combo)
            if combo.findData(value) < 0:
                combo.addItem(value, value)
            combo.setCurrentIndex(combo.findData(value))
            blocked.unblock()
        self.header.setText(str(file_format.header_line) if file_format.has_header else "")

    @property
    def reading(self) -> Reading:
        """How the person wants it read: everything as it stands here."""
        line = self.header.text().strip()
        return Reading(
            str(self.encoding.currentData()), _data(self.delimiter), _data(self.quote), int(line) if line else 0
        )

    @override
    def enter(self) -> None:
        first = self.next if self.next.isEnabled() else self.path
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------------------------------------- what is done

    @property
    def typed(self) -> Path | None:
        """The path as it stands in the field."""
        words = self.path.text().strip().strip('"')
        return Path(words).expanduser() if words else None

    def _entered(self) -> None:
        if self.typed is not None:
            self.file_wanted.emit(self.typed)

    def _path_edited(self, _typed: str) -> None:
        self.next.setEnabled(False)
        self.say("Enter looks at this file.")

    def _purpose_chosen(self, _at: int) -> None:
        self.kind_changed.emit(_data(self.purpose))

    def _reading_changed(self, _at: int) -> None:
        self.reading_changed.emit()

    def _header_edited(self) -> None:
        shown = self._shown.file_format.header_line if self._shown is not None else 0
        if (self.reading.header_line or 0) != shown:
            self.reading_changed.emit()

    def _decimal_changed(self, _at: int) -> None:
        self.decimal_changed.emit(_data(self.decimal))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_wanted.emit(path)


def _dropped(event: QDropEvent) -> Path | None:
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None


def _data(combo: QComboBox) -> str:
    return str(combo.currentData())


def _table(preview: Preview) -> DataTable:
    columns: list[Column[PreviewRow]] = [
        Column("line", "Line", lambda shown: formats.number(shown.line), _LINE, right=True, tone=lambda _row: "muted")
    ]
    headers: Sequence[str] = preview.headers[:_MOST_COLUMNS]
    columns += [Column(str(at), _one_line(name), _Cell(at), _width(preview, at)) for at, name in enumerate(headers)]
    model = SimpleTableModel(columns, lambda shown: shown.line)
    model.set_rows(preview.rows)
    table = DataTable(model, "First rows")
    model.setParent(table)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _width(preview: Preview, at: int) -> int:
    """As wide as the header and the first values want, within limits."""
    cell = _Cell(at)
    words = [_one_line(preview.headers[at]), *(cell(shown) for shown in preview.rows[:_MEASURED])]
    metrics = QFontMetrics(font())
    return max(_NARROWEST, min(_WIDEST, max(metrics.horizontalAdvance(one) for one in words) + _PADDING))


class _Cell:
    """The text of one column in one line."""

    def __init__(self, at: int) -> None:
        self._at = at

    def __call__(self, shown: PreviewRow) -> str:
        return _one_line(shown.cells[self._at]) if self._at < len(shown.cells) else ""


def _one_line(words: str) -> str:
    return " ".join(words[:200].split("\n"))
