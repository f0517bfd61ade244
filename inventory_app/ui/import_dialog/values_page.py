"""Behind the map step: the names of the file that the database does not know, and what becomes of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QMenu, QStackedWidget
from typing_extensions import override

from inventory_app.importing.options import Missing
from inventory_app.importing.value_mapping import Choice
from inventory_app.ui.import_dialog.choices import words_of
from inventory_app.ui.import_dialog.map_page import ChoiceDelegate
from inventory_app.ui.import_dialog.page import StepPage
from inventory_app.ui.import_dialog.value_rows import ValueRow, alone_words, rule_words, value_columns
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.theme import Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, chip, primary
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column, empty, pad, row, rule
from inventory_app.ui.widgets.page import inset
from inventory_app.ui.widgets.table import DataTable

_OPENS = (Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEAR = 4
_COUNTING, _LISTED, _NONE = range(3)


class ValuesTable(DataTable):
    """Enter, Space, F2 or a click on a decision ask what becomes of the selected names."""

    decision_wanted = Signal(object)  # QPoint on the screen

    def __init__(self) -> None:
        self.value_model: SimpleTableModel[ValueRow] = SimpleTableModel(value_columns(), lambda one: one.key)
        super().__init__(self.value_model, translate("Import", "Names in the file"))
        self.value_model.setParent(self)
        self._decision = self.value_model.column_at("decision")
        self.setItemDelegateForColumn(self._decision, ChoiceDelegate(self))
        self.clicked.connect(self._clicked)

    @property
    def chosen_rows(self) -> list[ValueRow]:
        """Those that are selected, in the order of the table: by spans, since they may be thousands."""
        selection, rows = self.selectionModel().selection(), self.value_model.rows
        parts = [selection.at(number) for number in range(selection.count())]
        spans = sorted((part.top(), part.bottom()) for part in parts)
        return [one for top, bottom in spans for one in rows[top : bottom + 1]]

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == self._decision:
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        below = self.visualRect(index.siblingAtColumn(self._decision)).bottomLeft()
        self.decision_wanted.emit(self.viewport().mapToGlobal(below))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers() and self.current_row is not None:
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ValuesPage(StepPage):
    """``chosen`` carries rows and what becomes of them, ``pick_wanted`` the rows that another name is picked for."""

    chosen = Signal(object, object)  # list of ValueRow, Choice
    pick_wanted = Signal(object)  # list of ValueRow
    proposals_taken = Signal(object)  # list of ValueRow
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("values")
        self._rows: list[ValueRow] = []
        self._label = ""
        self.table = ValuesTable()
        self.table.decision_wanted.connect(self._offer)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self._make_filter()
        self._make_actions()
        self._counted = text("", "caption")
        self._none = EmptyState(
            "committed",
            translate("Import", "Every name is known"),
            translate("Import", "The file names no category, supplier, unit or location that does not exist."),
        )
        self._faces = QStackedWidget()
        self._faces.addWidget(box(column(None, row(None, self._counted, None), None)))
        listed = column(self._filters, rule(), (inset(self.table), 1), rule(), self._actions, spacing=0)
        self._faces.addWidget(box(listed))
        self._faces.addWidget(self._none)
        self.setLayout(column((self._faces, 1), spacing=0))
        self.back = Button(translate("Import", "&Back to the columns"), tip="Alt+Left or Esc")
        self.check = primary(translate("Import", "&Check all records"))
        self.set_foot(self.back, self.check, primary=self.check)
        shortcut = QShortcut(QKeySequence.StandardKey.Undo, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.undo.click)

    def _make_filter(self) -> None:
        self._chips = row(spacing=Space.S)
        self._group = QButtonGroup(self)
        self.search = LineEdit(
            hint=translate("Import", "Find a name"),
            width=220,
            icon_name="search",
            name=translate("Import", "Find a name"),
        )
        self.search.textChanged.connect(self._show_filtered)
        self._filters = box(row(box(self._chips), None, self.search, margins=pad(Space.L, Space.S)))

    def _make_actions(self) -> None:
        self.selected = text("", "caption")
        self.pick = Button(translate("Import", "&Use an existing one…"))
        self.make = Button(translate("Import", "C&reate"))
        self.reject = Button(translate("Import", "Re&ject the rows"))
        self.by_rule = Button(translate("Import", "&As the rule says"))
        self.take = Button(translate("Import", "Use the &probable names"))
        self.undo = Button(translate("Import", "U&ndo"), "", "undo", tip="Ctrl+Z")
        self.pick.clicked.connect(self._pick)
        self.take.clicked.connect(self._take)
        self.undo.clicked.connect(self.undo_wanted)
        for button, choice in (
            (self.make, Choice(missing=Missing.CREATE)),
            (self.reject, Choice(missing=Missing.REJECT)),
            (self.by_rule, Choice()),
        ):
            button.clicked.connect(partial(self._choose, choice))
        parts = (self.pick, self.make, self.reject, self.by_rule, None, self.take, self.undo)
        self._actions = box(row(self.selected, Space.XS, *parts, margins=pad(Space.L, Space.S)))

    # ------------------------------------------------------------------------------------------------- showing it

    def show_way_back(self, *, to_check: bool) -> None:
        """Where the names were asked for."""
        words = translate("Import", "&Back to the check") if to_check else translate("Import", "&Back to the columns")
        self.back.set_words(words)

    def show_counting(self, records: int, label: str | None = None) -> None:
        """The whole file is read for its names; those of a field (''  all) are to be shown then."""
        if label is not None:
            self._label = label
            self.search.clear()
        self._faces.setCurrentIndex(_COUNTING)
        words = translate("Import", "Reading the file for its names: {count} row(s) so far", count=records)
        self._counted.setText(words.format(count=formats.number(records)))
        self.check.setEnabled(False)
        self.say(translate("Import", "The whole file is read; nothing is saved."))

    def show_rows(self, rows: Sequence[ValueRow], others: int, rule: Missing, *, undoable: bool) -> None:
        """The names with what becomes of them now; ``others`` rows have further names that are not listed."""
        fresh = self._faces.currentIndex() == _COUNTING
        self._rows = list(rows)
        self._faces.setCurrentIndex(_LISTED if rows else _NONE)
        self.check.setEnabled(True)
        self.undo.setEnabled(undoable)
        self._show_chips()
        self._show_filtered()
        if fresh and rows:
            self.table.selectRow(0)
        self._show_note(others, rule)
        probable = sum(1 for one in self._rows if one.proposed)
        self.take.setVisible(probable > 0)
        words = translate("Import", "Use the {count} &probable name(s)", count=probable)
        self.take.set_words(words.format(count=formats.number(probable)))

    def _show_note(self, others: int, rule: Missing) -> None:
        decided = sum(1 for one in self._rows if one.is_decided)
        words = translate(
            "Import", "{decided} of {count} name(s) decided. All others: “{rule}”.", count=len(self._rows)
        )
        parts = [
            words.format(decided=formats.number(decided), count=formats.number(len(self._rows)), rule=alone_words(rule))
        ]
        if others:
            words = translate("Import", "{count} row(s) have further names, which are not listed.", count=others)
            parts.append(words.format(count=formats.number(others)))
        self.say(" ".join(parts) if self._rows else "")

    def _show_chips(self) -> None:
        labels = list(dict.fromkeys(one.label for one in self._rows))
        if self._label not in labels:
            self._label = ""
        empty(self._chips)
        for label in ("", *labels):
            count = sum(1 for one in self._rows if label in ("", one.label))
            name = words_of(label) if label else translate("Import", "all")
            words = translate("Import", "{field} {count}").format(field=name, count=formats.number(count))
            button = chip(words, checked=label == self._label)
            button.setObjectName(f"only-{label or 'all'}")
            button.clicked.connect(partial(self._only, label))
            self._group.addButton(button)
            self._chips.addWidget(button)
        self._filters.setVisible(bool(self._rows))

    def _show_filtered(self, _typed: str = "") -> None:
        words = self.search.text().strip().casefold()
        shown = [
            one for one in self._rows
            if self._label in ("", one.label) and (not words or words in one.value.text.casefold())
        ]  # fmt: skip
        self.table.value_model.set_rows(shown)
        self._show_selected()

    def _show_selected(self, *_changed: object) -> None:
        rows = self.table.chosen_rows
        words = translate("Import", "{count} selected:", count=len(rows)).format(count=formats.number(len(rows)))
        self.selected.setText(words)
        for button in (self.pick, self.reject, self.by_rule):
            button.setEnabled(bool(rows))
        self.pick.setEnabled(len({one.label for one in rows}) == 1)
        self.make.setEnabled(any(one.creatable for one in rows))

    @override
    def enter(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------------------------------------- what is done

    def _only(self, label: str, _checked: bool = False) -> None:
        self._label = label
        self._show_filtered()

    def _offer(self, at: QPoint) -> None:
        """What may become of the selected names, below the cell."""
        rows = self.table.chosen_rows
        if not rows:
            return
        menu = QMenu(self)
        menu.setObjectName("decision-menu")
        alone = rows[0].value if len(rows) == 1 else None
        for name in alone.near[:_NEAR] if alone is not None else ():
            words = translate("Import", "Use “{name}”").format(name=name)
            self._add(menu, words, Choice(name), now=alone is not None and alone.meant == name)
        other = menu.addAction(translate("Import", "Use an existing one…"))
        other.setEnabled(self.pick.isEnabled())
        other.triggered.connect(self._pick)
        menu.addSeparator()
        decided = alone.decided if alone is not None and not alone.meant else None
        if self.make.isEnabled():
            words = translate("Import", "Create it")
            self._add(menu, words, Choice(missing=Missing.CREATE), now=decided is Missing.CREATE)
        words = translate("Import", "Reject the rows")
        self._add(menu, words, Choice(missing=Missing.REJECT), now=decided is Missing.REJECT)
        self._add(menu, rule_words(rows[0].rule), Choice(), now=len(rows) == 1 and not rows[0].is_decided)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _add(self, menu: QMenu, words: str, choice: Choice, *, now: bool) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(now)
        action.triggered.connect(partial(self._choose, choice))
        if now:
            menu.setActiveAction(action)

    def _choose(self, choice: Choice, _checked: bool = False) -> None:
        if rows := self.table.chosen_rows:
            self.chosen.emit(rows, choice)

    def _pick(self, _checked: bool = False) -> None:
        if rows := self.table.chosen_rows:
            self.pick_wanted.emit(rows)

    def _take(self) -> None:
        self.proposals_taken.emit([one for one in self._rows if one.proposed])
