"""Stock is adjusted and an order placed by keyboard alone, in a real window; the database tells what became of it."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.ask_database import kinds_of_actions, level, rows
from tests.support.patience import wait_for
from tests.support.program import Program


def test_stock_is_adjusted_by_keyboard(start: Callable[..., Program], shop_file: str) -> None:
    program = start("--database", shop_file)
    program.go("ctrl+2", "Stock")
    program.until_row("table-stock-levels", "00417", "45")
    program.press("ctrl+d")
    program.until_window("Adjust stock")
    program.until_focus("Change")
    program.type("-3")
    program.press("Tab", "Tab")
    program.until_focus("Reason")
    program.type("DAM")
    program.until_shows("DAMAGE")
    program.press("ctrl+Return")
    wait_for(lambda: level(shop_file, "00417") == (42, 0), what="42 on hand", also=program.screen_words)
    program.until_row("table-stock-levels", "00417", "42")
    program.until_window("Stock – Stockroom")
    assert kinds_of_actions(shop_file)[-1] == "adjust_stock"
    program.press("ctrl+z")
    wait_for(lambda: level(shop_file, "00417") == (45, 0), what="45 again", also=program.screen_words)
    program.until_row("table-stock-levels", "00417", "45")


def test_a_refused_change_stays_as_it_was_typed(start: Callable[..., Program], shop_file: str) -> None:
    program = start("--database", shop_file)
    program.go("ctrl+2", "Stock")
    program.until_row("table-stock-levels", "00417")
    program.press("ctrl+d")
    program.until_focus("Change")
    program.type("-46")
    program.press("Tab", "Tab")
    program.until_focus("Reason")
    program.type("DAM")
    program.until_shows("Only 45 can leave MAIN")
    program.press("ctrl+Return")
    assert program.text("change") == "-46"
    assert level(shop_file, "00417") == (45, 0)
    program.press("Escape")
    program.until_window("Leave the form?")
    program.press("Return")  # go on typing
    program.until_window("Adjust stock")
    assert program.text("change") == "-46"
    program.press("Escape")
    program.until_window("Leave the form?")
    program.press("alt+d")
    program.until_window("Stock – Stockroom")  # both are closed, and the keyboard is here again
    assert level(shop_file, "00417") == (45, 0)


def test_an_order_is_placed_by_keyboard(start: Callable[..., Program], shop_file: str) -> None:
    program = start("--database", shop_file)
    program.go("ctrl+3", "Sales")
    program.until_shows("No orders yet")
    program.press("ctrl+n")
    program.until_focus(key="add-line")
    program.type("00417")
    program.press("Return")
    program.until_row("table-order-lines", "00417")
    program.type("01022")
    program.press("Return")
    program.until_row("table-order-lines", "01022")
    program.press("alt+c")
    program.until_focus("Customer")
    program.type("Cafe Morgenrot")
    program.press("ctrl+Return")
    wait_for(lambda: level(shop_file, "01022") == (14, 1), what="1 reserved", also=program.screen_words)
    assert level(shop_file, "00417") == (45, 1)
    placed = rows(shop_file, "SELECT number, status FROM sales_order")
    assert placed == [("SO-000001", "placed")]
    program.until_shows("SO-000001")
