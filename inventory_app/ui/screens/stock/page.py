"""The stock page: levels in a table, the current one at its side."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from inventory_app.actions.outcome import Topic
from inventory_app.queries.stock import LevelFilter, LevelRow, stock_page
from inventory_app.settings import declared
from inventory_app.ui.list_page import Beside, Exported, Filters, ListPage, LiveList, Source
from inventory_app.ui.list_page.beginnings import first_products
from inventory_app.ui.screens.stock.columns import CATEGORY, LOT, REORDER_POINT, stock_columns
from inventory_app.ui.stock_columns import FigureColumns
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.buttons import Button, chip, primary, quiet
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState
from inventory_app.ui.widgets.field import plain_combo

if TYPE_CHECKING:
    from inventory_app.ui.screen import Collaborators

_BESIDE = (Beside("locations"), Beside("moves"), Beside("purchase-orders"))
_PAUSE = 80  # ms between the last key in the filter and the question
_EXPIRES_IN = timedelta(days=30)


class StockPage(ListPage):
    """What stands where; `StockPresenter` fills what stands around the table."""

    def __init__(self, with_: Collaborators) -> None:
        self.transfer_button = Button(
            translate("Stock", "&Transfer…"),
            icon_name="transfer",
            tip=translate("Stock", "Move stock to another place ({keys})").format(keys=native_keys("Ctrl+T")),
        )
        self.adjust_button = primary(
            translate("Stock", "&Adjust…"),
            tip=translate("Stock", "Correct what is on hand, with a reason ({keys})").format(
                keys=native_keys("Ctrl+D")
            ),
        )
        super().__init__(translate("Stock", "Stock"), "", self.transfer_button, self.adjust_button)
        self.number_columns: FigureColumns[LevelRow] = FigureColumns()
        self._linked = ""  # a sku that another screen or a scan led to, until it is selected
        self._make_filters()
        self._make_detail()
        why = translate("Stock", "Stock appears here as soon as products have an opening stock, a receipt or a count.")
        source = Source(
            stock_columns(self.number_columns, with_.settings.get(declared.CURRENCY_SIGN)),
            lambda row: row.key,
            lambda: partial(stock_page, wanted=self.wanted()),
            frozenset({Topic.STOCK, Topic.PRODUCTS, Topic.LOCATIONS}),
            exported=Exported("stock", self.wanted, beside=_BESIDE),
        )
        listed = LiveList(
            with_, translate("Stock", "Stock levels"), source, detail=self.detail, filters=self.filters,
            nothing_yet=EmptyState("stock", translate("Stock", "Nothing is in stock yet"), why, first_products()),
        )  # fmt: skip
        listed.widen_with(CATEGORY)
        listed.ways_by_key(product="Ctrl+N")
        listed.remember("stock")
        self.show_list(listed)
        self.set_primary(self.adjust_button)
        self._add_shortcuts()

    def _make_filters(self) -> None:
        self.filter_edit = LineEdit(
            hint=translate("Stock", "Filter these rows"),
            width=168,
            icon_name="filter",
            name=translate("Stock", "Filter"),
        )
        self.location_combo = plain_combo(
            [(translate("Stock", "All locations"), None)], width=122, name=translate("Stock", "Location filter")
        )
        self.category_combo = plain_combo(
            [(translate("Stock", "All categories"), None)], width=128, name=translate("Stock", "Category filter")
        )
        self.low_chip = chip(
            translate("Stock", "Low stock"),
            "warning",
            tip=translate("Stock", "At or below the reorder point"),
            name=translate("Stock", "Low stock"),
        )
        self.expiring_chip = chip(
            translate("Stock", "Expiring"),
            tip=translate("Stock", "Expires within 30 days"),
            name=translate("Stock", "Expiring"),
        )
        self.expiring_chip.hide()
        self.new_location_button = quiet(
            "",
            "add",
            tip=translate("Stock", "New location… ({keys})").format(keys=native_keys("Ctrl+L")),
            name=translate("Stock", "New location"),
        )
        choices, chips = (self.location_combo, self.category_combo), (self.low_chip, self.expiring_chip)
        self.filters = Filters(self.filter_edit, choices, chips, (self.new_location_button,), pause=_PAUSE)

    def _make_detail(self) -> None:
        self.detail = DetailPanel(translate("Stock", "Open product"), translate("Stock", "No level selected"))
        self.figures = Figures(
            (
                translate("Stock", "On hand"),
                translate("Stock", "Reserved"),
                translate("Stock", "Available"),
                translate("Stock", "Incoming"),
                translate("Stock", "Projected"),
                translate("Stock", "Reorder point"),
            )
        )
        self.moves = TwoLineList(translate("Stock", "Moves"))
        self.detail.add(self.figures)
        self.detail.add(self.moves)

    def _add_shortcuts(self) -> None:
        for keys, button in (
            ("Ctrl+T", self.transfer_button),
            ("Ctrl+D", self.adjust_button),
            ("Ctrl+L", self.new_location_button),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)

    def wanted(self) -> LevelFilter:
        """What the filters ask for."""
        return LevelFilter(
            search=self.filter_edit.text().strip(),
            location=self.location_combo.currentData(),
            category=self.category_combo.currentData(),
            low_only=self.low_chip.isChecked(),
            expires_by=soon() if self.expiring_chip.isChecked() else None,
            archived=None,
        )

    def lead_to(self, sku: str) -> None:
        """Show the levels of this product, and select the first."""
        self.filters.clear()
        self._linked = sku
        self.filter_edit.setText(sku)
        self.select_linked()

    def select_linked(self) -> None:
        """Once, as soon as it is there: from then on the person moves about."""
        rows = self.listed.model.rows
        at = next((n for n, row in enumerate(rows) if row.sku == self._linked), None)
        if self._linked and at is not None and self.filter_edit.text().strip() == self._linked:
            self._linked = ""
            self.listed.table.selectRow(at)

    def show_lots(self, shown: bool) -> None:
        """Whether there are lots. In a narrow window their column takes the place of the reorder point, which is also
        told at the side; the name of the product stays readable."""
        columns = self.listed.table.columns
        columns.propose(LOT, shown=shown)
        columns.propose(REORDER_POINT, shown=not shown or self.listed.is_wide)
        self.listed.widen_with(CATEGORY, *((REORDER_POINT,) if shown else ()))

    def show_counts(self, low: int, expiring: int) -> None:
        """How many there are, in the chips."""
        words = translate("Stock", "Low stock  {count}").format(count=formats.number(low))
        self.low_chip.set_words(words if low else translate("Stock", "Low stock"))
        self.expiring_chip.set_words(
            translate("Stock", "Expiring  {expiring}").format(expiring=formats.number(expiring))
            if expiring
            else translate("Stock", "Expiring")
        )
        self.expiring_chip.setVisible(bool(expiring) or self.expiring_chip.isChecked())


def soon() -> date:
    """Until when a lot counts as expiring."""
    return (datetime.now().astimezone() + _EXPIRES_IN).date()
