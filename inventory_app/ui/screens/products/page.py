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
from inventory_app.ui.list_page import Filters, ListPage, LiveList, Source
from inventory_app.ui.screens.products.columns import WIDE, product_columns
from inventory_app.ui.stock_columns import FigureColumns
from inventory_app.ui.theme import formats
from inventory_app.ui.widgets.buttons import Button, chip, primary, quiet
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.field import plain_combo

if TYPE_CHECKING:
    from inventory_app.ui.screen import Collaborators

FIGURES = ("On hand", "Reserved", "Available", "Incoming", "Price", "Cost")
_PAUSE = 30  # ms between the last key and the question: fast fingers ask once
_WAYS = (
    WayOut("imports", "imports", "Import a file", "CSV, from a shop system or your own list", "Ctrl+I"),
    WayOut("product", "add", "Add a product by hand", "Sku and name are enough to begin", "Ctrl+N"),
)


class ProductsPage(ListPage):
    """What stands where; `ProductsPresenter` fills what stands around the table."""

    def __init__(self, with_: Collaborators) -> None:
        self.archive_button = quiet("A&rchive…", tip="Take the selected products out of the catalogue (Del)")
        self.edit_button = Button("&Edit…", tip="Enter")
        self.new_button = primary("&New product…", tip="Ctrl+N")
        super().__init__("Products", "", self.archive_button, self.edit_button, self.new_button)
        self.linked = ""  # a sku that another screen led to: it is shown whether archived or not
        self.number_columns: FigureColumns[ProductRow] = FigureColumns()
        self._make_filters()
        self._make_detail()
        why = "The catalogue begins with a file, or with the first product that is added by hand."
        source = Source(
            product_columns(self.number_columns, with_.settings.get(declared.CURRENCY_SIGN)),
            lambda row: row.id,
            lambda: partial(product_page, wanted=self.wanted()),
            frozenset({Topic.PRODUCTS, Topic.STOCK}),
        )
        listed = LiveList(
            with_, "Products", source, detail=self.detail, filters=self.filters,
            nothing_yet=EmptyState("products", "There are no products yet", why, _WAYS),
        )  # fmt: skip
        listed.widen_with(*WIDE)
        listed.ways_by_key(imports="Ctrl+I")
        listed.remember("products")
        self.show_list(listed)
        self.set_primary(self.new_button)
        self._add_shortcuts()

    def _make_filters(self) -> None:
        hint = "Sku, name or barcode"
        self.search_edit = LineEdit(hint=hint, width=220, icon_name="search", name="Search products")
        self.category_combo = plain_combo([("All categories", None)], width=136, name="Category filter")
        self.low_chip = chip("Low stock", "warning", tip="At or below the reorder point somewhere", name="Low stock")
        self.archived_chip = chip("Archived", tip="Products that are no longer wanted", name="Archived")
        chips = (self.low_chip, self.archived_chip)
        self.filters = Filters(self.search_edit, (self.category_combo,), chips, pause=_PAUSE)

    def _make_detail(self) -> None:
        self.detail = DetailPanel("Edit product", "No product selected")
        self.figures = Figures(FIGURES)
        self.places = TwoLineList("Places")
        self.moves = TwoLineList("Moves")
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

    def show_low(self, low: int) -> None:
        """How many are low, in the chip."""
        self.low_chip.set_words(f"Low stock  {formats.number(low)}" if low else "Low stock")

    def show_selected(self, rows: Sequence[ProductRow]) -> None:
        """What the buttons of the head would act on."""
        archived = bool(rows) and all(row.archived for row in rows)
        self.archive_button.set_words("Make a&ctive again" if archived else "A&rchive…")
        for button in (self.archive_button, self.edit_button):
            button.setEnabled(bool(rows))
        self.archive_button.setToolTip("Del" if rows else "Select a product first")
        self.edit_button.setToolTip("Enter" if rows else "Select a product first")
