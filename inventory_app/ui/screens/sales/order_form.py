"""The page on which an order is written: who and where, the lines, the field that adds one, the total."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout

from inventory_app.ui.screens.sales.draft import Draft
from inventory_app.ui.screens.sales.lines_table import LinesTable
from inventory_app.ui.theme import Size, Space, formats
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import RIGHT, text
from inventory_app.ui.widgets.layout import box, column, pad, row, rule
from inventory_app.ui.widgets.page import inset
from inventory_app.ui.widgets.search_box import SearchBox

_LONGEST = 1_000
_ADD_WIDTH = 320
_SUM = 104


class OrderForm(QFrame):
    """Widgets only; `order_presenter` does the work."""

    removed = Signal(object)  # skus

    def __init__(self, currency: str, decimal_mark: str) -> None:
        super().__init__()
        self.setObjectName("order-form")
        self.customer = SearchBox(
            hint=translate("Sales", "Optional; a new name is added"), name=translate("Sales", "Customer"), icon_name=""
        )
        self.reference = LineEdit(name=translate("Sales", "Reference"))
        self.location = plain_combo((), width=Size.DATE, name=translate("Sales", "Location"))
        self.lines = LinesTable(currency, decimal_mark)
        self.add_line = SearchBox(
            hint=translate("Sales", "Scan or type a product to add a line"),
            name=translate("Sales", "Add a line"),
            icon_name="add",
            width=_ADD_WIDTH,
        )
        self.add_line.setObjectName("add-line")
        self.left = Form(
            [
                Field(translate("Sales", "&Customer"), self.customer, _too_long),
                Field(translate("Sales", "&Reference"), self.reference, _too_long),
            ],
            label_width=88,
        )
        self.right = Form([Field(translate("Sales", "&Location"), self.location)], label_width=88)
        self._hint = text(
            translate("Sales", "{change} changes the quantity, {remove} removes the line").format(
                change=native_keys("F2"), remove=native_keys("Del")
            ),
            "caption",
        )
        self.setLayout(self._build(currency))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.lines)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self.setTabOrder(self.customer, self.reference)
        self.setTabOrder(self.reference, self.location)
        self.setTabOrder(self.location, self.lines)
        self.setTabOrder(self.lines, self.add_line)

    def _build(self, currency: str) -> QVBoxLayout:
        self._pieces, self._total, self._note = text("", "", align=RIGHT), text("", "strong", align=RIGHT), text("")
        for label in (self._pieces, self._total):
            label.setMinimumWidth(_SUM)
        sums = QGridLayout()
        sums.setContentsMargins(0, 0, 0, 0)
        sums.setHorizontalSpacing(Space.L)
        sums.setVerticalSpacing(Space.XS)
        sums.addWidget(text(translate("Sales", "Pieces"), "caption"), 0, 0)
        sums.addWidget(self._pieces, 0, 1)
        sums.addWidget(
            text(
                translate("Sales", "Total, {currency}").format(currency=currency)
                if currency
                else translate("Sales", "Total"),
                "strong",
            ),
            1,
            0,
        )
        sums.addWidget(self._total, 1, 1)
        self._note.setProperty("role", "caption")
        add = box(row(self.add_line, self._hint, None, margins=pad(Space.L)), height=Size.FILTERS)
        head = row((self.left, 3), (self.right, 2), margins=pad(Space.L, Space.M), spacing=Space.XL)
        foot = row(None, self._note, Space.XL, sums, margins=pad(Space.L, Space.M))
        self._around = inset(self.lines)
        # The lines first, as many as there is room for; what is left over stays below the total.
        return column(head, rule(), (self._around, 100), add, rule(), foot, None, spacing=0)

    def show_draft(self, draft: Draft) -> None:
        self.lines.show_draft(draft)
        self._around.setMaximumHeight(self.lines.maximumHeight())
        self._pieces.setText(formats.quantity(draft.pieces))
        total = draft.total
        self._total.setText("–" if total is None else formats.money(total))
        unpriced = sum(1 for line in draft.lines if line.total is None)
        words = translate("Sales", "{count} line(s) without a price", count=unpriced)
        self._note.setText(words.format(count=formats.number(unpriced)) if unpriced else "")

    def show_locations(self, paths: Sequence[str], chosen: str) -> None:
        """The places to choose from; what was chosen stays chosen."""
        blocked = self.location.blockSignals(True)
        self.location.clear()
        for path in paths:
            self.location.addItem(path, path)
        self.location.setCurrentIndex(max(self.location.findText(chosen), 0))
        self.location.blockSignals(blocked)

    def show_refusal(self, field: str | None, message: str) -> bool:
        """Put a refusal at the field that it names, if it is one of ours."""
        return self.left.show_refusal(field, message) or self.right.show_refusal(field, message)

    def check(self) -> bool:
        return self.left.check()

    def clear(self) -> None:
        self.customer.set_value(None, "")
        self.reference.clear()
        self.add_line.take()
        self.left.reset()

    def _remove(self) -> None:
        skus = self.lines.selected_skus()
        if skus:
            self.removed.emit(skus)


def location_of(combo: QComboBox) -> str:
    """The path that is chosen, '' while there is none."""
    return str(combo.currentData() or "")


def _too_long(typed: str) -> str:
    if len(typed) <= _LONGEST:
        return ""
    words = translate("Sales", "{count} characters are more than the {most} that fit.")
    return words.format(count=formats.number(len(typed)), most=formats.number(_LONGEST))
