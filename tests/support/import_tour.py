"""Files with their flaws, from opening them to what became of them; an export; an import that a crash has ended."""

from __future__ import annotations

import re
import signal
from pathlib import Path

from inventory_app.importing.checks.repairs import CURRENCY_SIGN
from tests.support import shop_files
from tests.support.patience import wait_for
from tests.support.program import Program
from tests.support.shooting import Studio

_LINES = 6_000  # of the European file; thrice as many products are Shopify's variants
_PRODUCTS = 1_500
_MANY = 250_000  # of the one whose import is seen running
_CHECK = 120.0
_REPAIR = f"repair-{CURRENCY_SIGN}"


def importing(studio: Studio) -> None:
    """A supplier's list, step by step; its import that runs, and is killed; the next start."""
    studio.with_demo()
    small, big = studio.home / "products_autumn.csv", studio.home / "whole_catalogue.csv"
    small.write_text(shop_files.european(_LINES), encoding="utf-8")
    big.write_text(shop_files.european(_MANY, first="9"), encoding="utf-8")
    with studio.program() as program:
        program.go_to("ctrl+4", "imports")
        program.until_rows("table-imports")
        studio.shoot(program, "imports")
        open_file(program, small)
        studio.shoot(program, "import-1-open")
        map_columns(program)
        studio.shoot(program, "import-2-map")
        names(studio, program)
        check(program)
        studio.shoot(program, "import-3-check")
        program.press("ctrl+Return")
        program.until_focus(key="show-what-was-imported")
        studio.shoot(program, "import-5-outcome")
        program.press("ctrl+Return")
        program.until_front("main-window")
        program.until_rows("table-products")
        export(studio, program)
        program.go_to("ctrl+4", "imports")
        open_file(program, big)
        map_columns(program)
        check(program)
        program.press("ctrl+Return")
        program.until_key("import-commit")
        wait_for(lambda: _written(program) > _MANY // 3, what="rows that are written", also=program.screen_words)
        studio.snap(program, "import-4-running")
        program.process.send_signal(signal.SIGKILL)
        program.ended()
    with studio.program() as program:
        program.until_key("banner-announcement")
        studio.shoot(program, "import-did-not-happen")


def names(studio: Studio, program: Program) -> None:
    """The names of the file that do not exist, and back."""
    program.click(key="decide-value-by-value")
    program.until_focus(key="table-names-in-the-file")
    studio.shoot(program, "import-2-values")
    program.press("Escape")
    program.until_focus(key="check-all-records")


def _written(program: Program) -> int:
    """How many rows the import is through with: the number before that of all of them, in whatever language."""
    for one in program.everything():
        if found := re.search(rf"([0-9.,]+)[^0-9]+{_MANY // 1000}[.,]000", one.name):
            return int(re.sub(r"[.,]", "", found[1]))
    return 0


def export(studio: Studio, program: Program) -> None:
    """A list as a file."""
    program.press("ctrl+shift+e")
    program.until_front("dialog-export")
    studio.shoot(program, "export")
    program.press("Escape")
    program.until_front("main-window")


def shop_export(studio: Studio) -> None:
    """Shopify's export: its mapping is offered, four kinds of errors, repairs; saved for the next time."""
    studio.with_demo()
    file = studio.home / "products_export_1.csv"
    file.write_text(shop_files.shopify(_PRODUCTS), encoding="utf-8")
    with studio.program() as program:
        program.go_to("ctrl+4", "imports")
        program.until_rows("table-imports")
        open_file(program, file)
        studio.shoot(program, "shopify-1-open")
        map_columns(program)
        studio.shoot(program, "shopify-2-map-offered")
        program.click_off("use-preset")
        program.until_no_key("use-preset")
        program.until_enabled("check-all-records")
        studio.shoot(program, "shopify-2-map")
        check(program)
        studio.shoot(program, "shopify-3-check")
        program.until_focus(key="save")
        _repair(studio, program)
        program.press("alt+Left")
        program.until_key("import-map")
        program.click_off("save-this-mapping")
        program.until_front("dialog-save-this-mapping")
        studio.shoot(program, "shopify-2-save-mapping")
        program.press("Return")
        program.until_front("import-window")
        check(program)
        program.press("ctrl+Return")
        program.until_focus(key="show-what-was-imported")
        studio.shoot(program, "shopify-5-outcome")
        program.press("ctrl+Return")
        program.until_front("main-window")
        program.go_to("ctrl+4", "imports")
        studio.shoot(program, "shopify-imports")
        open_file(program, file)
        map_columns(program)
        studio.shoot(program, "shopify-2-map-saved")


def _repair(studio: Studio, program: Program) -> None:
    """Prices are the second reason: a repair is known for some of them, and what it does is seen in the next check."""
    program.click(key="reasons")
    program.desktop.park_mouse()
    program.press("Home", "Down")
    program.until_key(_REPAIR)
    studio.shoot(program, "shopify-3-repair-offered")
    program.click_off(_REPAIR)
    program.until_key("take-back-price")
    program.until_focus(key="save")
    studio.shoot(program, "shopify-3-repaired")


def open_file(program: Program, file: Path) -> None:
    program.press("ctrl+i")
    program.until_front("import-window")
    program.until_focus(key="file")
    program.type(str(file))
    program.press("Return")
    program.until_focus(key="map-the-columns")


def map_columns(program: Program) -> None:
    program.press("ctrl+Return")
    program.until_focus(key="check-all-records")


def check(program: Program) -> None:
    program.press("ctrl+Return")
    program.until_focus(key="save", patience=_CHECK)
