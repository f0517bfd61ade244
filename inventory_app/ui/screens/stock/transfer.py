"""The dialog that moves stock from one place to another: several lines, one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from inventory_app.actions.transfer_stock import TransferStock
from inventory_app.domain.numbers import plain
from inventory_app.domain.stock import NegativeStock
from inventory_app.settings import declared
from inventory_app.ui.action_dialog import ActionDialog
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.product_picker import ProductPicker
from inventory_app.ui.screen import Scan, Taken
from inventory_app.ui.screens.stock.levels import Choices, choices, level_of, levels_at
from inventory_app.ui.screens.stock.transfer_lines import ONE, Line, line_columns, lines_for, merged
from inventory_app.ui.theme import OutcomeLook, Size, Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import quiet
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import ElidedLabel, retone
from inventory_app.ui.widgets.layout import column, row
from inventory_app.ui.widgets.table import DataTable

if TYPE_CHECKING:
    from inventory_app.actions.action import Action
    from inventory_app.actions.outcome import Refused
    from inventory_app.queries.products import ProductRow
    from inventory_app.queries.session import Session
    from inventory_app.queries.stock import LevelRow
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screen import Collaborators

_ROW = 32  # rows with an editor in them
_ROWS_SHOWN = 5
Levels = dict[str, tuple["LevelRow", ...]]


class TransferDialog(ActionDialog):
    """From, to, and lines that are added by typing or scanning."""

    def __init__(self, parts: Collaborators, parent: QWidget) -> None:
        self._parts = parts
        self._mark = parts.settings.get(declared.DECIMAL_MARK)
        self._wanted = ("", "")
        self._adding = 0
        self.source = plain_combo([], width=240, name=translate("Stock", "From"))
        self.target = plain_combo([], width=240, name=translate("Stock", "To"))
        self._form = Form(
            [
                Field(translate("Stock", "&From"), self.source, self._check_source),
                Field(translate("Stock", "T&o"), self.target, self._check_target),
            ]
        )
        self.picker = ProductPicker(
            parts.queries,
            hint=translate("Stock", "Scan or type a product to add a line"),
            width=320,
            name=translate("Stock", "Add product"),
        )
        self.lines: SimpleTableModel[Line] = SimpleTableModel(line_columns(), lambda line: line.key)
        self.table = DataTable(self.lines, translate("Stock", "Lines"), row_height=_ROW)
        self._told = ElidedLabel("", "caption")
        self.remove = quiet(translate("Stock", "&Remove line"), "cancel", tip="Del")
        body = column(
            self._form, Space.XS, self.table, row(self.picker, self.remove, None), self._told, spacing=Space.S
        )
        super().__init__(
            translate("Stock", "Transfer stock"),
            parts.actions,
            body,
            save_words=translate("Stock", "&Transfer"),
            width=680,
            parent=parent,
        )
        self._wire()
        parts.health.came_back.connect(self._load)
        self._load()

    def _load(self) -> None:
        """The places; again when the database has come back."""
        self._parts.queries.ask(self, "choices", choices, self._offer, failed=self._no_answer)

    def _wire(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.table.setFixedHeight(Size.HEADER + _ROWS_SHOWN * _ROW)
        self.lines.setParent(self)
        self.lines.edited.connect(self._edited)
        self._form.changed.connect(self.typed)
        self.source.currentIndexChanged.connect(self._ask_levels)
        self.target.currentIndexChanged.connect(self._places_changed)
        self.picker.picked.connect(self._add)
        self.picker.unknown.connect(self._unknown)
        self.remove.clicked.connect(self._remove)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self._show_lines(())

    # -------------------------------------------------------------------------------------------- filling

    def prefill(self, sku: str, location: str) -> None:
        """Begin with a product at a place."""
        self._wanted = (location, "")
        self.picker.setText(sku)
        self.picker.entered.emit(sku)

    def take_over(self, action: TransferStock) -> None:
        """Begin with what was typed once."""
        self._wanted = (action.source, action.target)
        self._show_lines([
            Line(one.sku, "", "", one.lot, one.serial, plain(one.quantity).replace(".", self._mark), mark=self._mark)
            for one in action.lines
        ])  # fmt: skip

    def _offer(self, found: Choices) -> None:
        if self.source.count():
            return
        self.banner.clear()
        for combo, wanted in zip((self.source, self.target), self._wanted, strict=True):
            for place in found.locations:
                combo.addItem(f"{place.path}  {place.name}" if place.name else place.path, place)
            at = (
                [place.path for place in found.locations].index(wanted)
                if wanted in {p.path for p in found.locations}
                else -1
            )
            combo.setCurrentIndex(at)
            combo.setPlaceholderText(translate("Stock", "Choose where"))
        if len(found.locations) == 2 and self.source.currentIndex() >= 0 and not self._wanted[1]:
            self.target.setCurrentIndex(1 - self.source.currentIndex())
        if len(found.locations) < 2:
            told = translate("Stock", "There is one place only; add another one by “New location…” on the stock page.")
            self.banner.show_message(OutcomeLook.REFUSED, translate("Stock", "Nowhere to transfer to"), told)
        self._form.reset()
        self._ask_levels()
        missing = next((one for one in (self.source, self.target) if one.currentIndex() < 0), self.picker)
        missing.setFocus()

    def _no_answer(self, fault: QueryFault) -> None:
        self.banner.show_message(
            OutcomeLook.FAILED,
            fault.message,
            translate("Stock", "Places come as soon as it answers. What you typed stays."),
        )

    # ----------------------------------------------------------------------------------------------- lines

    @property
    def _from(self) -> str:
        place = self.source.currentData()
        return place.path if place is not None else ""

    @property
    def _to(self) -> str:
        place = self.target.currentData()
        return place.path if place is not None else ""

    @property
    def _may_fall(self) -> bool:
        place = self.source.currentData()
        return place is not None and NegativeStock(place.negative_stock).may_go_negative

    def _add(self, product: ProductRow, quantity: Decimal = ONE) -> None:
        self._ask_to_add(product, quantity)
        self.picker.clear_value()

    def _ask_to_add(self, product: ProductRow, quantity: Decimal) -> None:
        question = partial(_levels, (product.sku,), self._from)
        self._adding += 1  # each has a place of its own: the same product twice in a row is two
        self._parts.queries.ask(self, f"add {self._adding}", question, partial(self._added, product, quantity))

    def take_scan(self, scan: Scan) -> Taken | None:
        """A line for the product, or more on the line that it has."""
        if scan.found is None:
            return None
        product = scan.found.product
        if self.saving:
            words = translate("Stock", "The transfer is being saved; {sku} is no part of it")
            return Taken(words.format(sku=product.sku), ok=False)
        self.table.finish_typing()
        self._ask_to_add(product, scan.found.factor)
        words = translate("Stock", "{sku} {name}: {quantity} added")
        quantity = formats.quantity(scan.found.factor)
        return Taken(words.format(sku=product.sku, name=product.name, quantity=quantity))

    def _added(self, product: ProductRow, quantity: Decimal, levels: Levels) -> None:
        new = lines_for(product, levels.get(product.sku, ()), self._mark, quantity)
        first = len(self.lines.rows)
        self._show_lines(merged(self.lines.rows, new))
        self.typed()
        self._ask_levels()
        at = next((n for n, line in enumerate(self.lines.rows) if line.sku == product.sku), first)
        self.table.setCurrentIndex(self.lines.index(at, self.lines.column_at("quantity")))

    def _unknown(self, code: str) -> None:
        self._tell(translate("Stock", "There is no product with the code {code}.").format(code=code), "failed")

    def _edited(self, line: Line, _column: str, typed: str) -> None:
        self._show_lines(
            [replace(one, typed=typed, told="") if one.key == line.key else one for one in self.lines.rows]
        )
        self.typed()

    def _remove(self) -> None:
        gone = {line.key for line in self.table.selected_rows}
        self._show_lines([line for line in self.lines.rows if line.key not in gone])
        self.typed()

    def _show_lines(self, lines: Sequence[Line]) -> None:
        self.lines.set_rows(lines)
        self.remove.setEnabled(bool(lines))
        wrong = [line for line in lines if line.problem]
        if wrong:
            self._tell(f"{wrong[0].sku}: {wrong[0].problem}", "failed")
        else:
            asked = [line for line in lines if line.quantity]
            words = translate("Stock", "No line yet.")
            if asked:
                words = translate("Stock", "{count} line(s) will be moved.", count=len(asked))
            told = words.format(count=formats.number(len(asked)))
            keys = translate("Stock", "F2 changes a quantity, Del removes a line.")
            self._tell(f"{told} {keys}" if lines else told, "")

    def _tell(self, words: str, tone: str) -> None:
        self._told.set_words(words)
        retone(self._told, tone)

    def _places_changed(self, _index: int) -> None:
        for field in self._form.fields:
            field.recheck()
        self.update_save()

    def _ask_levels(self, _what: object = None) -> None:
        self._places_changed(0)
        skus = tuple(dict.fromkeys(line.sku for line in self.lines.rows))
        if skus and self._from:
            self._parts.queries.ask(self, "levels", partial(_levels, skus, self._from), self._take_levels)

    def _take_levels(self, levels: Levels) -> None:
        lines = []
        for line in self.lines.rows:
            known = levels.get(line.sku, ())
            level = level_of(known, line.lot, line.serial)
            named = replace(line, name=known[0].name, uom=known[0].uom) if known and not line.name else line
            lines.append(replace(named, available=level.available, may_fall=self._may_fall))
        self._show_lines(lines)
        self.update_save()

    # ------------------------------------------------------------------------------------ checking, saving

    def _check_source(self, _words: str) -> str:
        return "" if self._from else translate("Stock", "Choose where it comes from.")

    def _check_target(self, _words: str) -> str:
        if not self._to:
            return translate("Stock", "Choose where it goes.")
        return translate("Stock", "From and to are the same place.") if self._to == self._from else ""

    @override
    def may_save(self) -> bool:
        return super().may_save() and not any(line.problem for line in self.lines.rows)

    @override
    def form(self) -> Form:
        return self._form

    @override
    def is_dirty(self) -> bool:
        return bool(self.lines.rows)

    @override
    def field_of(self, refused: Refused) -> str | None:
        head, _, rest = (refused.field or "").partition(".")
        sku = refused.details.get("sku")
        number = int(rest.split(".")[0]) if head == "lines" and rest.split(".")[0].isdigit() else 0
        asked = [line for line in self.lines.rows if line.quantity]
        key = asked[number - 1].key if 0 < number <= len(asked) else None
        lines = [
            replace(line, told=refused.message) if line.key == key or (key is None and line.sku == sku) else line
            for line in self.lines.rows
        ]
        if refused.details.get("can_confirm") is not True:
            self._show_lines(lines)
        return refused.field if refused.field in ("from", "to") else None

    @override
    async def action(self, *, confirm: bool) -> Action | None:
        lines = tuple(line.to_action() for line in self.lines.rows if line.quantity)
        if not lines:
            self._tell(translate("Stock", "Add a line first: scan or type a product."), "failed")
            self.picker.setFocus()
            return None
        return TransferStock(source=self._from, target=self._to, lines=lines, confirm=confirm)


async def _levels(skus: Sequence[str], location: str, session: Session) -> Levels:
    if not location:
        return {}
    return {sku: await levels_at(sku, location, session) for sku in skus}
