"""The products screen put together: page, presenter, and the dialogs that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Conflict
from inventory_app.queries.products import ProductDetail, ProductRow
from inventory_app.ui.action_dialog import OpenDialog
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import Choice, ask
from inventory_app.ui.runtime.query_runner import QueryFault
from inventory_app.ui.screen import Scan, Taken
from inventory_app.ui.screens.products.dialogs import EditProductDialog, NewProductDialog, read_detail
from inventory_app.ui.screens.products.page import ProductsPage
from inventory_app.ui.screens.products.presenter import ProductsPresenter
from inventory_app.ui.theme import OutcomeLook, formats, icon
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from inventory_app.ui.screen import Collaborators


class ProductsScreen(ProductsPage):
    """`show_item` leads here: a sku, ``("new",)`` for an empty form, ``("new", barcode)`` for one with a barcode, or an
    `ActionRun` whose form is to come back."""

    def __init__(self, with_: Collaborators) -> None:
        super().__init__(with_)
        self._with = with_
        self._dialogs = OpenDialog(self)
        self._background = Background(self)
        self.presenter = ProductsPresenter(self, with_)
        self.new_button.clicked.connect(self.new_product)
        self.edit_button.clicked.connect(self.edit_current)
        self.archive_button.clicked.connect(self.archive)
        self.listed.table.opened.connect(self._edit_row)
        self.listed.table.menu_wanted.connect(self._menu)
        self.detail.opened.connect(self.edit_current)
        self.listed.nothing_yet.chosen.connect(self._way_out)

    # --------------------------------------------------------------------------------------------- dialogs

    def new_product(self) -> None:
        """Ctrl+N."""
        self._dialogs.show(NewProductDialog(self._with, self))

    def edit_current(self) -> None:
        """Enter."""
        row: ProductRow | None = self.listed.current
        if row is not None:
            self._edit_row(row)

    def _edit_row(self, row: ProductRow) -> None:
        self._start_edit(row.sku, None)

    def _start_edit(self, sku: str, run: ActionRun | None) -> None:
        if not self._background.running and not self._dialogs.is_open:
            self._background.start(self._edit(sku, run), name=f"edit {sku}")

    async def _edit(self, sku: str, run: ActionRun | None) -> None:
        """The form shows the product as it is now; a run that was turned away brings its typing along."""
        detail = await read_detail(self._with, sku)
        if isinstance(detail, QueryFault):
            self.banner.show_message(
                OutcomeLook.FAILED, translate("Products", "{sku} cannot be opened now").format(sku=sku), detail.message
            )
            return
        if detail is None:
            self.banner.show_message(
                OutcomeLook.CONFLICT, translate("Products", "There is no product {sku} any more").format(sku=sku), ""
            )
            self.refresh()
            return
        self.banner.clear()
        self._open_edit(detail, run)

    def _open_edit(self, detail: ProductDetail, run: ActionRun | None) -> None:
        dialog = self._dialogs.show(EditProductDialog(self._with, detail, self))
        if run is not None and isinstance(run.action, EditProduct):
            dialog.take_over(run.action)
            if isinstance(run.outcome, Conflict):
                dialog.resolve(run.outcome)

    @override
    def holds_typing(self) -> str:
        return self._dialogs.holds_typing()

    # ------------------------------------------------------------------------------------------- archiving

    def archive(self) -> None:
        """Del: take the selected products out of the catalogue, or back into it."""
        rows: list[ProductRow] = self.listed.table.selected_rows
        if not rows or self._background.running or self._with.actions.database is None:
            return
        if all(row.archived for row in rows):
            for row in rows:
                back = EditProduct(sku=row.sku, changes={"archived": False}, expected={"archived": True})
                self._with.actions.start(back)
            return
        self._background.start(self._ask_to_archive([row for row in rows if not row.archived]), name="archive")

    async def _ask_to_archive(self, rows: Sequence[ProductRow]) -> None:
        count, stocked = len(rows), sum(1 for row in rows if row.on_hand)
        what = rows[0].sku
        if count > 1:
            what = translate("Products", "{count} product(s)", count=count).format(count=formats.number(count))
        words = translate(
            "Products", "{count} product(s) leave the lists; the history stays. Undo brings all back.", count=count
        ).format(count=formats.number(count))
        if stocked and count == 1:
            words += " " + translate("Products", "It still has stock, which stays where it is.")
        elif stocked:
            still = translate("Products", "{count} of them still have stock, which stays where it is.", count=stocked)
            words += " " + still.format(count=formats.number(stocked))
        choices = [
            Choice("archive", translate("Products", "&Archive {what}").format(what=what)),
            Choice("back", translate("Products", "&Back"), primary=True),
        ]
        chosen = await ask(
            self, translate("Products", "Archive {what}?").format(what=what), words, choices, look=OutcomeLook.REFUSED
        )
        if chosen == "archive" and self._with.actions.database is not None:
            self._with.actions.start(ArchiveProducts(skus=tuple(row.sku for row in rows)))

    # ------------------------------------------------------------------------------------- ways in and out

    def show_item(self, argument: object) -> None:
        """A sku shows that product; a run that was refused gets its form back, as it was typed."""
        match argument:
            case str():
                self.lead_to(argument)
            case ("new", str(code)):
                self._dialogs.show(NewProductDialog(self._with, self)).add_barcode(code)
            case ("new", *_rest):
                self.new_product()
            case ActionRun():
                self._bring_back(argument)

    def take_scan(self, scan: Scan) -> Taken | None:
        """That product, found and selected."""
        if scan.found is None:
            return None
        product = scan.found.product
        self.lead_to(product.sku)
        return Taken(f"{product.sku} {product.name}")

    def _bring_back(self, run: ActionRun) -> None:
        if isinstance(run.action, EditProduct):
            self._start_edit(run.action.sku, run)
        elif isinstance(run.action, CreateProduct):
            self._dialogs.show(NewProductDialog(self._with, self)).take_over(run.action)

    def _way_out(self, key: str) -> None:
        if key == "imports":
            self._with.navigator.go("imports", ("new",))
        elif key == "product":
            self.new_product()

    def _show_stock(self, row: ProductRow) -> None:
        self._with.navigator.go("stock", row.sku)

    def _menu(self, row: ProductRow, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("products-menu")
        menu.addAction(translate("Products", "Edit…")).triggered.connect(self.edit_current)
        menu.addAction(icon("stock"), translate("Products", "Show its stock")).triggered.connect(
            lambda: self._show_stock(row)
        )
        words = self.archive_button.text().replace("&", "")
        menu.addAction(words).triggered.connect(self.archive)
        menu.addSeparator()
        menu.addAction(translate("Products", "Copy rows")).triggered.connect(self.listed.table.copy_rows)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def make(with_: Collaborators) -> ProductsScreen:
    """The page of the products screen."""
    return ProductsScreen(with_)
