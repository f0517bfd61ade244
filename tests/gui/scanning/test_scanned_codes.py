"""What becomes of a scanned code, in the window with its real screens: keys go in as the system sends them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.database import Database
from inventory_app.settings import declared
from inventory_app.ui import theme
from inventory_app.ui.main_window import MainWindow
from inventory_app.ui.scanning import ScanPresenter
from inventory_app.ui.screen import Collaborators, ScreenDeclaration
from inventory_app.ui.screens import products, sales, stock
from inventory_app.ui.screens.products.dialogs import NewProductDialog
from inventory_app.ui.screens.sales.lines_dialog import LinesDialog
from inventory_app.ui.screens.sales.page import SalesPage
from inventory_app.ui.screens.stock.adjust import AdjustDialog
from inventory_app.ui.screens.stock.transfer import TransferDialog
from inventory_app.ui.widgets.page import Page
from inventory_app.ui.widgets.toast import Toast
from tests.support.scanning import PATIENT, scan, strike
from tests.support.shop import Shop
from tests.support.waiting import until
from tests.support.window import make_collaborators, make_window

D = TypeVar("D", bound=QDialog)
MUG, PACK, TRAY, NOBODY = "4006381333931", "14006381333938", "TRAY-1", "5012345678900"


@dataclass
class Counter:
    """The window of a shop with a scanner."""

    with_: Collaborators
    window: MainWindow
    scanner: ScanPresenter
    shop: Shop

    @property
    def toast(self) -> str:
        toast = self.window.toast
        return toast.accessibleDescription() if toast.isVisible() else ""

    @property
    def sign(self) -> str:
        return cast(QLabel, self.window.findChild(QLabel, "scanner")).accessibleName()

    async def dialog(self, kind: type[D]) -> D:
        def there() -> D | None:
            front = QApplication.activeModalWidget()
            return front if isinstance(front, kind) and front.isActiveWindow() else None

        found = await until(there, what=kind.__name__)
        assert found is not None
        return found


@asynccontextmanager
async def at_the_counter(database: Database, home: Path) -> AsyncIterator[Counter]:
    with_ = make_collaborators(home)
    with_.actions.use(database)
    with_.queries.use(database)
    makers = {"products": products.make, "stock": stock.make, "sales": sales.make}
    screens = [ScreenDeclaration(key, key, key, partial(make, with_)) for key, make in makers.items()]
    screens.append(ScreenDeclaration("settings", "settings", "settings", partial(Page, "Settings")))
    window = make_window(screens, with_)
    with_.settings.set(declared.SCANNER_GAP_MS, PATIENT)
    scanner = ScanPresenter(window, with_)
    window.show_screen("settings")
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    try:
        yield Counter(with_, window, scanner, Shop(database))
    finally:
        await scanner.stop()
        await with_.actions.drain(cancel=True)
        await window.shut_down()
        with_.queries.use(None)  # the timers of its pages may ask again until they are gone
        window.deleteLater()
        await until(lambda: not isValid(window))


@pytest.fixture
async def counter(sqlite_database: Database, tmp_path: Path, qapp: QApplication) -> AsyncIterator[Counter]:
    theme.apply(qapp, dark=False)
    shop = Shop(sqlite_database)
    await shop.product("00417", "45", name="Blue enamel mug", barcodes=(MUG,), price=Decimal("4.90"))
    await shop.product("00418", "9", name="Red enamel mug")
    await shop.product("01022", "14", name="Oak tray", barcodes=(TRAY,), price=Decimal(24))
    await shop.product("09999", name="Old thing", barcodes=("OLD-1",))
    await shop.pack("00417", PACK, "6")
    await shop.done(ArchiveProducts(skus=("09999",)))
    async with at_the_counter(sqlite_database, tmp_path) as made:
        yield made


def lines(page: SalesPage) -> list[tuple[str, Decimal | None]]:
    return [(line.sku, line.quantity) for line in page._writing.draft.lines]


async def write_order(counter: Counter) -> SalesPage:
    counter.window.go("sales", "new")
    page = counter.window.page("sales")
    assert isinstance(page, SalesPage)
    await until(page._form.location.count, what="the places")
    return page


# ------------------------------------------------------------------------------------------------- orders


async def test_each_scan_is_one_more_and_a_pack_is_all_of_it(counter: Counter) -> None:
    page = await write_order(counter)
    page._form.reference.setFocus()
    for code in (MUG, TRAY, MUG, PACK):
        scan(counter.window, code)
    await until(lambda: lines(page) == [("00417", Decimal(8)), ("01022", Decimal(1))])
    assert page._form.reference.text() == ""
    assert page._form.reference.hasFocus()
    assert counter.toast == ""
    assert counter.sign == PACK
    assert not counter.with_.actions.runs  # no Enter placed the order


async def test_what_is_typed_in_a_cell_stays(counter: Counter) -> None:
    page = await write_order(counter)
    scan(counter.window, MUG)
    await until(lambda: lines(page) == [("00417", Decimal(1))])
    page._form.lines.edit_quantity("00417")
    strike(counter.window, "3")
    editor = await until(lambda: page._form.lines.findChild(QLineEdit, "cell-editor"))
    assert isinstance(editor, QLineEdit)
    await until(lambda: editor.text() == "3")
    scan(counter.window, TRAY)
    await until(lambda: lines(page) == [("00417", Decimal(3)), ("01022", Decimal(1))])
    scan(counter.window, MUG)
    await until(lambda: lines(page) == [("00417", Decimal(4)), ("01022", Decimal(1))])


async def test_what_an_order_cannot_take_is_told(counter: Counter) -> None:
    page = await write_order(counter)
    scan(counter.window, "OLD-1")
    await until(lambda: "archived" in counter.toast)
    scan(counter.window, NOBODY)
    await until(lambda: counter.toast == f"No product has the code {NOBODY}.")
    assert lines(page) == []


async def test_a_pack_typed_by_hand_counts_too(counter: Counter) -> None:
    page = await write_order(counter)
    page._form.add_line.setText(PACK)
    page._form.add_line.entered.emit(PACK)
    await until(lambda: lines(page) == [("00417", Decimal(6))])


async def test_goods_are_taken_back_by_scanning(counter: Counter) -> None:
    order = PlaceOrder(location="MAIN", lines=(OrderLine("00417", Decimal(7)),), ship=True)
    await counter.shop.done(order)
    page = counter.window.page("sales")
    assert isinstance(page, SalesPage)
    counter.window.show_screen("sales")
    page._work.take_back("SO-000001")
    dialog = await counter.dialog(LinesDialog)
    scan(dialog, MUG)
    await until(lambda: dialog.picked == (("00417", Decimal(1)),))
    scan(dialog, PACK)
    await until(lambda: dialog.picked == (("00417", Decimal(7)),))
    scan(dialog, MUG)
    await until(lambda: "not more than 7" in counter.toast)
    scan(dialog, TRAY)
    await until(lambda: "01022 Oak tray is no line of this" in counter.toast)
    assert dialog.isVisible()
    dialog.reject()


# -------------------------------------------------------------------------------------------- products, stock


def selected(page: products.ProductsScreen | stock.StockScreen, sku: str) -> bool:
    row = page.listed.current
    return row is not None and row.sku == sku


def holds(page: stock.StockScreen, sku: str) -> bool:
    return [row.sku for row in page.listed.model.rows] == [sku]


def shows(counter: Counter, code: str) -> bool:
    return counter.sign == code


async def test_products_finds_and_selects(counter: Counter) -> None:
    counter.window.show_screen("products")
    page = counter.window.page("products")
    assert isinstance(page, products.ProductsScreen)
    page.search_edit.setFocus()
    for code, sku in ((MUG, "00417"), (TRAY, "01022"), ("OLD-1", "09999"), (MUG, "00417"), (MUG, "00417")):
        scan(counter.window, code)
        await until(partial(selected, page, sku))
        await until(partial(shows, counter, code))
    assert page.search_edit.text() == "00417"
    assert counter.toast == ""


async def test_stock_finds_and_selects(counter: Counter) -> None:
    await counter.shop.done(CreateLocation(code="SHOP"))
    counter.window.show_screen("stock")
    page = counter.window.page("stock")
    assert isinstance(page, stock.StockScreen)
    for code, sku in ((PACK, "00417"), (TRAY, "01022")):
        scan(counter.window, code)
        await until(partial(holds, page, sku))
        await until(partial(selected, page, sku))


async def shown_on_products(counter: Counter, sku: str) -> None:
    """The product is selected, and its details are there."""
    await until(lambda: counter.window.current_screen == "products")
    page = counter.window.page("products")
    assert isinstance(page, products.ProductsScreen)
    await until(partial(selected, page, sku))
    await until(lambda: page.listed.current is not None and page.presenter._shown == page.listed.current.id)


async def test_elsewhere_the_product_is_opened(counter: Counter) -> None:
    counter.window.show_screen("settings")
    scan(counter.window, TRAY)
    await shown_on_products(counter, "01022")


async def test_the_find_box_keeps_what_was_typed(counter: Counter) -> None:
    counter.window.show_screen("stock")
    box = counter.window.top.find_box
    box.setFocus()
    strike(counter.window, "mu")
    await until(lambda: box.text() == "mu")
    scan(counter.window, TRAY)
    await until(lambda: counter.sign == TRAY)
    assert box.text() == "mu"
    assert counter.window.current_screen == "stock"


async def test_an_unknown_code_becomes_a_product(counter: Counter) -> None:
    counter.window.show_screen("stock")
    scan(counter.window, NOBODY)
    await until(lambda: counter.toast == f"No product has the code {NOBODY}.")
    assert counter.window.toast.height() >= counter.window.toast._action.height() > 0
    counter.window.toast._action.click()
    dialog = await counter.dialog(NewProductDialog)
    assert dialog.fields.barcodes.toPlainText() == NOBODY
    dialog.fields.sku.setFocus()
    scan(dialog, "4006381333948")
    await until(lambda: dialog.fields.barcodes.toPlainText().splitlines() == [NOBODY, "4006381333948"])
    scan(dialog, NOBODY)
    scan(dialog, MUG)
    await until(lambda: dialog.fields.barcode_field.message == f"{MUG} belongs to 00417 Blue enamel mug.")
    assert dialog.fields.barcodes.toPlainText().splitlines() == [NOBODY, "4006381333948"]
    assert dialog.fields.sku.text() == ""
    dialog.fields.product_name.setFocus()
    strike(dialog, "Jug")
    await until(lambda: dialog.fields.product_name.text() == "Jug")
    dialog.done(0)


# ------------------------------------------------------------------------------------------------------ dialogs


async def test_a_transfer_takes_lines(counter: Counter) -> None:
    await counter.shop.done(CreateLocation(code="SHOP"))
    counter.window.show_screen("stock")
    page = counter.window.page("stock")
    assert isinstance(page, stock.StockScreen)
    page.transfer()
    dialog = await counter.dialog(TransferDialog)
    await until(dialog.source.count)
    dialog.source.setCurrentIndex(dialog.source.findText("MAIN", Qt.MatchFlag.MatchStartsWith))
    dialog.lines.set_rows(())
    for code in (MUG, MUG, PACK, TRAY):
        scan(dialog, code)
    wanted = [("00417", "8"), ("01022", "1")]
    await until(lambda: [(line.sku, line.typed) for line in dialog.lines.rows] == wanted)
    assert dialog.picker.text() == ""
    scan(dialog, NOBODY)
    await until(lambda: NOBODY in counter.toast)
    assert not counter.window.toast._action.isVisible()  # this form is not to be left
    dialog.done(0)


async def test_an_adjustment_takes_its_product(counter: Counter) -> None:
    counter.window.show_screen("stock")
    page = counter.window.page("stock")
    assert isinstance(page, stock.StockScreen)
    page.listed.table.setCurrentIndex(page.listed.table.rows.index(-1, -1))
    page.adjust()
    dialog = await counter.dialog(AdjustDialog)
    scan(dialog, MUG)
    await until(lambda: dialog.picker.product is not None and dialog.picker.product.sku == "00417")
    assert dialog.quantity.hasFocus()
    strike(dialog, "-3")
    await until(lambda: dialog.quantity.text() == "-3")
    scan(dialog, TRAY)
    await until(lambda: counter.toast == "Save the change of 00417 first")
    assert dialog.picker.product is not None
    assert dialog.picker.product.sku == "00417"
    dialog.done(0)


async def test_a_question_is_not_answered_by_a_scan(counter: Counter) -> None:
    page = await write_order(counter)
    scan(counter.window, MUG)
    await until(lambda: lines(page) == [("00417", Decimal(1))])
    page._ask_discard()
    dialog = await counter.dialog(QDialog)
    scan(dialog, TRAY)
    await until(lambda: counter.toast.endswith("does nothing with 01022 Oak tray."))
    assert dialog.isVisible()
    assert lines(page) == [("00417", Decimal(1))]
    dialog.reject()
    await until(lambda: QApplication.activeModalWidget() is None)


async def test_a_large_window_tells_by_itself(counter: Counter) -> None:
    other = QWidget(counter.window, Qt.WindowType.Window)
    other.setWindowTitle("Import products")
    other.resize(1100, 700)
    other.show()
    other.activateWindow()
    await until(other.isActiveWindow)
    for _ in range(2):
        scan(other, MUG)
        await until(lambda: [one.isVisible() for one in other.findChildren(Toast)] == [True])
    assert counter.toast == ""
    assert counter.window.current_screen == "settings"
    other.deleteLater()


# ------------------------------------------------------------------------------------------------------ the rest


async def test_a_database_that_does_not_answer(counter: Counter) -> None:
    database = counter.with_.queries.database
    counter.with_.queries.use(None)
    scan(counter.window, MUG)
    await until(lambda: counter.toast.startswith("It cannot be looked up: "))
    counter.with_.queries.use(database)
    scan(counter.window, MUG)
    await shown_on_products(counter, "00417")


async def test_a_form_that_is_closed_meanwhile_is_not_replaced_by_what_is_behind(counter: Counter) -> None:
    page = await write_order(counter)
    page._form.customer.setFocus()
    dialog = QDialog(counter.window)
    dialog.open()
    await until(dialog.isActiveWindow)
    scan(dialog, MUG)
    dialog.reject()
    await until(lambda: "form was closed" in counter.toast)
    assert lines(page) == []


async def test_the_sign_and_the_setting(counter: Counter) -> None:
    assert counter.sign == "Scanner ready"
    scan(counter.window, NOBODY)
    assert counter.sign == NOBODY
    await until(lambda: NOBODY in counter.toast)
    counter.scanner._shown.start(1)
    await until(lambda: counter.sign == "Scanner ready")
    counter.with_.settings.set(declared.SCANNER_ENABLED, False)
    counter.scanner.configure()
    label = counter.window.findChild(QLabel, "scanner")
    assert isinstance(label, QLabel)
    assert not label.isVisible()
