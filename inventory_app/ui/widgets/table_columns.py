"""The columns of a table: which are shown, how wide and in what order; what the person chose is kept.

Only choices are kept: where the person chose nothing, the program may still show a column, or widen one to its texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from inventory_app.ui.models.paged_table import PagedTableModel
from inventory_app.ui.theme import Type, font
from inventory_app.ui.theme.fonts import SEMIBOLD
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inventory_app.ui.models.columns import Column
    from inventory_app.ui.models.table_base import RowsModel

SETTLED = 500  # ms after the last change until it is kept
_NARROWEST = 48
_CELL = 20  # both sides of a cell, and room for the arrow of the order
_SAMPLE = 200
_GIVES = 48  # px that a column may become wider for its title, in a language with longer words


class TableColumns(QObject):
    """Belongs to one table. Columns are named by their key."""

    def __init__(self, table: QTableView, model: RowsModel[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._header = table.horizontalHeader()
        self._save: Callable[[str], None] | None = None
        self._own = False  # the program itself is changing a width
        self._widths: dict[str, int] = {}  # as the person dragged them
        self._shown: dict[str, bool] = {}  # as the person chose them
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SETTLED)
        self.timer.timeout.connect(self._keep)
        self._header.setMinimumSectionSize(_NARROWEST)
        self._header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._arrange()
        self._header.sectionResized.connect(self._resized)
        self._header.sectionMoved.connect(self._moved)
        if isinstance(self._model, PagedTableModel):
            self._model.order_changed.connect(self.timer.start)

    def _arrange(self) -> None:
        """As the columns are declared."""
        with self._by_itself():
            for at, one in enumerate(self._model.columns):
                mode = QHeaderView.ResizeMode.Interactive if one.width else QHeaderView.ResizeMode.Stretch
                self._header.setSectionResizeMode(at, mode)
                if one.width:
                    self._header.resizeSection(at, _width_of(one))
                self._table.setColumnHidden(at, one.hidden)
                self._header.moveSection(self._header.visualIndex(at), at)

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        before, self._own = self._own, True
        try:
            yield
        finally:
            self._own = before

    # ------------------------------------------------------------------------------- what the program does

    @property
    def shown(self) -> list[Column[Any]]:
        """As they stand on the screen, from left to right."""
        places = map(self._header.logicalIndex, range(len(self._model.columns)))
        return [self._model.columns[at] for at in places if not self._table.isColumnHidden(at)]

    def propose(self, key: str, *, shown: bool) -> None:
        """Show or hide a column, unless the person has chosen."""
        if key not in self._shown:
            self._table.setColumnHidden(self._model.column_at(key), not shown)

    def fit(self, key: str, most: int) -> None:
        """Make a column as wide as its longest text of the first rows, up to ``most``; never narrower, and not one
        whose width the person has set."""
        at = self._model.column_at(key)
        if key in self._widths or self._table.isColumnHidden(at):
            return
        column = self._model.columns[at]
        metrics = QFontMetrics(font(code=column.code))
        texts = (column.text(row) for row in self._model.rows[:_SAMPLE])
        wanted = max((metrics.horizontalAdvance(words) for words in texts), default=0) + _CELL
        if min(wanted, most) > self._table.columnWidth(at):
            with self._by_itself():
                self._header.resizeSection(at, min(wanted, most))

    # -------------------------------------------------------------------------------- what the person does

    def menu(self) -> QMenu:
        """Which columns are shown and in what order, for the header and for a button."""
        menu = QMenu(self._table)
        menu.setObjectName("columns-menu")
        for at, one in enumerate(self._model.columns):
            action = menu.addAction(_name(one))
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(at))
            action.toggled.connect(partial(self._toggle, one.key))
        if self._save is not None:
            menu.addSeparator()
            left = menu.addMenu(translate("Lists", "Move to the left"))
            left.setObjectName("columns-move-menu")
            for one in self.shown[1:]:
                left.addAction(_name(one)).triggered.connect(partial(self._move_left, one.key))
            menu.addAction(translate("Lists", "As it was at first")).triggered.connect(self._reset)
        return menu

    def show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _toggle(self, key: str, shown: bool) -> None:
        if shown or len(self.shown) > 1:
            self._shown[key] = shown
            self._table.setColumnHidden(self._model.column_at(key), not shown)
            self.timer.start()

    def _move_left(self, key: str, _checked: bool = False) -> None:
        keys = [one.key for one in self.shown]
        before = keys[keys.index(key) - 1]
        at, to = (self._header.visualIndex(self._model.column_at(one)) for one in (key, before))
        self._header.moveSection(at, to)

    def _moved(self, _column: int, _before: int, _now: int) -> None:
        self.timer.start()

    def _reset(self) -> None:
        self._widths.clear()
        self._shown.clear()
        self._arrange()
        self.timer.start()

    def _resized(self, at: int, old: int, new: int) -> None:
        column = self._model.columns[at]
        if not self._own and old and new and column.width:  # not shown or hidden, and none that takes what is left
            self._widths[column.key] = new
            self.timer.start()

    # ---------------------------------------------------------------------------------------- remembering

    def remember(self, load: Callable[[], str], save: Callable[[str], None]) -> None:
        """Take what was kept last time, and keep it from now on. Called before the first rows are asked for."""
        try:
            kept = json.loads(load() or "{}")
        except ValueError:
            kept = {}
        kept = kept if isinstance(kept, dict) else {}
        known = {one.key for one in self._model.columns}
        self._widths = {k: max(v, _NARROWEST) for k, v in _pairs(kept, "widths", int) if k in known}
        self._shown = {k: v for k, v in _pairs(kept, "shown", bool) if k in known}
        self._take(kept.get("order"), kept.get("sort"))
        self._header.setSectionsMovable(True)
        self.timer.stop()
        self._save = save

    def _take(self, order: object, sort: object) -> None:
        with self._by_itself():
            for key, width in self._widths.items():
                self._header.resizeSection(self._model.column_at(key), width)
            if not all(self._shown.get(one.key, not one.hidden) is False for one in self._model.columns):
                for key, shown in self._shown.items():
                    self._table.setColumnHidden(self._model.column_at(key), not shown)
            keys = [one.key for one in self._model.columns]
            for place, key in enumerate(one for one in _list(order) if one in keys):
                self._header.moveSection(self._header.visualIndex(keys.index(key)), place)
        if isinstance(self._model, PagedTableModel) and len(_list(sort)) == 2:
            key, descending = _list(sort)
            if key in keys:
                self._model.start_with_order(key, bool(descending))

    def _keep(self) -> None:
        if self._save is None:
            return
        kept: dict[str, object] = {"widths": self._widths, "shown": self._shown}
        places = [self._header.logicalIndex(at) for at in range(len(self._model.columns))]
        if places != sorted(places):
            kept["order"] = [self._model.columns[at].key for at in places]
        if self._model.order is not None:
            kept["sort"] = self._model.order
        self._save(json.dumps(kept))


def _width_of(column: Column[Any]) -> int:
    wanted = QFontMetrics(font(Type.CAPTION, SEMIBOLD)).horizontalAdvance(column.title) + _CELL
    return max(column.width, min(wanted, column.width + _GIVES))


def _name(column: Column[Any]) -> str:
    return column.title or column.key


def _pairs(kept: dict[str, Any], name: str, kind: type) -> Iterator[tuple[str, Any]]:
    """The entries of a kept mapping that are what they should be: the file may have been written by another hand."""
    found = kept.get(name)
    return ((k, v) for k, v in found.items() if type(v) is kind) if isinstance(found, dict) else iter(())


def _list(kept: object) -> Sequence[Any]:
    return kept if isinstance(kept, list) else ()
