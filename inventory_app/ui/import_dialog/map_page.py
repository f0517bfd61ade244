"""The second step: what each column of the file becomes, and what its rows do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem
from typing_extensions import override

from inventory_app.importing.kinds import kind_of
from inventory_app.importing.mapping.columns import ColumnProposal
from inventory_app.ui.import_dialog.choices import NOT_IMPORTED, MapRow, Rules, labels_of, lacking, words_of
from inventory_app.ui.import_dialog.offers import OfferBar
from inventory_app.ui.import_dialog.page import StepPage
from inventory_app.ui.import_dialog.proposals import ProposalBar
from inventory_app.ui.import_dialog.rules_panel import RulesPanel
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.theme import Size, Space, formats, paint_icon
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.delegates import CellDelegate
from inventory_app.ui.widgets.layout import box, column, row, rule
from inventory_app.ui.widgets.page import inset
from inventory_app.ui.widgets.table import DataTable

ROW = 36
_MOST_PLACES = 12  # in the menu; any other one is searched for
_OPENS = (Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceDelegate(CellDelegate):
    """A cell that is chosen from a list: its words, and the mark of a list at the right of them."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        shape: Any = option
        wide = shape.rect.width() - Size.SMALL_ICON - 3 * Space.S
        shape.text = shape.fontMetrics.elidedText(shape.text, Qt.TextElideMode.ElideRight, wide)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        shape: QStyleOptionViewItem = option
        rect = shape.rect
        side = Size.SMALL_ICON
        paint_icon(painter, "chevron-down", "muted", rect.right() - side - Space.S, rect.center().y() - side / 2)


