"""The program begins and ends well: the first start, a second one, bad circumstances, and every way to close."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.support.ask_database import level, rows
from tests.support.patience import wait_for
from tests.support.postgres import Postgres
from tests.support.program import Program
from tests.support.proxy import Proxy

_LITTLE_CPU = 6.0  # seconds of processor time; a start takes about two, setting up an environment far more


def test_first_start_fills_with_demo_data(start: Callable[..., Program], tmp_path: Path) -> None:
    program = start()
    url = f"sqlite+aiosqlite:///{tmp_path / 'home' / 'data' / 'stockroom.db'}"
    program.until_shows("Nothing is kept here yet")
    for _ in range(10):
        focused = program.focused()
        if focused is not None and focused.key == "way-demo":
            break
        program.press("Tab")
    program.until_focus(key="way-demo")
    program.press("Return")
    program.until_window("Products – Stockroom")
    wait_for(lambda: len(program.rows("table-products")) > 20, what="products", also=program.screen_words)
    assert rows(url, "SELECT count(*) FROM product")[0][0] > 20
    assert rows(url, "SELECT count(*) FROM sales_order")[0][0] > 0


def test_sigterm_ends_it_cleanly_and_the_second_start_is_quick(start: Callable[..., Program]) -> None:
    first = start()
    first.until_shows("Nothing is kept here yet")
    assert first.terminate() == 0
    assert first.complaints == ""
    second = start()
    second.until_shows("Nothing is kept here yet")
    used = psutil.Process(second.process.pid).cpu_times()
    assert used.user + used.system < _LITTLE_CPU
    assert second.terminate() == 0
    assert second.complaints == ""


def test_the_window_closes_and_is_found_again_as_it_was(start: Callable[..., Program], shop_file: str) -> None:
    program = start("--database", shop_file)
    program.go("ctrl+2", "Stock")
    program.press("alt+F4")
    assert program.ended() == 0
    assert program.complaints == ""
    again = start("--database", shop_file)
    again.until_window("Stock – Stockroom")
    again.until_row("table-stock-levels", "00417", "45")


def test_closing_waits_for_an_action_that_runs(start: Callable[..., Program], shop_file: str) -> None:
    program = start("--database", shop_file)
    program.go("ctrl+2", "Stock")
    program.until_row("table-stock-levels", "00417", "45")
    program.press("ctrl+d")
    program.until_focus("Change")
    program.type("5")
    program.press("Tab", "Tab")
    program.until_focus("Reason")
    program.type("FOUND")
    other = sqlite3.connect(shop_file.partition("///")[2], isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")  # another program writes for a while
        program.press("ctrl+Return")
        program.until_shows("Running")
        program.press("Escape")
        program.until_window("Leave the form?")
        program.press("alt+f")
        program.until_window("Stock – Stockroom")
        program.press("alt+F4")
        program.until_window("Close Stockroom?")
        assert program.shows("An action is still running")
        program.press("Return")
    finally:
        other.rollback()
        other.close()
    assert program.ended() == 0
    assert program.complaints == ""
    assert level(shop_file, "00417") == (50, 0)


def test_a_database_out_of_reach_keeps_nobody_from_the_settings(
    start: Callable[..., Program], shop_server: str, postgres_server: Postgres
) -> None:
    with Proxy(postgres_server.port) as proxy:
        proxy.cut()
        program = start("--database", proxy.through(shop_server))
        program.until_shows("cannot be reached")
        program.until_shows("Not reachable since")
        program.click("Database settings")
        program.until_window("Settings – Stockroom")
        program.until_shows("Profiles")
        program.go("ctrl+1", "Products")
        proxy.mend()
        program.click("Try now")
        program.until_row("table-products", "00417")
        program.until_gone("cannot be reached")
        assert program.terminate() == 0
        assert program.complaints == ""


def test_broken_settings_are_kept_aside_and_told(start: Callable[..., Program], tmp_path: Path) -> None:
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    (config / "settings.json").write_text('{"options": {"look.theme": "da')
    program = start()
    program.until_shows("The settings are not as you left them")
    program.until_shows("Nothing is kept here yet")
    kept = [path for path in config.iterdir() if path.read_text().startswith('{"options": {"look.theme": "da')]
    assert len(kept) == 1
    assert kept[0].name != "settings.json"
    assert program.shows(kept[0].name)
    assert program.terminate() == 0
    assert program.complaints == ""
    json.loads((config / "settings.json").read_text())
