"""Ways through the program, each with the pictures that are taken on it. Everything is done by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.support.ask_database import rows
from tests.support.outcome_tour import outcomes
from tests.support.patience import wait_for
from tests.support.postgres import PASSWORD
from tests.support.program import Program
from tests.support.shooting import Studio

_ORDER = (("00418", "24"), ("06012", "18"), ("08003", "5"))
# A product of which MAIN has a few, and SHOP some more.
_SCARCE = """
SELECT p.sku, (m.on_hand - m.reserved) / 1000000 FROM product p
JOIN stock_level m ON m.product_id = p.id JOIN location a ON a.id = m.location_id AND a.path = 'MAIN'
JOIN stock_level s ON s.product_id = p.id JOIN location b ON b.id = s.location_id AND b.path = 'SHOP'
WHERE m.lot_id = 0 AND s.lot_id = 0 AND m.on_hand - m.reserved BETWEEN 3000000 AND 20000000
AND s.on_hand - s.reserved >= 4000000 AND m.on_hand % 1000000 = 0 AND p.sku > '01000' ORDER BY p.sku LIMIT 1
"""
_LINES = 6_000  # of the file that is imported for the pictures
_MANY = 250_000  # of the one whose import is seen running


def first_start(studio: Studio) -> None:
    """Nothing is there yet."""
    studio.prepare()
    with studio.program() as program:
        program.until_shows("Nothing is kept here yet")
        studio.shoot(program, "first-start")
        program.go("ctrl+2", "Stock")
        program.until_shows("Nothing is in stock yet")
        studio.shoot(program, "stock-empty")


def _with_demo(studio: Studio) -> None:
    studio.prepare()
    studio.file.parent.mkdir(parents=True, exist_ok=True)
    studio.command("demo")


def daily_work(studio: Studio) -> None:
    """Products, stock, an adjustment, sales, an order that is refused, the log of all actions."""
    _with_demo(studio)
    with studio.program() as program:
        program.go("ctrl+1", "Products")
        program.until_row("table-products", "00417")
        studio.shoot(program, "products")
        program.press("ctrl+n")
        program.until_window("New product")
        studio.shoot(program, "new-product")
        program.press("Escape")
        program.until_window("Products – Stockroom")
        conflict(studio, program)
        program.go("ctrl+2", "Stock")
        program.until_row("table-stock-levels", "00418", "MAIN")
        studio.shoot(program, "stock")
        adjust(studio, program)
        program.go("ctrl+3", "Sales")
        program.until_rows("table-orders")
        studio.shoot(program, "sales")
        order(studio, program)
        program.go("ctrl+5", "Activity")
        program.until_rows("table-actions")
        studio.shoot(program, "activity")
        find(studio, program)


def find(studio: Studio, program: Program) -> None:
    """Ctrl+K finds products, orders and screens."""
    program.press("ctrl+k")
    program.until_focus("Find")
    program.type("enamel")
    studio.shoot(program, "find")
    program.press("Escape")


def adjust(studio: Studio, program: Program) -> None:
    """More is taken than there is: said at the field while one types."""
    program.press("ctrl+d")
    program.until_window("Adjust stock")
    program.until_focus("Change")
    program.type("-2000")
    program.press("Tab")
    program.until_shows("can leave")
    studio.shoot(program, "adjust")
    program.press("Escape")
    program.until_window("Leave the form?")
    studio.shoot(program, "leave-form")
    program.press("alt+d")
    program.until_window("Stock – Stockroom")


def conflict(studio: Studio, program: Program) -> None:
    """A colleague saves the same product while its form is open here."""
    program.press("ctrl+Home", "Return")
    program.until_shows("00417")
    program.until_focus("Name")
    program.press("alt+p", "ctrl+a")
    program.until_focus("Price")
    program.type("5.20")
    studio.apply({"action": "edit_product", "sku": "00417", "set": {"price": "4.75", "supplier": "Emailwerk Ost"}})
    program.press("ctrl+Return")
    program.until_shows("Jonas Weber")
    studio.shoot(program, "conflict")
    program.press("Escape")
    program.until_window("Edit product 00417")
    program.press("Escape")
    program.until_window("Leave the form?")
    program.press("alt+d")
    program.until_window("Products – Stockroom")


def order(studio: Studio, program: Program) -> None:
    """One line asks for more than is there: the remedies stand below it."""
    program.press("ctrl+n")
    program.until_focus(key="add-line")
    scarce, available = rows(f"sqlite+aiosqlite:///{studio.file}", _SCARCE)[0]
    for sku, quantity in (_ORDER[0], (scarce, str(available + 4)), *_ORDER[1:]):
        program.type(sku)
        program.press("Return")
        program.until_row("table-order-lines", sku)
        program.press("shift+Tab")
        program.until_focus("Order lines")
        program.type(quantity)
        program.press("Return")
        program.until_row("table-order-lines", sku, quantity)
        program.press("Tab")
        program.until_focus(key="add-line")
    program.press("alt+c")
    program.until_focus("Customer")
    program.type("Bistro Morgenrot")
    program.press("alt+r")
    program.until_focus("Reference")
    program.type("PO 7731")
    program.press("ctrl+Return")
    program.until_shows("The order was not placed")
    studio.shoot(program, "order")


def importing(studio: Studio) -> None:
    """A file with its flaws, from opening it to taking it back."""
    _with_demo(studio)
    small, big = studio.home / "products_autumn.csv", studio.home / "whole_catalogue.csv"
    small.write_text(_catalogue(_LINES), encoding="utf-8")
    big.write_text(_catalogue(_MANY, first="9"), encoding="utf-8")
    with studio.program() as program:
        program.go("ctrl+4", "Imports")
        program.until_rows("table-imports")
        studio.shoot(program, "imports")
        _open(program, small)
        studio.shoot(program, "import-1-open")
        program.press("ctrl+Return")
        program.until_shows("Check all records")
        studio.shoot(program, "import-2-map")
        program.press("ctrl+Return")
        program.until_focus(key="save")
        studio.shoot(program, "import-3-check")
        program.press("ctrl+Return")
        program.until_shows("Take this import back")
        studio.shoot(program, "import-5-outcome")
        program.press("ctrl+Return")
        program.until_window("Products – Stockroom")
        program.go("ctrl+4", "Imports")
        _open(program, big)
        program.press("ctrl+Return")
        program.until_shows("Check all records")
        program.press("ctrl+Return")
        program.until_focus(key="save")
        program.press("ctrl+Return")
        program.until_shows("Step 4 of 5")
        wait_for(lambda: program.find(role="progress bar"), what="progress", also=program.screen_words)
        studio.snap(program, "import-4-running")


def _open(program: Program, file: object) -> None:
    program.press("ctrl+i")
    program.until_focus("File")
    program.type(str(file))
    program.press("Return")
    program.until_focus("Map the columns")


def _catalogue(lines: int, first: str = "7") -> str:
    """A supplier's list as such lists are: most of it in order."""
    things = ("Stoneware bowl", "Linen apron", "Beech rolling pin", "Glass jar", "Enamel pot", "Cork coaster")
    looks = ("sand", "indigo", "moss", "natural", "white", "terracotta", "slate")
    rows = ["Artikelnummer;Bezeichnung;EAN;VK brutto;EK netto;Warengruppe;Lieferant;Bestand"]
    for number in range(1, lines + 1):
        sku = f"{first}{number:05d}"
        name = f"{things[number % len(things)]}, {looks[number % len(looks)]}, no. {number}"
        price = f"{number % 40 + 3},{number % 10}0"
        if number % 131 == 0:
            price = ("auf Anfrage", "12,5O", "4.90 EUR", "n/a")[number // 131 % 4]
        if number % 977 == 0:
            name = ""
        if number % 613 == 0:
            sku = f"{first}{number - 1:05d}"
        barcode = "4,00640E+12" if number % 811 == 0 else ""
        rows.append(f"{sku};{name};{barcode};{price};{number % 20 + 1},35;Kitchen/Autumn;Emailwerk Nord;{number % 30}")
    return "\n".join(rows) + "\n"


def settings(studio: Studio) -> None:
    """Profiles of databases with the test of a connection, and the options."""
    url = studio.database_on_server()
    studio.command("demo", url=url)
    studio.prepare({
        "shop": studio.profile("Shop", studio.server.port),
        "nord": studio.profile("Warehouse Nord", 1, tls="disable"),
    })  # fmt: skip
    studio.file.parent.mkdir(parents=True, exist_ok=True)
    studio.command("demo")
    with studio.program() as program:
        program.until_row("table-products", "00417")
        program.go("ctrl+comma", "Settings")
        studio.shoot(program, "settings-general")
        program.press("Down")
        program.until_shows("Profiles")
        program.press("Tab", "Tab")
        program.until_focus("Profiles")
        program.press("End", "alt+t")
        program.until_shows("0 passed")
        studio.shoot(program, "settings-databases-not-reachable")
        program.press("Up")
        program.press("alt+p")
        program.until_focus(key="password")
        program.type(PASSWORD)
        program.press("alt+t")
        program.until_shows("7 passed")
        studio.shoot(program, "settings-databases")
        program.press("alt+m")
        program.until_shows("Root certificate")
        studio.shoot(program, "settings-databases-more")


def wide(studio: Studio) -> None:
    """Stock on a wide screen: more columns, not more air."""
    _with_demo(studio)
    with studio.program(size=(1920, 1080)) as program:
        program.go("ctrl+2", "Stock")
        program.until_row("table-stock-levels", "00418", "MAIN")
        studio.shoot(program, "stock-1920")


def large(studio: Studio) -> None:
    """Stock at 150 %."""
    _with_demo(studio)
    with studio.program(size=(1920, 1200), scale=1.5) as program:
        program.go("ctrl+2", "Stock")
        program.until_row("table-stock-levels", "00418", "MAIN")
        studio.shoot(program, "stock-150")


TOURS: Mapping[str, Callable[[Studio], None]] = {
    "first": first_start,
    "work": daily_work,
    "import": importing,
    "settings": settings,
    "outcomes": outcomes,
    "wide": wide,
    "large": large,
}
