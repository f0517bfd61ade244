"""Stock on a shared server, with the activity panel and the outcomes that an action can have in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from inventory_app.settings.urls import split_url
from tests.support.ask_database import rows
from tests.support.import_tour import check, map_columns, open_file
from tests.support.patience import wait_for
from tests.support.postgres import PASSWORD
from tests.support.program import Program
from tests.support.proxy import Proxy
from tests.support.shooting import Studio

# Little patience, so that a failure need not be waited for.
_SAVING = {
    "saving.lock_timeout_seconds": 1.0,
    "saving.total_seconds": 4.0,
    "window.activity_open": True,
    "window.activity_height": 292,
}
_MANY = 250_000


def outcomes(studio: Studio) -> None:
    """Rows are held by others, a colleague is quicker, and at last the way to the server is cut in a COMMIT."""
    url = studio.database_on_server()
    studio.command("demo", url=url)
    file = studio.home / "products_autumn.csv"
    with Proxy(studio.server.port) as proxy:
        studio.prepare({"shop": studio.profile("Shop", proxy.port)}, in_use="shop", options=_SAVING)
        lines = (f"8{number:05d},Autumn article {number},{number % 40 + 3}.90\n" for number in range(_MANY))
        file.write_text("sku,name,price\n" + "".join(lines))
        with studio.program(INVENTORY_APP_PASSWORD=PASSWORD) as program:
            program.until_rows("table-products")
            _failed(program, url)
            _conflict(studio, program, url)
            _refused(program)
            _committed(program, url)
            known = _imports(url)
            _running(program, file)
            program.go_to("ctrl+2", "stock")
            program.until_rows("table-stock-levels")
            _adjust(program, "-3", "DAM")
            program.until_row("table-stock-levels", "00417", "39")
            studio.snap(program, "outcomes")
            wait_for(lambda: _imports(url) > known, what="the end of the import", patience=180)
            _fill_in(program, "-2", "DAM")
            proxy.cut_after(b"COMMIT;")  # "READ COMMITTED" has the word, too
            program.press("ctrl+Return")
            program.until_key("banner-unreachable")
            program.until_front("dialog-adjust-stock")
            program.press("Escape")
            program.click_off("choice-leave")
            program.until_front("main-window")
            studio.snap(program, "stock-unreachable")


def _imports(url: str) -> int:
    return int(str(rows(url, "SELECT count(*) FROM import_run")[0][0]))


def _adjust(program: Program, change: str, reason: str) -> None:
    _fill_in(program, change, reason)
    program.press("ctrl+Return")


def _fill_in(program: Program, change: str, reason: str) -> None:
    program.press("ctrl+d")
    program.until_focus(key="change")
    program.type(change)
    program.press("Tab", "Tab")
    program.until_focus(key="reason")
    program.type(reason)


@contextmanager
def _held(url: str, sku: str) -> Iterator[Callable[[], bool]]:
    """Somebody else works on the stock of this product, and takes long. Gives what tells whether anybody waits."""
    place = split_url(url)
    server = place.profile
    loop = asyncio.new_event_loop()
    connection = loop.run_until_complete(
        asyncpg.connect(
            host=server.host, port=server.port, user=server.user, password=place.password, database=server.database
        )
    )
    query = "SELECT 1 FROM stock_level l JOIN product p ON p.id = l.product_id WHERE p.sku = $1 FOR UPDATE"
    loop.run_until_complete(connection.execute("BEGIN"))
    loop.run_until_complete(connection.fetch(query, sku))

    def is_waited_for() -> bool:
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        return bool(loop.run_until_complete(connection.fetchval(waiting)))

    try:
        yield is_waited_for
    finally:
        loop.run_until_complete(connection.close())
        loop.close()


def _failed(program: Program, url: str) -> None:
    program.go_to("ctrl+2", "stock")
    program.until_row("table-stock-levels", "00417", "MAIN")
    with _held(url, "00417"):
        _adjust(program, "4", "FOUND")
        program.until_key("banner")
        program.press("Escape")
        program.click_off("choice-leave")
        program.until_front("main-window")


def _conflict(studio: Studio, program: Program, url: str) -> None:
    program.go_to("ctrl+1", "products")
    program.until_row("table-products", "00418")
    program.press("ctrl+Home", "Down", "Return")
    program.until_front("dialog-edit-product-00418")
    program.click_off("price")
    program.until_focus(key="price")
    program.press("ctrl+a")
    program.type("6.20")
    studio.apply({"action": "edit_product", "sku": "00418", "set": {"price": "5.75"}}, url=url)
    program.press("ctrl+Return")
    program.until_front("dialog-edit-product-00418-conflict")
    program.press("Escape")
    program.until_front("dialog-edit-product-00418")
    program.press("Escape")
    program.click_off("choice-leave")
    program.until_front("main-window")


def _refused(program: Program) -> None:
    program.go_to("ctrl+3", "sales")
    program.press("ctrl+n")
    program.until_focus(key="add-line")
    program.type("08003")
    program.press("Return")
    program.until_row("table-order-lines", "08003")
    program.press("shift+Tab")
    program.until_focus(key="table-order-lines")
    program.type("900")
    program.press("Return", "ctrl+Return")
    program.until_key("banner")


def _committed(program: Program, url: str) -> None:
    """Held once, then let go: saved at the second try."""
    program.go_to("ctrl+2", "stock")
    program.until_row("table-stock-levels", "00418", "MAIN")
    program.press("ctrl+Home", "Down")
    with _held(url, "00418") as is_waited_for:
        _adjust(program, "6", "FOUND")
        wait_for(is_waited_for, what="the first try")
        wait_for(lambda: not is_waited_for(), what="its end")
    program.until_front("main-window")
    program.press("ctrl+Home")


def _running(program: Program, file: Path) -> None:
    """Stopped once, then begun again and left to itself."""
    program.go_to("ctrl+4", "imports")
    open_file(program, file)
    map_columns(program)
    check(program)
    program.press("ctrl+Return")
    program.until_key("import-commit")
    program.press("Escape")  # stops it
    program.until_focus(key="try-again")
    program.press("Return")
    program.until_key("import-commit")
    program.press("alt+F4")
    program.until_key("choice-hide")
    program.press("Return")
    program.until_front("main-window")
