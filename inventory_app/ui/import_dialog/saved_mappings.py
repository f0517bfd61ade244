"""The list of saved mappings: use one, give it another name, remove it, and take that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.mapping.saved import SavedMapping, SavedMappings
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.theme import Size
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import ElidedLabel, text
from inventory_app.ui.widgets.layout import box, column, row
from inventory_app.ui.widgets.table import DataTable

_WIDTH, _ROWS = 640, 8
_EDITS = QAbstractItemView.EditTrigger.EditKeyPressed


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One saved mapping, and whether it is for the file that is open."""

    mapping: SavedMapping
    fits: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.mapping.recipe.kind, self.mapping.name


class SavedMappingsDialog(Dialog):
    """``chosen`` is the mapping that shall be used, None when the dialog was only closed."""

    removed = Signal(object)  # SavedMapping

    def __init__(self, saved: SavedMappings, kind: str, headers: Sequence[str], parent: QWidget | None = None) -> None:
        self._saved, self._kind, self._headers = saved, kind, tuple(headers)
        self.chosen: SavedMapping | None = None
        self._gone: list[SavedMapping] = []
        self.rows: SimpleTableModel[SavedRow] = SimpleTableModel(_columns(), lambda one: one.key)
        self.table = DataTable(self.rows, translate("Import", "Saved mappings"))
        self.rows.setParent(self.table)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setEditTriggers(_EDITS)
        self.table.setFixedHeight(Size.HEADER + _ROWS * Size.ROW)
        self._said = text("", "caption", wrap=True)
        self._make_buttons()
        body = box(column(self.table, self._back, self._said))
        close = Button(translate("Import", "&Close"))
        super().__init__(
            translate("Import", "Saved mappings"),
            body,
            (self.rename, self.remove, close, self.use),
            width=_WIDTH,
            parent=parent,
        )
        close.clicked.connect(self.leave)
        self._connect()
        self.refresh()
        self.table.setFocus()

    def _make_buttons(self) -> None:
        self.use = primary(translate("Import", "&Use it"))
        self.rename = Button(translate("Import", "Re&name"), tip="F2")
        self.remove = Button(translate("Import", "&Remove"), tip="Del")
        self.undo = Button(translate("Import", "&Take it back"), "", "undo", tip="Ctrl+Z")
        self._what_went = ElidedLabel("", "")
        self._back = box(row((self._what_went, 1), self.undo))
        self._back.hide()

    def _connect(self) -> None:
        self.use.clicked.connect(self._use)
        self.rename.clicked.connect(self._edit_name)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._take_back)
        # Later: the rows are not replaced while the editor of one hands over what was typed.
        self.rows.edited.connect(self._renamed, Qt.ConnectionType.QueuedConnection)
        self.table.current_changed.connect(self._show_current)
        self.table.opened.connect(self._opened)
        for keys, slot in (("Del", self.remove.click), ("Ctrl+Z", self.undo.click)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def refresh(self, current: tuple[str, str] | None = None) -> None:
        """What is kept now: those for the open file first."""
        found, notices = self._saved.all()
        rows = [SavedRow(one, one.fits(self._kind, self._headers)) for one in found]
        self.rows.set_rows(sorted(rows, key=lambda one: not one.fits))
        if current is not None:
            self.table.select_key(current)
        elif rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        nothing = translate("Import", "No mapping is saved.") if not rows else ""
        self._say(" ".join((nothing, *notices)).strip())
        self._show_current(self.table.current_row)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _show_current(self, current: SavedRow | None) -> None:
        self.rename.setEnabled(current is not None)
        self.remove.setEnabled(current is not None)
        fits = current is not None and current.fits
        self.use.setEnabled(fits)
        self.use.setToolTip(
            "" if fits else translate("Import", "It is for files of another kind, or with other columns")
        )

    def _opened(self, current: SavedRow) -> None:
        if current.fits:
            self._use()

    def _use(self) -> None:
        current = self.table.current_row
        if isinstance(current, SavedRow) and current.fits:
            self.chosen = current.mapping
            self.accept()

    def _edit_name(self) -> None:
        index = self.rows.index(self.table.currentIndex().row(), self.rows.column_at("name"))
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _renamed(self, current: SavedRow, _column: str, typed: str) -> None:
        try:
            renamed = self._saved.rename(current.mapping, typed)
        except Refusal as refusal:
            self.refresh(current.key)
            self._say(refusal.message)
            return
        self.refresh((renamed.recipe.kind, renamed.name))

    def _remove(self) -> None:
        current = self.table.current_row
        if not isinstance(current, SavedRow):
            return
        try:
            self._saved.remove(*current.key)
        except Refusal as refusal:
            self._say(refusal.message)
            return
        self._gone.append(current.mapping)
        self.refresh()
        self._show_gone()
        self.removed.emit(current.mapping)

    def _take_back(self) -> None:
        if not self._gone:
            return
        mapping = self._gone[-1]
        try:
            self._saved.save(mapping)
        except Refusal as refusal:
            self._say(refusal.message)
            return
        self._gone.pop()
        self.refresh((mapping.recipe.kind, mapping.name))
        self._show_gone()

    def _show_gone(self) -> None:
        if self._gone:
            said = translate("Import", "“{name}” was removed.")
            self._what_went.set_words(said.format(name=self._gone[-1].name))
        self._back.setVisible(bool(self._gone))


def _columns() -> tuple[Column[SavedRow], ...]:
    return (
        Column(
            "name", translate("Import", "Name"), lambda one: one.mapping.name, 208, editable=True,
            tip=lambda one: one.mapping.name,
        ),
        Column("kind", translate("Import", "For files of"), _kind_words, 128),
        Column("columns", translate("Import", "Columns"), _headers, tip=_headers, tone=lambda _one: "muted"),
        Column(
            "fits", translate("Import", "This file"), _fits, 104, icon=lambda one: "check" if one.fits else "",
            tone=lambda one: "committed" if one.fits else "muted", speech=_fits,
        ),
    )  # fmt: skip


def _kind_words(one: SavedRow) -> str:
    return translate("Kinds", kind_of(one.mapping.recipe.kind).title)


def _headers(one: SavedRow) -> str:
    return ", ".join(one.mapping.headers)


def _fits(one: SavedRow) -> str:
    return translate("Import", "fits") if one.fits else translate("Import", "does not fit")
