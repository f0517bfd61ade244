"""The database is changed in Settings by keyboard alone; workstations that share one see each other's changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from inventory_app.settings.urls import split_url
from tests.support.ask_database import level
from tests.support.patience import wait_for
from tests.support.postgres import PASSWORD, USER
from tests.support.program import Program


def _to_databases(program: Program) -> None:
    program.go("ctrl+comma", "Settings")
    program.press("Down")
    program.until_shows("Profiles")


def _fill_in(program: Program, url: str) -> None:
    """A new profile of a server, field by field."""
    place = split_url(url).profile
    program.press("alt+w", "s")  # the menu of "New": a server
    program.until_focus(key="name")
    program.type("Shop")
    for keys, key, words in (
        ("alt+h", "host", place.host),
        ("alt+o", "port", str(place.port)),
        ("alt+d", "database", place.database),
        ("alt+u", "user", USER),
        ("alt+p", "password", PASSWORD),
    ):
        program.press(keys)
        program.until_focus(key=key)
        program.press("ctrl+a")
        program.type(words)


def test_the_database_is_changed_by_keyboard_and_back(
    start: Callable[..., Program], tmp_path: Path, shop_file: str, shop_server: str
) -> None:
    own = tmp_path / "home" / "data" / "stockroom.db"
    own.parent.mkdir(parents=True)
    shutil.copy(shop_file.partition("///")[2], own)
    program = start()
    program.until_row("table-products", "00417")
    _to_databases(program)
    _fill_in(program, shop_server)
    program.press("alt+t")
    program.until_shows("Round trip")
    program.press("alt+s")
    program.until_shows("Use this data")
    program.press("ctrl+Return")
    program.until_shows("Now working with Shop")
    assert program.text("status-database") == "Shop"
    _adjust(program, "7")
    wait_for(lambda: level(shop_server, "00417") == (52, 0), what="52 on the server", also=program.screen_words)
    assert level(f"sqlite+aiosqlite:///{own}", "00417") == (45, 0)
    program.go("ctrl+comma", "Settings")
    program.press("Tab", "Tab")
    program.until_focus("Profiles")
    program.press("Home")
    program.until_shows("Use this data")
    program.press("ctrl+Return")
    program.until_shows("Now working with This computer")
    assert program.text("status-where").startswith("SQLite")
    program.go("ctrl+2", "Stock")
    program.until_row("table-stock-levels", "00417", "45")
    assert program.terminate() == 0
    assert program.complaints == ""


def _adjust(program: Program, change: str) -> None:
    program.go("ctrl+2", "Stock")
    program.until_row("table-stock-levels", "00417", "45")
    program.press("ctrl+d")
    program.until_focus("Change")
    program.type(change)
    program.press("Tab", "Tab")
    program.until_focus("Reason")
    program.type("FOUND")
    program.press("ctrl+Return")


def test_a_server_that_refuses_leaves_the_person_where_they_were(
    start: Callable[..., Program], shop_file: str, shop_server: str
) -> None:
    program = start("--database", shop_file)
    program.until_row("table-products", "00417")
    _to_databases(program)
    _fill_in(program, shop_server.rpartition("/")[0] + "/nothing_there")
    program.press("alt+s")
    program.until_shows("Use this data")
    program.press("ctrl+Return")
    program.until_shows("Shop cannot be used")
    program.go("ctrl+2", "Stock")
    program.until_row("table-stock-levels", "00417", "45")
    assert program.text("status-where").startswith("SQLite")


def test_two_workstations_see_each_other(start: Callable[..., Program], shop_server: str) -> None:
    first = start("--database", shop_server, home="till-1")
    first.go("ctrl+2", "Stock")
    first.until_row("table-stock-levels", "00417", "45")
    second = start("--database", shop_server, home="till-2")
    _adjust(second, "-5")
    second.until_row("table-stock-levels", "00417", "40")
    first.until_row("table-stock-levels", "00417", "40")
    for program in (second, first):
        assert program.terminate() == 0
        assert program.complaints == ""
