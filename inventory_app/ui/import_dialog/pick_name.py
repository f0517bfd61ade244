"""Choosing one of the names that exist (a category, a supplier, a location) by typing a piece of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from inventory_app.domain.texts import PATH_MARK
from inventory_app.queries.references import Reference, names_like
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.runtime.query_runner import QueryFault, QueryRunner
from inventory_app.ui.theme import Size, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column
from inventory_app.ui.widgets.table import DataTable

_MOST, _ROWS = 100, 9
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Search(LineEdit):
    """Up and down move in the list below, while one goes on typing."""

    moved = Signal(object)  # QKeyEvent

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_LIST:
            self.moved.emit(event)
        else:
            super().keyPressEvent(event)


class PickName(Dialog):
    """``chosen`` is the name, '' until there is one. ``may_be_new``: what was typed may stand though nobody has it."""

    def __init__(
        self,
        queries: QueryRunner,
        what: Reference,
        title: str,
        *,
        near: Sequence[str] = (),
        may_be_new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._queries, self._what, self._near = queries, what, tuple(near)
        self._may_be_new = may_be_new
        self.search = _Search(
            hint=translate("Import", "Type a piece of the name"), name=translate("Import", "Name to look for")
        )
        columns = (
            Column[str]("name", translate("Import", "Existing names"), lambda name: name, tip=lambda name: name),
        )
        self.names: SimpleTableModel[str] = SimpleTableModel(columns, lambda name: name)
        self.table = DataTable(self.names, translate("Import", "Existing names"))
        self.names.setParent(self.table)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setFixedHeight(Size.HEADER + _ROWS * Size.ROW)
        self._said = text("", "caption", wrap=True)
        self.use = primary(translate("Import", "&Use it"))
        cancel = Button(translate("Import", "&Cancel"))
        super().__init__(title, box(column(self.search, self.table, self._said)), (cancel, self.use), parent=parent)
        cancel.clicked.connect(self.leave)
        self.use.clicked.connect(self._use)
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self.use.click)
        self.search.moved.connect(self.table.keyPressEvent)
        self.table.opened.connect(self._opened)
        self.table.current_changed.connect(self._show_use)
        self.search.setFocus()
        self._look("")

    @property
    def chosen(self) -> str:
        """What would be used now."""
        typed = self.search.text().strip()
        current = self.table.current_row
        if (
            self._may_be_new
            and typed
            and typed != current
            and typed.casefold() not in map(str.casefold, self.names.rows)
        ):
            return _path(typed)
        return current if isinstance(current, str) else ""

    def _look(self, typed: str) -> None:
        self._queries.ask(
            self,
            "names",
            partial(names_like, what=self._what, text=typed, limit=_MOST),
            partial(self._found, typed),
            failed=self._failed,
        )

    def _found(self, typed: str, names: tuple[str, ...]) -> None:
        """Those that are probably meant stand first while nothing is typed."""
        first = self._near if not typed.strip() else ()
        self.names.set_rows(list(dict.fromkeys((*first, *names))))
        if self.names.rowCount():
            self.table.selectRow(0)
        if len(names) >= _MOST:
            self._said.setText(
                translate("Import", "The first {count} are shown. Type more of the name.").format(
                    count=formats.number(_MOST)
                )
            )
        elif not names:
            self._said.setText(translate("Import", "No name holds this."))
        else:
            self._said.setText("")
        self._show_use()

    def _failed(self, fault: QueryFault) -> None:
        self._said.setText(fault.message)
        self._show_use()

    def _show_use(self, _row: object = None) -> None:
        chosen = self.chosen
        self.use.setEnabled(bool(chosen))
        new = bool(chosen) and chosen not in self.names.rows
        self.use.set_words(translate("Import", "&Use the new one") if new else translate("Import", "&Use it"))

    def _opened(self, _name: object) -> None:
        self._use()

    def _use(self) -> None:
        if self.chosen:
            self.accept()


def _path(typed: str) -> str:
    """A location's path as it is kept, '' while one of its codes is missing."""
    codes = [code.strip() for code in typed.split(PATH_MARK)]
    return PATH_MARK.join(codes) if all(codes) else ""


async def picked_name(
    queries: QueryRunner,
    what: Reference,
    title: str,
    parent: QWidget,
    *,
    near: Sequence[str] = (),
    may_be_new: bool = False,
) -> str:
    """The name that the person picks, '' for none."""
    dialog = PickName(queries, what, title, near=near, may_be_new=may_be_new, parent=parent)
    try:
        chosen = await finished(dialog)
        return dialog.chosen if isValid(dialog) and chosen else ""
    finally:
        if isValid(dialog):
            dialog.deleteLater()
