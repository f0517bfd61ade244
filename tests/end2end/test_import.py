"""A file is imported through the dialog by keyboard alone: opened, mapped, checked, saved, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.ask_database import level, rows
from tests.support.patience import wait_for
from tests.support.program import Program

_FILE = """sku,name,price,quantity
00417,Blue enamel mug 350 ml,4.90,45
01022,"Oak tray, large",24.00,14
03310,,3.40,260
04105,Cast iron pan 28 cm,twelve,22
"""


def test_a_file_is_imported_by_keyboard(
    start: Callable[..., Program], tmp_path: Path, sqlite_stockroom_url: str
) -> None:
    _import_and_revert(start, tmp_path, sqlite_stockroom_url)


def test_a_file_is_imported_into_a_server(
    start: Callable[..., Program], tmp_path: Path, postgresql_stockroom_url: str
) -> None:
    _import_and_revert(start, tmp_path, postgresql_stockroom_url)


def _import_and_revert(start: Callable[..., Program], tmp_path: Path, url: str) -> None:
    file = tmp_path / "products.csv"
    file.write_text(_FILE)
    program = start("--database", url)
    program.until_shows("Nothing is kept here yet")
    program.go("ctrl+4", "Imports")
    program.press("ctrl+i")
    program.until_window("Import products")
    program.until_focus("File")
    program.type(str(file))
    program.press("Return")
    program.until_window("products.csv – Import products")
    program.until_focus("Map the columns")
    program.press("ctrl+Return")
    program.until_shows("Check all records")
    program.press("ctrl+Return")
    program.until_focus(key="save")
    reasons = " ".join(program.entries("reasons"))
    assert "The name is blank: 1" in reasons
    assert "Price is not a number: 1" in reasons
    assert rows(url, "SELECT count(*) FROM product")[0][0] == 0
    program.press("ctrl+Return")
    wait_for(lambda: level(url, "00417") == (45, 0), what="45 on hand", also=program.screen_words)
    assert rows(url, "SELECT sku FROM product ORDER BY sku") == [("00417",), ("01022",)]
    program.until_focus("Show what was imported")
    program.press("alt+v")
    program.until_window("Take back the import of products.csv?")
    program.press("Return")
    wait_for(lambda: level(url, "00417") == (0, 0), what="nothing on hand", also=program.screen_words)
    assert program.terminate() == 0
    assert program.complaints == ""
