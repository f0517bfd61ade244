"""The first step: which file, of which kind, and how its bytes are read; with the first hundred rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIntValidator,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QComboBox, QStackedWidget
from typing_extensions import override

from inventory_app.importing.kinds.purposes import PURPOSES
from inventory_app.importing.reading.findings import Findings
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.preview import Preview
from inventory_app.importing.reading.process import Inspected
from inventory_app.ui.import_dialog.choices import Reading, Rules
from inventory_app.ui.import_dialog.numbers_row import NumbersRow
from inventory_app.ui.import_dialog.page import StepPage, captioned, explain
from inventory_app.ui.import_dialog.preview_table import MOST_COLUMNS, PreviewTable, Typed
from inventory_app.ui.theme import Space, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dropping import dropped_file
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column, pad, row, rule
from inventory_app.ui.widgets.page import inset

PURPOSE_WIDTH = 208
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-15", "windows-1250", "windows-1251", "cp437")
DELIMITERS = (
    (QT_TRANSLATE_NOOP("Import", "Comma  ,"), ","),
    (QT_TRANSLATE_NOOP("Import", "Semicolon  ;"), ";"),
    (QT_TRANSLATE_NOOP("Import", "Tab"), "\t"),
    (QT_TRANSLATE_NOOP("Import", "Bar  |"), "|"),
    (QT_TRANSLATE_NOOP("Import", "Colon  :"), ":"),
)
QUOTES = (
    (QT_TRANSLATE_NOOP("Import", 'Double  "'), '"'),
    (QT_TRANSLATE_NOOP("Import", "Single  '"), "'"),
    (QT_TRANSLATE_NOOP("Import", "None"), ""),
)
ESCAPES = (
    (QT_TRANSLATE_NOOP("Import", "None"), ""),
    (QT_TRANSLATE_NOOP("Import", "Backslash  \\"), "\\"),
    (QT_TRANSLATE_NOOP("Import", "Caret  ^"), "^"),
)
DECIMALS = ((QT_TRANSLATE_NOOP("Import", "Point  1234.50"), "."), (QT_TRANSLATE_NOOP("Import", "Comma  1234,50"), ","))
_MARK = 132


def in_words(choices: Sequence[tuple[str, str]]) -> list[tuple[str, object]]:
    """Marked choices in the language of the window."""
    return [(translate("Import", words), value) for words, value in choices]


class PathEdit(LineEdit):
    """The path of a file. What is pasted and has lines or tabs is a table, no path."""

    table_pasted = Signal(str)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            pasted = QGuiApplication.clipboard().text()
            if "\t" in pasted or "\n" in pasted.strip():
                self.table_pasted.emit(pasted)
                return
        super().keyPressEvent(event)


class OpenPage(StepPage):
    """``file_wanted`` carries a path that was typed or dropped; ``choose_wanted`` asks for the file dialog."""

    file_wanted = Signal(object)  # Path
    choose_wanted = Signal()
    table_pasted = Signal(str)
    kind_changed = Signal(str)
    reading_changed = Signal()
    rules_changed = Signal(object)  # Rules
    preview_shown = Signal()
    corrected = Signal(object, str)  # CellAt, what was typed
    editor_wanted = Signal(object)  # CellAt

    def __init__(self) -> None:
        super().__init__("open")
        self.setAcceptDrops(True)
        self._shown: Preview | None = None
        self.path = PathEdit(
            hint=translate("Import", "Path of a CSV, text, Excel, OpenDocument or ZIP file"),
            name=translate("Import", "File"),
        )
        self.choose = Button(translate("Import", "Choose &file…"), tip="Ctrl+O")
        self.next = primary(translate("Import", "&Map the columns"))
        self.next.setEnabled(False)
        self._make_marks()
        self.path.returnPressed.connect(self._entered)
        self.path.textEdited.connect(self._path_edited)
        self.choose.clicked.connect(self.choose_wanted)
        self.path.table_pasted.connect(self.table_pasted)
        self._body = QStackedWidget()
        self._empty = _make_empty()
        self._empty.chosen.connect(self._way_chosen)
        self._body.addWidget(self._empty)
        self._preview = column(spacing=0)
        self.table: PreviewTable | None = None
        self._body.addWidget(box(column(self._marks, rule(), (self._preview, 1), spacing=0)))
        top = row(
            text(translate("Import", "Import"), ""), self.purpose, Space.L, (self.path, 1), self.choose,
            margins=pad(Space.L, Space.S), spacing=Space.M,
        )  # fmt: skip
        self.setLayout(column(top, rule(), (self._body, 1), spacing=0))
        self.set_foot(self.next, primary=self.next)

    def _make_marks(self) -> None:
        self.purpose = plain_combo(
            [(translate("Purposes", one.title), one.name) for one in PURPOSES.values()], width=PURPOSE_WIDTH
        )
        self.purpose.setObjectName("import-kind")
        self.purpose.setAccessibleName(translate("Import", "What the file holds"))
        self.purpose.setMaxVisibleItems(len(PURPOSES))
        self.purpose.currentIndexChanged.connect(self._purpose_chosen)
        self.encoding = plain_combo([(one, one) for one in ENCODINGS], width=_MARK)
        self.delimiter = plain_combo(in_words(DELIMITERS), width=_MARK)
        self.quote = plain_combo(in_words(QUOTES), width=_MARK)
        self.escape = plain_combo(in_words(ESCAPES), width=_MARK)
        self.header = LineEdit(hint=translate("Import", "none"), width=72)
        self.header.setValidator(QIntValidator(1, 999_999, self.header))
        self.numbers = NumbersRow(in_words(DECIMALS))
        self.numbers.changed.connect(self.rules_changed)
        self.numbers.sheet_changed.connect(self._sheet_changed)
        for combo in (self.encoding, self.delimiter, self.quote, self.escape):
            combo.currentIndexChanged.connect(self._reading_changed)
        self.header.editingFinished.connect(self._header_edited)
        self._text_marks = (
            captioned(translate("Import", "&Encoding"), self.encoding),
            captioned(translate("Import", "De&limiter"), self.delimiter),
            captioned(translate("Import", "&Quote"), self.quote),
            captioned(translate("Import", "Es&cape mark"), self.escape),
        )
        marks = row(
            *self._text_marks, captioned(translate("Import", "&Header line"), self.header), None, spacing=Space.M
        )
        self._marks = box(column(marks, self.numbers, margins=pad(Space.L, Space.S)))

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
        self.say(translate("Import", "Looking at the file…"))

    def show_refused(self) -> None:
        """It cannot be read; why stands in the banner. The marks stay, since another encoding may help."""
        self.next.setEnabled(False)
        self.say(
            translate("Import", "Nothing is saved. Choose another file, or another way to read this one."), wrong=True
        )
        if self._shown is None:
            self._body.setCurrentIndex(0)

    def show_preview(self, inspected: Inspected, findings: Findings, rules: Rules) -> None:
        """The file as it would be read, and why so."""
        preview = inspected.preview
        self._shown = preview
        self._show_format(preview.file_format)
        self.numbers.show_rules(rules)
        self.numbers.show_sheets(inspected.sheets, preview.file_format.sheet)
        self._show_findings(findings)
        while (item := self._preview.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.table = PreviewTable(preview)
        self.table.corrected.connect(self.corrected)
        self.table.editor_wanted.connect(self.editor_wanted)
        self._preview.addWidget(inset(self.table))
        self._body.setCurrentIndex(1)
        self.next.setEnabled(True)
        rows, columns = len(preview.rows), len(preview.headers)
        words = translate("Import", "The first {count} row(s); columns in the file: {columns}.", count=rows)
        parts = [words.format(count=formats.number(rows), columns=formats.number(columns))]
        if columns > MOST_COLUMNS:
            parts.append(translate("Import", "The first {count} columns are shown.").format(count=MOST_COLUMNS))
        parts += [translate("Import", "Nothing is saved yet."), translate("Import", "F2 corrects a cell.")]
        self.say(" ".join(parts))
        self.preview_shown.emit()

    def show_corrected(self, typed: Typed) -> None:
        """What was typed instead of cells, by record and place."""
        if self.table is not None:
            self.table.show_typed(typed)

    def _show_findings(self, findings: Findings) -> None:
        for name, control in (
            ("encoding", self.encoding), ("delimiter", self.delimiter), ("quote", self.quote),
            ("escape", self.escape), ("header_line", self.header),
        ):  # fmt: skip
            explain(control, findings[name].why if name in findings else "")
        self.numbers.show_findings(findings)

    def _show_format(self, file_format: FileFormat) -> None:
        for combo, value in (
            (self.encoding, file_format.encoding),
            (self.delimiter, file_format.delimiter),
            (self.quote, file_format.quote),
            (self.escape, file_format.escape),
        ):
            blocked = QSignalBlocker(combo)
            if combo.findData(value) < 0:
                combo.addItem(value, value)
            combo.setCurrentIndex(combo.findData(value))
            blocked.unblock()
        for mark in self._text_marks:
            mark.setVisible(not file_format.is_sheet)
        self.header.setText(str(file_format.header_line) if file_format.has_header else "")

    @property
    def reading(self) -> Reading:
        """How the person wants it read: everything as it stands here."""
        line = self.header.text().strip()
        header = int(line) if line else 0
        if self._shown is not None and self._shown.file_format.is_sheet:
            return Reading(header_line=header, sheet=_data(self.numbers.sheet))
        return Reading(_data(self.encoding), _data(self.delimiter), _data(self.quote), _data(self.escape), header)

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

    def _way_chosen(self, key: str) -> None:
        if key == "paste":
            self.paste()
        else:
            self.choose_wanted.emit()

    def paste(self) -> None:
        """Take the table from the clipboard."""
        self.table_pasted.emit(QGuiApplication.clipboard().text())

    def _entered(self) -> None:
        if self.typed is not None:
            self.file_wanted.emit(self.typed)

    def _path_edited(self, _typed: str) -> None:
        self.next.setEnabled(False)
        self.say(translate("Import", "Enter looks at this file."))

    def _purpose_chosen(self, _at: int) -> None:
        self.kind_changed.emit(_data(self.purpose))

    def _reading_changed(self, _at: int) -> None:
        self.reading_changed.emit()

    def _header_edited(self) -> None:
        shown = self._shown.file_format.header_line if self._shown is not None else 0
        if (self.reading.header_line or 0) != shown:
            self.reading_changed.emit()

    def _sheet_changed(self, _name: str) -> None:
        self.reading_changed.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_wanted.emit(path)


def _make_empty() -> EmptyState:
    """What the step offers before there is a file."""
    return EmptyState(
        "imports",
        translate("Import", "Drop a file here, or choose one"),
        translate("Import", "Everything is checked first. Nothing is saved before you say so."),
        (
            WayOut(
                "choose",
                "imports",
                translate("Import", "Choose a file"),
                translate("Import", "CSV, text, Excel (.xlsx, .xls) or OpenDocument (.ods), also zipped"),
                "Ctrl+O",
            ),
            WayOut(
                "paste",
                "add",
                translate("Import", "Paste a table"),
                translate("Import", "Copied in a spreadsheet or on a web page"),
                "Ctrl+V",
            ),
        ),
    )


def _data(combo: QComboBox) -> str:
    return str(combo.currentData())
