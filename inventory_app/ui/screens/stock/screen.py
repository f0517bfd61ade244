"""The stock screen put together: page, presenter, and the dialogs that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.transfer_stock import TransferStock
from inventory_app.ui.action_dialog import OpenDialog
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.screen import Scan, Taken
from inventory_app.ui.screens.stock.adjust import AdjustDialog
from inventory_app.ui.screens.stock.new_location import NewLocationDialog
from inventory_app.ui.screens.stock.page import StockPage
from inventory_app.ui.screens.stock.presenter import StockPresenter
from inventory_app.ui.screens.stock.transfer import TransferDialog
from inventory_app.ui.theme import icon
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from inventory_app.queries.stock import LevelRow
    from inventory_app.ui.screen import Collaborators


class StockScreen(StockPage):
    """`show_item` leads here: a sku, an `ActionRun` whose form is to come back, ("adjust",), ("transfer",) or
    ("location",) for an empty form."""

    def __init__(self, with_: Collaborators) -> None:
        super().__init__(with_)
        self._with = with_
        self._dialogs = OpenDialog(self)
        self.presenter = StockPresenter(self, with_)
        self.adjust_button.clicked.connect(self.adjust)
        self.transfer_button.clicked.connect(self.transfer)
        self.new_location_button.clicked.connect(self.new_location)
        self.listed.table.opened.connect(self._open_product)
        self.listed.table.menu_wanted.connect(self._menu)
        self.detail.opened.connect(self._open_current)
        self.listed.nothing_yet.chosen.connect(self._way_out)

    # --------------------------------------------------------------------------------------------- dialogs

    def adjust(self) -> None:
        """Ctrl+D: the dialog begins with the current level."""
        dialog = self._dialogs.show(AdjustDialog(self._with, self))
        row: LevelRow | None = self.listed.current
        if row is not None:
            dialog.prefill(row.sku, row.location, row.lot, row.serial)
        else:
            dialog.picker.setFocus()

    def transfer(self) -> None:
        """Ctrl+T."""
        dialog = TransferDialog(self._with, self)
        row: LevelRow | None = self.listed.current
        if row is not None:
            dialog.prefill(row.sku, row.location)
        self._dialogs.show(dialog)

    def new_location(self) -> None:
        """Ctrl+L."""
        self._dialogs.show(NewLocationDialog(self._with, self))

    @override
    def holds_typing(self) -> str:
        return self._dialogs.holds_typing()

    # ------------------------------------------------------------------------------------- ways in and out

    def show_item(self, argument: object) -> None:
        """A sku shows its levels; a run that was refused gets its form back, as it was typed."""
        match argument:
            case str():
                self.lead_to(argument)
            case ActionRun():
                self._bring_back(argument)
            case ("adjust",):
                self.adjust()
            case ("transfer",):
                self.transfer()
            case ("location",):
                self.new_location()

    def take_scan(self, scan: Scan) -> Taken | None:
        """The product's levels, the first of them selected."""
        if scan.found is None:
            return None
        product = scan.found.product
        self.lead_to(product.sku)
        return Taken(f"{product.sku} {product.name}")

    def _bring_back(self, run: ActionRun) -> None:
        match run.action:
            case AdjustStock():
                self._dialogs.show(AdjustDialog(self._with, self)).take_over(run.action)
            case TransferStock():
                transfer = TransferDialog(self._with, self)
                transfer.take_over(run.action)
                self._dialogs.show(transfer)
            case CreateLocation():
                self._dialogs.show(NewLocationDialog(self._with, self)).take_over(run.action)

    def _open_current(self) -> None:
        if self.listed.current is not None:
            self._open_product(self.listed.current)

    def _open_product(self, row: LevelRow) -> None:
        self._with.navigator.go("products", row.sku)

    def _way_out(self, key: str) -> None:
        if key == "imports":
            self._with.navigator.go("imports", ("new",))
        elif key == "product":
            self._with.navigator.go("products", ("new",))

    def _menu(self, row: LevelRow, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("stock-menu")
        menu.addAction(icon("stock"), translate("Stock", "Adjust…")).triggered.connect(self.adjust)
        menu.addAction(icon("transfer"), translate("Stock", "Transfer…")).triggered.connect(self.transfer)
        menu.addAction(icon("products"), translate("Stock", "Open product")).triggered.connect(
            lambda: self._open_product(row)
        )
        menu.addSeparator()
        menu.addAction(translate("Stock", "Copy rows")).triggered.connect(self.listed.table.copy_rows)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def make(with_: Collaborators) -> StockScreen:
    """The page of the stock screen."""
    return StockScreen(with_)