class MapTable(DataTable):
    """Enter, Space, F2 or a click open the list of what a column may become."""

    choice_wanted = Signal(object)  # MapRow

    def __init__(self) -> None:
        columns: tuple[Column[MapRow], ...] = (
            Column(
                "column",
                translate("Import", "Column in the file"),
                lambda shown: f"{shown.place + 1}  {shown.header}",
                200,
                tone=lambda shown: "" if shown.imported else "muted",
            ),
            Column(
                "samples", translate("Import", "First values"), lambda shown: shown.samples, tone=lambda _row: "muted"
            ),
            Column(
                "label",
                translate("Import", "Becomes"),
                becomes,
                216,
                tip=_why,
                tone=lambda shown: "muted" if perhaps(shown) else "",
            ),
            Column(
                "found_by",
                translate("Import", "Found by"),
                lambda shown: shown.found_by,
                128,
                tone=lambda _row: "muted",
                tip=lambda shown: shown.found_by,
            ),
        )
        self.map_model: SimpleTableModel[MapRow] = SimpleTableModel(columns, lambda shown: shown.place)
        super().__init__(self.map_model, translate("Import", "Columns of the file"), row_height=ROW)
        self.map_model.setParent(self)
        self.setItemDelegateForColumn(self.map_model.column_at("label"), ChoiceDelegate(self))
        self.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == self.map_model.column_at("label"):
            self.choice_wanted.emit(self.map_model.row_at(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers() and self.current_row is not None:
            self.choice_wanted.emit(self.current_row)
        else:
            super().keyPressEvent(event)


def becomes(shown: MapRow) -> str:
    """The field that a column becomes; which part of it where several are joined, and whether blanks are filled."""
    if not shown.imported and (proposed := perhaps(shown)):
        return proposed
    words = words_of(shown.label)
    at, count = shown.part
    if count > 1:
        words = translate("Import", "{field} ({at} of {count})").format(field=words, at=at, count=count)
    if shown.filled_down and shown.imported:
        words = translate("Import", "{field}, filled down").format(field=words)
    return words


def perhaps(shown: MapRow) -> str:
    """What is proposed for a column that becomes nothing yet."""
    if not shown.proposed or shown.imported:
        return ""
    return translate("Import", "perhaps {field}").format(field=words_of(shown.proposed))


def _why(shown: MapRow) -> str:
    return shown.reason if perhaps(shown) else becomes(shown)


class MapPage(StepPage):
    """``columns_changed`` carries column → label of everything that is imported.

    ``location_wanted`` carries the row of a column that is the quantity at a location which is still to be chosen.
    """

    columns_changed = Signal(object)
    location_wanted = Signal(object)  # MapRow
    rules_changed = Signal(object)  # Rules

    def __init__(self) -> None:
        super().__init__("map")
        self._kind = "products"
        self._only: Sequence[str] = ()
        self._locations: tuple[str, ...] = ()
        self.table = MapTable()
        self.table.choice_wanted.connect(self._offer)
        self.rules = RulesPanel()
        self.rules.changed.connect(self.rules_changed)
        self.back = Button(translate("Import", "&Back"), tip="Alt+Left")
        self.check = primary(translate("Import", "&Check all records"))
        self.save_mapping = Button(translate("Import", "Save this &mapping…"))
        self.mappings = Button(translate("Import", "Sa&ved mappings…"))
        self.offers, self.proposals = OfferBar(), ProposalBar()
        self.proposals.taken.connect(self._take_proposals)
        listed = column(self.offers, self.proposals, (inset(self.table), 1), spacing=0)
        self.setLayout(row((box(listed), 1), rule(vertical=True), self.rules, spacing=0))
        self.set_foot(self.mappings, self.save_mapping, self.back, self.check, primary=self.check)

    def show_columns(
        self, kind: str, rows: Sequence[MapRow], *, only: Sequence[str] = (), constants: Sequence[str] = ()
    ) -> None:
        """The columns as they are mapped.

        ``only`` these fields may be chosen; none: all. ``constants`` have one text for all rows.
        """
        self._kind, self._only = kind, only
        self.table.map_model.set_rows(rows)
        proposed = [ColumnProposal(one.place, one.proposed, one.reason) for one in rows if perhaps(one)]
        self.proposals.show_proposals(proposed, [one.header for one in rows])
        imported = [shown.label for shown in rows if shown.imported]
        missing = lacking(kind, [*imported, *constants])
        self.check.setEnabled(not missing)
        self.save_mapping.setEnabled(not missing)
        if missing:
            named = ", ".join(words_of(one) for one in missing)
            words = translate("Import", "No column becomes {named} yet: go to one and press Enter.")
            self.say(words.format(named=named), wrong=True)
        else:
            words = translate("Import", "{imported} of {count} column(s) are imported.", count=len(rows))
            self.say(words.format(imported=len(imported), count=formats.number(len(rows))))

    def show_rules(self, kind: str, rules: Rules, locations: Sequence[str]) -> None:
        self._locations = tuple(locations)
        self.rules.show_rules(kind, rules, locations, self._only)

    @override
    def enter(self) -> None:
        first = self.check if self.check.isEnabled() else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, shown: MapRow) -> None:
        """The list below the cell. A field that another column has is taken from it."""
        menu = QMenu(self)
        menu.setObjectName("becomes-menu")
        fields, per_place = labels_of(self._kind, self._locations, self._only)
        required = kind_of(self._kind).required
        if perhaps(shown):
            words = translate("Import", "{field}  (proposed)").format(field=words_of(shown.proposed))
            self._add(menu, shown, shown.proposed, words)
        self._add(menu, shown, NOT_IMPORTED, translate("Import", "Not imported"))
        menu.addSeparator()
        for name in fields:
            words = translate("Import", "{field}  (needed)").format(field=words_of(name))
            self._add(menu, shown, name, words if name in required else words_of(name))
        if len(per_place) > 1:
            menu.addSeparator()
            for label in per_place[:_MOST_PLACES]:
                self._add(menu, shown, label, words_of(label))
        if any(one.per_location and one.name in fields for one in kind_of(self._kind).fields):
            action = menu.addAction(translate("Import", "Quantity at another location…"))
            action.triggered.connect(partial(self._ask_location, shown))
        menu.aboutToHide.connect(menu.deleteLater)
        index = self.table.map_model.index(self.table.map_model.find(shown.place) or 0, 2)
        below = self.table.visualRect(index).bottomLeft()
        menu.popup(self.table.viewport().mapToGlobal(below))

    def _add(self, menu: QMenu, shown: MapRow, label: str, words: str) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(shown.label == label)
        action.triggered.connect(partial(self._choose, shown.place, label))
        if shown.label == label:
            menu.setActiveAction(action)

    def _ask_location(self, shown: MapRow, _checked: bool = False) -> None:
        self.location_wanted.emit(shown)

    def choose(self, place: int, label: str) -> None:
        """Let a column become a field; another column that is that field is nothing any more."""
        self._choose(place, label)

    def _take_proposals(self) -> None:
        rows = self.table.map_model.rows
        columns = {one.place: one.label for one in rows if one.imported}
        self.columns_changed.emit(columns | {one.place: one.proposed for one in rows if perhaps(one)})

    def _choose(self, place: int, label: str, _checked: bool = False) -> None:
        columns = {one.place: one.label for one in self.table.map_model.rows if one.imported and one.label != label}
        columns.pop(place, None)
        if label:
            columns[place] = label
        self.columns_changed.emit(columns)
