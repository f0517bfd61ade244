"""Ways through the program, each with the pictures that are taken on it. Everything is done by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.support.ask_database import rows
from tests.support.import_tour import importing, shop_export
from tests.support.outcome_tour import outcomes
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


def first_start(studio: Studio) -> None:
    """Nothing is there yet."""
    studio.prepare()
    with studio.program() as program:
        program.until_key("page-welcome")
        studio.shoot(program, "first-start")
        program.go_to("ctrl+2", "stock")
        program.until_key("empty-state")
        studio.shoot(program, "stock-empty")


def daily_work(studio: Studio) -> None:
    """Products, stock, an adjustment, sales, an order that is refused, the log of all actions."""
    studio.with_demo()
    with studio.program() as program:
        program.go_to("ctrl+1", "products")
        program.until_row("table-products", "00417")
        studio.shoot(program, "products")
        program.press("ctrl+n")
        program.until_front("dialog-new-product")
        studio.shoot(program, "new-product")
        program.press("Escape")
        program.until_front("main-window")
        conflict(studio, program)
        program.go_to("ctrl+2", "stock")
        program.until_row("table-stock-levels", "00418", "MAIN")
        studio.shoot(program, "stock")
        adjust(studio, program)
        program.go_to("ctrl+3", "sales")
        program.until_rows("table-orders")
        studio.shoot(program, "sales")
        order(studio, program)
        program.go_to("ctrl+5", "activity")
        program.until_rows("table-actions")
        studio.shoot(program, "activity")
        find(studio, program)


def find(studio: Studio, program: Program) -> None:
    """Ctrl+K finds products, orders and screens."""
    program.press("ctrl+k")
    program.until_focus(key="find")
    program.type("enamel")
    studio.shoot(program, "find")
    program.press("Escape")


def adjust(studio: Studio, program: Program) -> None:
    """More is taken than there is: said at the field while one types."""
    program.press("ctrl+d")
    program.until_front("dialog-adjust-stock")
    program.until_focus(key="change")
    program.type("-2000")
    program.press("Tab")
    studio.shoot(program, "adjust")
    program.press("Escape")
    program.until_key("choice-leave")
    studio.shoot(program, "leave-form")
    program.click_off("choice-leave")
    program.until_front("main-window")


def conflict(studio: Studio, program: Program) -> None:
    """A colleague saves the same product while its form is open here."""
    program.press("ctrl+Home", "Return")
    program.until_focus(key="name")
    program.click_off("price")
    program.until_focus(key="price")
    program.press("ctrl+a")
    program.type("5.20")
    studio.apply({"action": "edit_product", "sku": "00417", "set": {"price": "4.75", "supplier": "Emailwerk Ost"}})
    program.press("ctrl+Return")
    program.until_shows("Jonas Weber")
    studio.shoot(program, "conflict")
    program.press("Escape")
    program.until_focus()
    program.press("Escape")
    program.click_off("choice-leave")
    program.until_front("main-window")


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
        program.until_focus(key="table-order-lines")
        program.type(quantity)
        program.press("Return")
        program.until_row("table-order-lines", sku, quantity)
        program.press("Tab")
        program.until_focus(key="add-line")
    program.click_off("customer")
    program.until_focus(key="customer")
    program.type("Bistro Morgenrot")
    program.click_off("reference")
    program.until_focus(key="reference")
    program.type("PO 7731")
    program.press("ctrl+Return")
    program.until_key("banner")
    studio.shoot(program, "order")


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
        program.go_to("ctrl+comma", "settings")
        studio.shoot(program, "settings-general")
        program.press("Down")
        program.until_key("settings-databases")
        program.press("Tab", "Tab")
        program.until_focus(key="profile-list")
        program.press("End")
        _test(program)
        studio.shoot(program, "settings-databases-not-reachable")
        program.press("Up")
        program.click_off("password")
        program.until_focus(key="password")
        program.type(PASSWORD)
        _test(program)
        studio.shoot(program, "settings-databases")
        program.click_off("more")
        program.until_key("profile-advanced")
        studio.shoot(program, "settings-databases-more")


def _test(program: Program) -> None:
    program.click_off("test-connection")
    program.until_key("copy-the-test")


def wide(studio: Studio) -> None:
    """Stock on a wide screen: more columns, not more air."""
    studio.with_demo()
    with studio.program(size=(1920, 1080)) as program:
        program.go_to("ctrl+2", "stock")
        program.until_row("table-stock-levels", "00418", "MAIN")
        studio.shoot(program, "stock-1920")


def large(studio: Studio) -> None:
    """Stock at 150 %."""
    studio.with_demo()
    with studio.program(size=(1920, 1200), scale=1.5) as program:
        program.go_to("ctrl+2", "stock")
        program.until_row("table-stock-levels", "00418", "MAIN")
        studio.shoot(program, "stock-150")


TOURS: Mapping[str, Callable[[Studio], None]] = {
    "first": first_start,
    "work": daily_work,
    "import": importing,
    "shopify": shop_export,
    "settings": settings,
    "outcomes": outcomes,
    "wide": wide,
    "large": large,
}
