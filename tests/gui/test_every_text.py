"""In a language that nobody speaks: what is shown without its mark was forgotten, and what is cut needs more room."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget
from shiboken6 import isValid

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import Committed
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.ship_order import ShipOrder
from inventory_app.importing.mapping.columns import ColumnProposal
from inventory_app.importing.options import Missing, Mode
from inventory_app.importing.request import Counts, ImportOutcome
from inventory_app.importing.value_mapping import FileValue
from inventory_app.settings import declared
from inventory_app.ui.export_dialog import ExportDialog
from inventory_app.ui.import_dialog import ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.value_rows import ValueRow
from inventory_app.ui.theme import Size
from inventory_app.ui.widgets.details_dialog import DetailsDialog
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.gui.settings_support import Desk, at_desk
from tests.support.pseudo import PseudoTranslator, Said, cut, forgotten, said_in
from tests.support.waiting import until

PATIENCE = 60.0
ROW = ValueRow("category", FileValue("Wod", 2, False, ("Wood",)), Missing.CREATE, creatable=True)
# What is no text of the window. Data has a Z in front, so that it is known.
NO_TEXT = (
    r"\bZ\w+[^·]*",  # data, and what stands with it in what an action says
    r"(Place|Adjust|Create|Ship|Import|Added) [^⟦]*", r"SO-\d+[^⟦]*",  # actions' own words: they stay English
    r"This computer", r"(MAIN|CUSTOMER|FOUND|SALE|SHELF-A|pcs)\b",  # data of a new database
    r"Stockroom( \S+)?", r"\w*SQL\w*|sqlite|PySide6\S*|Qt|Python|Linux \S+|x86_64|aarch64|aiosqlite|asyncpg|alembic",
    r"polars|qasync|keyring|platformdirs|filelock|charset-normalizer|typing-extensions|greenlet|python-calamine\S*",
    r"/\S*", r"\S+\.(db|log|json|csv)\b", r"(utf|windows|iso|cp|UTF)[-\d]+\S*", "CSV",  # places, files, formats
    r"\d+(\.\d+)? (ms|s|min|h|bytes|KB|MB)\b", r"^(ms|s)$",  # units
    r"((Ctrl|Alt|Shift)\+)+\S+|Esc|Enter|Del\b|F\d|Tab",  # keys
    "English|Deutsch", "REPEATABLE READ|SERIALIZABLE", "TLS",
)  # fmt: skip


NOTHING = r"(?!)"
# Why a file is read as it is: the words of the reading process stay English, as the command line shows them; and forms.
FOUND = (
    r"(it gives|it holds|no dates|no field|no number|quotes inside|every character|“[^”]*” in line)[^·⟦]*"
    r"|[DMY]{2,4}[-./][-./DMY]+"
)
# How the numbers and the dates of a file are written: an example.
NUMBERS = r"1234,50|2026-11-24"


@pytest.fixture(autouse=True)
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = PseudoTranslator(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@asynccontextmanager
async def shop(home: Path, *, empty: bool = False) -> AsyncIterator[Desk]:
    """The whole program at its smallest, with something in every list."""
    async with at_desk(home) as desk:
        desk.settings.change({declared.ACTOR: "Zoe", declared.WORKSTATION: "ZTILL", declared.CURRENCY_SIGN: "€"})
        desk.session._show_person()
        desk.session.window.resize(*Size.WINDOW)
        await desk.opened()
        await until(lambda: desk.session.first_start.shown, what="the welcome")
        if not empty:
            for action in (
                CreateProduct(sku="Z1", name="Zmug", category="Zkitchen", price=Decimal("4.9")),
                CreateLocation(code="ZSHELF"),
                AdjustStock(sku="Z1", location="MAIN", quantity=Decimal(9), reason="FOUND"),
                PlaceOrder(location="MAIN", lines=(OrderLine("Z1", Decimal(2), Decimal("4.9")),), customer="Zara"),
                PlaceOrder(location="MAIN", lines=(OrderLine("Z1", Decimal(1), Decimal("4.9")),), customer="Zed"),
                ShipOrder(order="SO-000002", lines=()),
            ):
                outcome = await desk.do(action)
                assert isinstance(outcome, Committed), outcome
            desk.session.window.toast.hide()
        yield desk


def look_at(window: QWidget, *said: Said, data: str = NOTHING) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found = [*forgotten((*said_in(window), *said), (*NO_TEXT, data)), *(f"cut: {one}" for one in cut(window))]
    assert not found, "\n" + "\n".join(found)


def menu(made: QMenu) -> Iterator[Said]:
    yield from (Said("menu", action.text()) for action in made.actions())
    made.deleteLater()


async def dialog(opens: Callable[[], object], kind: type[QDialog] = QDialog) -> QDialog:
    """What this opens, once it is shown."""
    before = set(QApplication.topLevelWidgets())
    opens()

    def shown() -> QDialog | None:
        fresh = (one for one in QApplication.topLevelWidgets() if one not in before and isinstance(one, kind))
        return next((one for one in fresh if one.isVisible()), None)

    found = await until(shown, what="a dialog")
    assert found is not None
    return found


async def looked_at(desk: Desk, opens: Callable[[], object]) -> None:
    """A dialog: open it, look, close it."""
    found = await dialog(opens)
    await desk.at_rest()
    look_at(found)
    found.done(0)
    await until(lambda: not _open(found), what="a closed dialog")


def _open(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible()


# --- pages


@pytest.mark.parametrize("screen", ["products", "stock", "sales", "imports", "activity"])
async def test_pages(tmp_path: Path, screen: str) -> None:
    async with shop(tmp_path) as desk:
        window = desk.session.window
        window.go(screen)
        listed: Any = getattr(window.page(screen), "listed", None)
        if listed is not None and screen != "imports":
            await until(lambda: listed.model.rowCount() > 0, what="rows")
            listed.table.setFocus()
        await desk.at_rest()
        look_at(window, *menu(listed.table.columns.menu()))
        window.panel.set_open(True)
        look_at(window)


@pytest.mark.parametrize("section", ["general", "databases", "scanner", "saving", "shortcuts", "about"])
async def test_settings(tmp_path: Path, section: str) -> None:
    async with shop(tmp_path, empty=True) as desk:
        desk.session.window.go("settings", section)
        await desk.at_rest()
        look_at(desk.session.window)


async def test_the_welcome_and_pages_with_nothing_yet(tmp_path: Path) -> None:
    async with shop(tmp_path, empty=True) as desk:
        look_at(desk.session.window)
        for screen in ("products", "stock", "sales", "imports"):
            desk.session.window.go(screen)
            await desk.at_rest()
            look_at(desk.session.window)


async def test_an_order_that_is_written(tmp_path: Path) -> None:
    async with shop(tmp_path) as desk:
        desk.session.window.go("sales", "new")
        await desk.at_rest()
        look_at(desk.session.window)


# --- dialogs


async def current(desk: Desk, screen: str) -> Any:
    """The page of a screen with its first row chosen."""
    desk.session.window.go(screen)
    page: Any = desk.session.window.page(screen)
    await until(lambda: page.listed.current is not None, what="a row")
    await desk.at_rest()
    return page


async def test_forms_of_products_and_stock(tmp_path: Path) -> None:
    async with shop(tmp_path) as desk:
        products = await current(desk, "products")
        for opens in (products.new_product, products.edit_current, products.archive):
            await looked_at(desk, opens)
        stock = await current(desk, "stock")
        for opens in (stock.adjust, stock.transfer, stock.new_location):
            await looked_at(desk, opens)


@pytest.mark.parametrize("screen", ["products", "stock", "sales"])
async def test_exports(tmp_path: Path, screen: str) -> None:
    async with shop(tmp_path) as desk:
        page = await current(desk, screen)
        found: Any = await dialog(page.listed.filters.export_button.click, ExportDialog)
        for number in range(found.what.count()):
            found.what.setCurrentIndex(number)
            await desk.at_rest()
            look_at(found)
        found.done(0)
        await until(lambda: not _open(found), what="a closed dialog")


async def test_forms_of_orders_and_details(tmp_path: Path) -> None:
    async with shop(tmp_path) as desk:
        page = await current(desk, "sales")
        number = {row.status: row.number for row in page.listed.model.rows}
        await looked_at(desk, lambda: page._work.ship(number["placed"]))
        await looked_at(desk, lambda: page._work.take_back(number["shipped"]))
        panel = desk.session.window.panel
        row = panel.model.row(0)
        assert row is not None
        found = await dialog(lambda: panel.opened.emit(row), DetailsDialog)
        texts = [said for said in said_in(found) if not said.where.startswith("QPlainTextEdit")]
        assert not forgotten(texts, NO_TEXT)
        found.done(0)


async def test_the_import_window(tmp_path: Path) -> None:
    path = tmp_path / "Zmugs.csv"
    table = "SKU;Name;Price;Zcolumn;Category\nZ2;Zcup;4,90;a;Zpots\nZ3;Zbowl;often;b;ZKITCHEN\n"
    path.write_text(table, encoding="utf-8")
    async with shop(tmp_path) as desk:
        desk.session.window.go("imports")
        page: Any = desk.session.window.page("imports")
        page.new_import()
        window, _ = page._windows[-1]
        window.resize(*steps.SIZE)  # as on a real screen
        await until(window.isVisible, what="the window")
        look_at(window)
        window.open.path.setText(str(path))
        window.open.path.returnPressed.emit()
        await until(window.open.next.isEnabled, PATIENCE, what="the file to be looked at")
        look_at(window, data=f"^(SKU|Name|Price|Category)$|{FOUND}")  # the headers of the file
        await press(window.open.next, lambda: window.step == steps.MAP)
        look_at(window, data=NUMBERS)
        await press(window.map.rules.decide, window.values.check.isEnabled)
        window.values.take.click()
        look_at(window)
        await press(window.values.check, window.check.save.isVisible)
        window.check.reasons.setFocus()
        look_at(window)
        await press(window.check.save, lambda: window.step == steps.OUTCOME)
        look_at(window)


async def press(button: QPushButton, then: Callable[[], bool]) -> None:
    button.click()
    await until(then, PATIENCE, what="the next step")


# --- German


@pytest.mark.usefixtures("german")
async def test_letters_of_german_pages(tmp_path: Path) -> None:
    """Each underlined letter stands for one button of a page."""
    async with shop(tmp_path) as desk:
        window = desk.session.window
        sections = ("general", "databases", "scanner", "saving", "about")
        for screen, argument in (
            *((screen, None) for screen in ("products", "stock", "sales", "imports", "activity")),
            ("sales", "new"),
            *(("settings", section) for section in sections),
        ):
            window.go(screen, argument)
            await desk.at_rest()
            assert unique_mnemonics(window.page(screen)) == [], f"{screen} {argument or ''}"


@pytest.mark.usefixtures("german")
async def test_letters_of_german_dialogs(tmp_path: Path) -> None:
    async with shop(tmp_path) as desk:
        products, stock = await current(desk, "products"), await current(desk, "stock")
        sales = await current(desk, "sales")
        number = {row.status: row.number for row in sales.listed.model.rows}
        opening: list[Callable[[], object]] = [
            products.new_product, products.edit_current, products.archive,
            stock.adjust, stock.transfer, stock.new_location,
            lambda: sales._work.ship(number["placed"]), lambda: sales._work.take_back(number["shipped"]),
        ]  # fmt: skip
        for opens in opening:
            found = await dialog(opens)
            await desk.at_rest()
            assert unique_mnemonics(found) == [], found.windowTitle()
            found.done(0)
            await until(partial(_closed, found), what="a closed dialog")


@pytest.mark.usefixtures("german")
async def test_letters_of_the_german_import_window() -> None:
    window = ImportWindow()
    window.values.show_rows([ROW], 0, Missing.CREATE, undoable=True)
    window.map.proposals.show_proposals((ColumnProposal(0, "quantity@MAIN", ""),), ("Qty",))
    window.map.rules.show_decided(1, able=True)
    counts = Counts(records=2, accepted=1, rejected=1, rejected_by_reason={"unknown_supplier": 1})
    window.check.show_found("products", ImportOutcome("dry_run", "", UUID(int=0), counts=counts), Mode.SKIP)
    window.check.repairs.show_names("supplier")
    window.check.repairs.show_done({"price": ("currency_sign",)}, 1, waiting=True, decided=True)
    for step in (steps.OPEN, steps.MAP, steps.VALUES, steps.CHECK):
        window.show_step(step)
        assert unique_mnemonics(window) == [], step
    window.values.show_way_back(to_check=True)
    window.show_step(steps.VALUES)
    assert unique_mnemonics(window) == []
    window.deleteLater()


def _closed(widget: QWidget) -> bool:
    return not _open(widget)
