"""The products page: the catalogue in a table, the current product at its side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from inventory_app.actions.outcome import Topic
from inventory_app.queries.products import ProductFilter, ProductRow, product_page
from inventory_app.settings import declared
from inventory_app.ui.list_page import Beside, Exported, Filters, ListPage, LiveList, Source
from inventory_app.ui.list_page.beginnings import first_products
from inventory_app.ui.screens.products.columns import WIDE, product_columns
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

_BESIDE = (Beside("barcodes"), Beside("reorder-points"), Beside("suppliers"))
_PAUSE = 30  # ms between the last key and the question: fast fingers ask once


class ProductsPage(ListPage):
    """What stands where; `ProductsPresenter` fills what stands around the table."""

    def __init__(self, with_: Collaborators) -> None:
        self.archive_button = quiet(
            translate("Products", "A&rchive…"),
            tip=translate("Products", "Take the selected products out of the catalogue ({keys})").format(
                keys=native_keys("Del")
            ),
        )
        self.edit_button = Button(translate("Products", "&Edit…"), tip="Enter")
        self.new_button = primary(translate("Products", "&New product…"), tip="Ctrl+N")
        super().__init__(translate("Products", "Products"), "", self.archive_button, self.edit_button, self.new_button)
        self.linked = ""  # a sku that another screen led to: it is shown whether archived or not
        self.number_columns: FigureColumns[ProductRow] = FigureColumns()
        self._make_filters()
        self._make_detail()
        why = translate(
            "Products", "The catalogue begins with a file, or with the first product that is added by hand."
        )
        source = Source(
            product_columns(self.number_columns, with_.settings.get(declared.CURRENCY_SIGN)),
            lambda row: row.id,
            lambda: partial(product_page, wanted=self.wanted()),
            frozenset({Topic.PRODUCTS, Topic.STOCK}),
            exported=Exported("products", self.wanted, beside=_BESIDE),
        )
        listed = LiveList(
            with_, translate("Products", "Products"), source, detail=self.detail, filters=self.filters,
            nothing_yet=EmptyState(
                "products", translate("Products", "There are no products yet"), why, first_products()
            ),
        )  # fmt: skip
        listed.widen_with(*WIDE)
        listed.remember("products")
        self.show_list(listed)
        self.set_primary(self.new_button)
        self._add_shortcuts()

    def _make_filters(self) -> None:
        hint = translate("Products", "SKU, name or barcode")
        self.search_edit = LineEdit(
            hint=hint, width=220, icon_name="search", name=translate("Products", "Search products")
        )
        self.category_combo = plain_combo(
            [(translate("Products", "All categories"), None)], width=136, name=translate("Products", "Category filter")
        )
        self.low_chip = chip(
            translate("Products", "Low stock"),
            "warning",
            tip=translate("Products", "At or below the reorder point somewhere"),
            name=translate("Products", "Low stock"),
        )
        self.archived_chip = chip(
            translate("Products", "Archived"),
            tip=translate("Products", "Products that are no longer wanted"),
            name=translate("Products", "Archived"),
        )
        chips = (self.low_chip, self.archived_chip)
        self.filters = Filters(self.search_edit, (self.category_combo,), chips, pause=_PAUSE)

    def _make_detail(self) -> None:
        self.detail = DetailPanel(translate("Products", "Edit product"), translate("Products", "No product selected"))
        self.figures = Figures(
            (
                translate("Products", "On hand"),
                translate("Products", "Reserved"),
                translate("Products", "Available"),
                translate("Products", "Incoming"),
                translate("Products", "Price"),
                translate("Products", "Cost"),
            )
        )
        self.places = TwoLineList(translate("Products", "Places"))
        self.moves = TwoLineList(translate("Products", "Moves"))
        for part in (self.figures, self.places, self.moves):
            self.detail.add(part)

    def _add_shortcuts(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_button.click)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.listed.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.archive_button.click)

    def wanted(self) -> ProductFilter:
        """What the filters ask for."""
        search = self.search_edit.text().strip()
        archived: bool | None = self.archived_chip.isChecked()
        return ProductFilter(
            search=search,
            category=self.category_combo.currentData(),
            archived=None if self.linked and search == self.linked else archived,
            low_only=self.low_chip.isChecked(),
        )

    def lead_to(self, sku: str) -> None:
        """Show this product and nothing else."""
        self.filters.clear()
        self.linked = sku
        self.search_edit.setText(sku)
        self.select_linked()  # it may be in sight already

    def select_linked(self) -> None:
        """Go to the product that was led to, when it is there."""
        if self.linked and self.search_edit.text().strip() == self.linked:
            at = next((n for n, row in enumerate(self.listed.model.rows) if row.sku == self.linked), None)
            current = self.listed.current
            if at is not None and (current is None or current.sku != self.linked):
                self.listed.table.selectRow(at)

    def show_low(self, low: int) -> None:
        """How many are low, in the chip."""
        words = translate("Products", "Low stock  {count}").format(count=formats.number(low))
        self.low_chip.set_words(words if low else translate("Products", "Low stock"))

    def show_selected(self, rows: Sequence[ProductRow]) -> None:
        """What the buttons of the head would act on."""
        archived = bool(rows) and all(row.archived for row in rows)
        self.archive_button.set_words(
            translate("Products", "Make a&ctive again") if archived else translate("Products", "A&rchive…")
        )
        for button in (self.archive_button, self.edit_button):
            button.setEnabled(bool(rows))
        self.archive_button.setToolTip("Del" if rows else translate("Products", "Select a product first"))
        self.edit_button.setToolTip("Enter" if rows else translate("Products", "Select a product first"))
