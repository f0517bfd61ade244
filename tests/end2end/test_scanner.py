"""A scanner in a real window: its keys come from the system, as fast as it sends them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from inventory_app.settings import declared
from inventory_app.settings.places import Places
from inventory_app.settings.store import SettingsStore
from tests.support.patience import wait_for
from tests.support.program import Program

# ms from key to key: bursts hold together and typing stays apart, however busy the machine is.
_GAP, _SLOW = 500, 1_000


def test_a_burst_goes_into_no_field_and_slow_typing_arrives_whole(
    start: Callable[..., Program], shop_file: str, tmp_path: Path
) -> None:
    SettingsStore(Places.of_user(tmp_path / "home")).set(declared.SCANNER_GAP_MS, _GAP)
    program = start("--database", shop_file)
    program.until_shows("Scanner ready")
    program.go("ctrl+3", "Sales")
    program.press("ctrl+n")
    program.until_focus(key="add-line")
    program.press("shift+Tab", "shift+Tab", "shift+Tab")
    program.until_focus("Reference")
    program.type("Po 7", delay=_SLOW)
    wait_for(lambda: program.text("reference") == "Po 7", what="the words", also=program.screen_words)
    program.scan("00417")
    program.until_row("table-order-lines", "00417", "1")
    program.scan("01022")
    program.until_row("table-order-lines", "01022", "1")
    program.scan("00417")
    program.until_row("table-order-lines", "00417", "2")
    program.type("731 x", delay=_SLOW)
    wait_for(lambda: program.text("reference") == "Po 7731 x", what="the words", also=program.screen_words)
    program.until_focus("Reference")
    program.desktop.scan("5012345678900")  # one that sends nothing at the end
    program.until_shows("No product has the code 5012345678900")
    program.until_shows("Scanner ready")
    assert program.text("reference") == "Po 7731 x"
    assert len(program.rows("table-order-lines")) == 2


def test_a_scan_leads_to_its_product_from_anywhere(
    start: Callable[..., Program], shop_file: str, tmp_path: Path
) -> None:
    SettingsStore(Places.of_user(tmp_path / "home")).set(declared.SCANNER_GAP_MS, _GAP)
    program = start("--database", shop_file)
    program.go("ctrl+5", "Activity")
    program.press("ctrl+k")
    program.until_focus("Find")
    program.scan("00417")
    program.until_window("Products – Stockroom")
    program.until_row("table-products", "00417")
    assert program.text("find") == ""
    program.press("ctrl+k")
    program.type("tea", delay=_SLOW)
    wait_for(lambda: "03310" in str(program.entries("found")), what="the towel", also=program.screen_words)
