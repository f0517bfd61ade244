"""The stock page: levels in a table, the current one at its side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence, QShortcut

from inventory_app.ui.list_page import ListPage
from inventory_app.ui.screens.stock.columns import LOT
from inventory_app.ui.theme import formats
from inventory_app.ui.widgets.buttons import Button, chip, primary, quiet
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.table import DataTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from inventory_app.queries.stock import LevelRow
    from inventory_app.ui.models.paged_table import PagedTableModel


FIGURES = ("On hand", "Reserved", "Available", "Incoming", "Projected", "Reorder point")
_WAYS = (
    WayOut("imports", "imports", "Import a file", "CSV, from a shop system or your own list", "Ctrl+I"),
    WayOut("product", "add", "Add a product by hand", "Sku and name are enough to begin", "Ctrl+N"),
)


class StockPage(ListPage):
    """What stands where; `StockPresenter` fills it."""

    def __init__(self, model: PagedTableModel[LevelRow]) -> None:
        self.transfer_button = Button("&Transfer…", icon_name="transfer", tip="Move stock to another place (Ctrl+T)")
        self.adjust_button = primary("&Adjust…", tip="Correct what is on hand, with a reason (Ctrl+D)")
        super().__init__("Stock", self.transfer_button, self.adjust_button)
        self.filter_edit = LineEdit(hint="Filter these rows", width=168, icon_name="filter", name="Filter")
        self.filter_edit.setClearButtonEnabled(True)
        self.location_combo = plain_combo([("All locations", None)], width=122, name="Location filter")
        self.category_combo = plain_combo([("All categories", None)], width=128, name="Category filter")
        self.low_chip = chip("Low stock", "warning", tip="At or below the reorder point", name="Low stock")
        self.expiring_chip = chip("Expiring", tip="Expires within 30 days", name="Expiring")
        self.expiring_chip.hide()
        self.new_location_button = quiet("", "add", tip="New location… (Ctrl+L)", name="New location")
        self.columns_button = quiet("", "settings", tip="Columns…", name="Columns")
        self.detail = DetailPanel("Open product")
        self.figures = Figures(FIGURES)
        self.moves = TwoLineList("Moves")
        self.detail.add(self.figures)
        self.detail.add(self.moves)
        filters = (
            self.filter_edit, self.location_combo, self.category_combo, self.low_chip, self.expiring_chip, None,
            self.new_location_button, self.columns_button,
        )  # fmt: skip
        why = "Stock appears here as soon as products have an opening stock, a receipt or a count."
        nothing = EmptyState("stock", "Nothing is in stock yet", why, _WAYS)
        self.build(DataTable(model, "Stock levels"), filters, self.detail, nothing)
        self.widen_with("category")
        self.ways_by_key(imports="Ctrl+I", product="Ctrl+N")
        self.set_primary(self.adjust_button)
        self.columns_button.clicked.connect(self._show_columns)
        self._add_shortcuts()

    def _add_shortcuts(self) -> None:
        for keys, button in (
            ("Ctrl+T", self.transfer_button),
            ("Ctrl+D", self.adjust_button),
            ("Ctrl+L", self.new_location_button),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.filter_edit.setFocus)

    def _show_columns(self) -> None:
        menu = self.table.column_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def show_lots(self) -> None:
        """There are lots. In a narrow window their column takes the place of the reorder point, which is also told
        at the side; the name of the product stays readable."""
        self.table.setColumnHidden(self.table.rows.column_at(LOT), False)
        if not self.is_wide:
            self.table.setColumnHidden(self.table.rows.column_at("reorder_point"), True)
        self.widen_with("category", "reorder_point")

    def forget_lots(self) -> None:
        """No lots are known of: what `show_lots` moved goes back, also what an earlier start has remembered of it."""
        self.table.setColumnHidden(self.table.rows.column_at(LOT), True)
        self.table.setColumnHidden(self.table.rows.column_at("reorder_point"), False)
        self.widen_with("category")

    def show_counts(self, low: int, expiring: int) -> None:
        """How many there are, in the chips."""
        self.low_chip.set_words(f"Low stock  {formats.number(low)}" if low else "Low stock")
        self.expiring_chip.set_words(f"Expiring  {formats.number(expiring)}" if expiring else "Expiring")
        self.expiring_chip.setVisible(bool(expiring) or self.expiring_chip.isChecked())

    def clear_filters(self) -> None:
        """Everything again."""
        self.filter_edit.clear()
        for combo in (self.location_combo, self.category_combo):
            combo.setCurrentIndex(0)
        for one in (self.low_chip, self.expiring_chip):
            one.setChecked(False)

    def offer(self, combo: QComboBox, everything: str, choices: Sequence[str]) -> None:
        """New choices for a filter; the one in force stays when it still exists."""
        wanted = [everything, *choices]
        if [combo.itemText(at) for at in range(combo.count())] == wanted:
            return
        chosen = combo.currentData()
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem(everything, None)
            for choice in choices:
                combo.addItem(choice, choice)
            combo.setCurrentIndex(max(combo.findData(chosen), 0) if chosen is not None else 0)
        combo.view().setMinimumWidth(max(combo.view().sizeHintForColumn(0) + 24, combo.width()))
