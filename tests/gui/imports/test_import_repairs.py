"""Problems that are mended in the import window: repairs for all of a kind, values corrected by hand, and both back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.checks.repairs import CURRENCY_SIGN
from inventory_app.ui.import_dialog import ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from tests.support.imports import Importer
from tests.support.screens import CTRL, on_stage
from tests.support.waiting import until

Key = Qt.Key
PATIENCE = 60.0
FILE = "SKU,Name,Price\na1,Cup,$ 4.90\na2,Bowl,on request\na3,Jug,$ 7.00\na4,Pan,12.00\n"


def button(window: ImportWindow, name: str) -> QPushButton | None:
    found = [one for one in window.check.repairs.findChildren(QPushButton, name) if one.isVisible()]
    return found[0] if found else None


async def press(window: ImportWindow, name: str) -> None:
    found = await until(lambda: button(window, name), PATIENCE, what=name)
    assert found is not None
    found.click()


async def accepted(window: ImportWindow, count: int) -> None:
    def shown() -> bool:
        return window.check.save.isVisible() and window.check._accepted.text() == str(count)

    await until(shown, PATIENCE, what=f"{count} accepted rows")


async def correct(window: ImportWindow, row: int, typed: str) -> None:
    """F2 on the value of a problem, and what is typed there."""
    table = window.check.table
    table.setCurrentIndex(table.model().index(row, window.check.problems.column_at("value")))
    table.setFocus()
    QTest.keyClick(table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, typed)
    QTest.keyClick(editor, Key.Key_Return)
    await until(lambda: button(window, "check-again"), what="the button that checks again")


async def test_repairs_and_corrections_are_applied_checked_and_taken_back(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(FILE, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        stage.keys(Key.Key_I, modifiers=CTRL)
        window, presenter = page._windows[-1]
        await stage.active(window)
        stage.keys(str(path), Key.Key_Return)
        await until(window.open.next.isEnabled, PATIENCE, what="the file to be looked at")
        window.open.next.click()
        window.map.check.click()
        await accepted(window, 1)

        await press(window, f"repair-{CURRENCY_SIGN}")
        await accepted(window, 3)
        assert presenter.opening.choices.treatment.repairs == {"price": (CURRENCY_SIGN,)}
        await press(window, "take-back-price")
        await accepted(window, 1)
        await press(window, f"repair-{CURRENCY_SIGN}")
        await accepted(window, 3)

        await correct(window, 0, "8.50")
        assert not window.check.save.isEnabled()
        shown = window.check.problems.index(0, window.check.problems.column_at("value"))
        assert shown.data() == "8.50"
        window.check.back.click()
        assert window.step == steps.MAP
        window.map.check.click()
        await accepted(window, 4)
        assert presenter.opening.choices.treatment.corrections == {2: {3: "8.50"}}
        await press(window, "take-corrections-back")
        await accepted(window, 3)
        await correct(window, 0, "9.50")
        await press(window, "check-again")
        await accepted(window, 4)
        window.check.save.click()
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert isinstance(stage.outcomes[-1], Committed)
        catalogue = await Importer(sqlite_database, tmp_path).catalogue()
        assert {sku: str(one["price"]) for sku, one in catalogue.items()} == {
            "a1": "4.9", "a2": "9.5", "a3": "7", "a4": "12",
        }  # fmt: skip
