"""The stock screen put together: page, presenter, and the dialogs that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.transfer_stock import TransferStock
from inventory_app.settings import declared
from inventory_app.ui.action_dialog import ActionDialog
from inventory_app.ui.models.paged_table import PagedTableModel
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.screens.stock.adjust import AdjustDialog
from inventory_app.ui.screens.stock.columns import Decimals, stock_columns
from inventory_app.ui.screens.stock.new_location import NewLocationDialog
from inventory_app.ui.screens.stock.page import StockPage
from inventory_app.ui.screens.stock.presenter import StockPresenter
from inventory_app.ui.screens.stock.transfer import TransferDialog
from inventory_app.ui.theme import icon

if TYPE_CHECKING:
    from inventory_app.queries.stock import LevelRow
    from inventory_app.ui.list_page import ScreenParts

D = TypeVar("D", bound=ActionDialog)


class StockScreen(StockPage):
    """`show_item` leads here: a sku, an `ActionRun` whose form is to come back, ("adjust",), ("transfer",) or
    ("location",) for an empty form."""

    def __init__(self, parts: ScreenParts) -> None:
        decimals = Decimals()
        currency = parts.settings.get(declared.CURRENCY_SIGN)
        model: PagedTableModel[LevelRow] = PagedTableModel(
            stock_columns(decimals, currency), lambda row: (row.product_id, row.location_id, row.lot_id)
        )
        super().__init__(model)
        model.setParent(self)
        self._parts = parts
        self._dialog: ActionDialog | None = None
        self.presenter = StockPresenter(self, model, decimals, parts, currency)
        self.remember(parts.settings, "stock")
        self.forget_lots()
        self.adjust_button.clicked.connect(self.adjust)
        self.transfer_button.clicked.connect(self.transfer)
        self.new_location_button.clicked.connect(self.new_location)
        self.table.opened.connect(self._open_product)
        self.table.menu_wanted.connect(self._menu)
        self.detail.opened.connect(self._open_current)
        self.nothing_yet.chosen.connect(self._way_out)

    # --------------------------------------------------------------------------------------------- dialogs

    def adjust(self) -> None:
        """Ctrl+D: the dialog begins with the current level."""
        dialog = self._opened(AdjustDialog(self._parts, self))
        row: LevelRow | None = self.table.current_row
        if row is not None:
            dialog.prefill(row.sku, row.location, row.lot, row.serial)
        else:
            dialog.picker.setFocus()

    def transfer(self) -> None:
        """Ctrl+T."""
        dialog = TransferDialog(self._parts, self)
        row: LevelRow | None = self.table.current_row
        if row is not None:
            dialog.prefill(row.sku, row.location)
        self._opened(dialog)

    def new_location(self) -> None:
        """Ctrl+L."""
        self._opened(NewLocationDialog(self._parts, self))

    def _opened(self, dialog: D) -> D:
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _closed(self) -> None:
        self._dialog = None

    @override
    def holds_typing(self) -> str:
        dialog = self._dialog
        return dialog.what() if dialog is not None and dialog.is_dirty() else ""

    # ------------------------------------------------------------------------------------- ways in and out

    def show_item(self, argument: object) -> None:
        """A sku shows its levels; a run that was refused gets its form back, as it was typed."""
        match argument:
            case str():
                self.clear_filters()
                self.filter_edit.setText(argument)
            case ActionRun():
                self._bring_back(argument)
            case ("adjust",):
                self.adjust()
            case ("transfer",):
                self.transfer()
            case ("location",):
                self.new_location()

    def _bring_back(self, run: ActionRun) -> None:
        match run.action:
            case AdjustStock():
                self._opened(AdjustDialog(self._parts, self)).take_over(run.action)
            case TransferStock():
                transfer = TransferDialog(self._parts, self)
                transfer.take_over(run.action)
                self._opened(transfer)
            case CreateLocation():
                self._opened(NewLocationDialog(self._parts, self)).take_over(run.action)

    def _open_current(self) -> None:
        if self.table.current_row is not None:
            self._open_product(self.table.current_row)

    def _open_product(self, row: LevelRow) -> None:
        self._parts.navigator.go("products", row.sku)

    def _way_out(self, key: str) -> None:
        if key == "imports":
            self._parts.navigator.go("imports", ("new",))
        elif key == "product":
            self._parts.navigator.go("products", ("new",))

    def _menu(self, row: LevelRow, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("stock-menu")
        menu.addAction(icon("stock"), "Adjust…").triggered.connect(self.adjust)
        menu.addAction(icon("transfer"), "Transfer…").triggered.connect(self.transfer)
        menu.addAction(icon("products"), "Open product").triggered.connect(lambda: self._open_product(row))
        menu.addSeparator()
        menu.addAction("Copy rows").triggered.connect(self.table.copy_rows)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def make(parts: ScreenParts) -> StockScreen:
    """The page of the stock screen."""
    return StockScreen(parts)
