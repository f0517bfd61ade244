"""The products page: the catalogue in a table, the current product at its side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from inventory_app.ui.list_page import ListPage
from inventory_app.ui.screens.products.columns import WIDE
from inventory_app.ui.theme import formats
from inventory_app.ui.widgets.buttons import Button, chip, primary, quiet
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.table import DataTable

if TYPE_CHECKING:
    from inventory_app.queries.products import ProductRow
    from inventory_app.ui.models.paged_table import PagedTableModel

FIGURES = ("On hand", "Reserved", "Available", "Incoming", "Price", "Cost")
EVERYTHING = "All categories"
_WAYS = (
    WayOut("imports", "imports", "Import a file", "CSV, from a shop system or your own list", "Ctrl+I"),
    WayOut("product", "add", "Add a product by hand", "Sku and name are enough to begin", "Ctrl+N"),
)


class ProductsPage(ListPage):
    """What stands where; `ProductsPresenter` fills it."""

    def __init__(self, model: PagedTableModel[ProductRow]) -> None:
        self.archive_button = quiet("A&rchive…", tip="Take the selected products out of the catalogue (Del)")
        self.edit_button = Button("&Edit…", tip="Enter")
        self.new_button = primary("&New product…", tip="Ctrl+N")
        super().__init__("Products", self.archive_button, self.edit_button, self.new_button)
        hint = "Sku, name or barcode"
        self.search_edit = LineEdit(hint=hint, width=220, icon_name="search", name="Search products")
        self.search_edit.setClearButtonEnabled(True)
        self.category_combo = plain_combo([(EVERYTHING, None)], width=136, name="Category filter")
        self.low_chip = chip("Low stock", "warning", tip="At or below the reorder point somewhere", name="Low stock")
        self.archived_chip = chip("Archived", tip="Products that are no longer wanted", name="Archived")
        self.columns_button = quiet("", "settings", tip="Columns…", name="Columns")
        self.detail = DetailPanel("Edit product")
        self.figures = Figures(FIGURES)
        self.places = TwoLineList("Places")
        self.moves = TwoLineList("Moves")
        for part in (self.figures, self.places, self.moves):
            self.detail.add(part)
        filters = (
            self.search_edit, self.category_combo, self.low_chip, self.archived_chip, None, self.columns_button,
        )  # fmt: skip
        why = "The catalogue begins with a file, or with the first product that is added by hand."
        nothing = EmptyState("products", "There are no products yet", why, _WAYS)
        self.build(DataTable(model, "Products"), filters, self.detail, nothing)
        self.widen_with(*WIDE)
        self.ways_by_key(imports="Ctrl+I")
        self.set_primary(self.new_button)
        self.columns_button.clicked.connect(self._show_columns)
        self._add_shortcuts()

    def _add_shortcuts(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_button.click)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search_edit.setFocus)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.archive_button.click)

    def _show_columns(self) -> None:
        menu = self.table.column_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

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

    def clear_filters(self) -> None:
        """Everything again."""
        self.search_edit.clear()
        self.category_combo.setCurrentIndex(0)
        for one in (self.low_chip, self.archived_chip):
            one.setChecked(False)

    def offer(self, categories: Sequence[str]) -> None:
        """New choices for the filter; the one in force stays when it still exists."""
        combo = self.category_combo
        if [combo.itemText(at) for at in range(combo.count())] == [EVERYTHING, *categories]:
            return
        chosen = combo.currentData()
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(EVERYTHING, None)
            for one in categories:
                combo.addItem(one, one)
            combo.setCurrentIndex(max(combo.findData(chosen), 0) if chosen is not None else 0)
        combo.view().setMinimumWidth(max(combo.view().sizeHintForColumn(0) + 24, combo.width()))
