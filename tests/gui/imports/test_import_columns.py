"""Columns that probably are quantities at locations: proposed, taken, put elsewhere, and saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.mapping.columns import ColumnProposal
from inventory_app.ui.import_dialog import ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.map_page import perhaps
from inventory_app.ui.import_dialog.pick_name import PickName
from inventory_app.ui.import_dialog.proposals import may_become, proposals_for
from inventory_app.ui.screens.imports import make
from tests.support.import_window import checked, to_open
from tests.support.imports import Importer
from tests.support.screens import CTRL, Stage, on_stage
from tests.support.waiting import until

Key = Qt.Key
FILE = "sku,name,Qty (MAIN),Stock - Shop,Cellar\nA,One,3,4,5\nB,Two,6,7,8\nC,Three,1,1,1\n"


def test_only_what_can_be_written_into_a_mapping_is_proposed() -> None:
    assert may_become(PRODUCTS, "quantity@Shop/Back")
    assert not may_become(PRODUCTS, "quantity@a=b")
    assert not may_become(PRODUCTS, "quantity@Shop:")
    assert not may_become(PRODUCTS, "quantity@MAIN", only=("sku", "price"))
    found = [ColumnProposal(2, "quantity@MAIN", "why"), ColumnProposal(3, "quantity@Shop", "why")]
    assert set(proposals_for("products", found, {0: "sku", 3: "price"})) == {2}
    assert set(proposals_for("products", found, {0: "quantity@MAIN"})) == {3}


async def from_menu(stage: Stage, window: ImportWindow, header: str, words: str) -> None:
    """Go to a column, press Enter, and take one of what is offered."""
    window.map.table.select_key([one.header for one in window.map.table.map_model.rows].index(header))
    window.map.table.setFocus()
    stage.keys(Key.Key_Return)
    menu = await until(QApplication.activePopupWidget, what="what the column may become")
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


async def test_quantities_at_locations_are_proposed_taken_and_moved(database: Database, tmp_path: Path) -> None:
    importer = Importer(database, tmp_path)
    path = importer.write(FILE, "wide.csv")
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_open(stage, page, path)
        window.open.next.click()
        assert window.step == steps.MAP
        rows = {one.header: one for one in window.map.table.map_model.rows}
        assert perhaps(rows["Qty (MAIN)"]) == "perhaps quantity at MAIN"
        assert perhaps(rows["Stock - Shop"]) == "perhaps quantity at Shop"
        assert "does not exist yet" in rows["Stock - Shop"].reason
        assert not rows["Cellar"].proposed
        assert window.map.proposals.isVisible()
        window.map.proposals.take.click()
        assert not window.map.proposals.isVisible()
        assert presenter.opening.choices.columns == {0: "sku", 1: "name", 2: "quantity@MAIN", 3: "quantity@Shop"}

        await from_menu(stage, window, "Stock - Shop", "Not imported")
        assert window.map.proposals.isVisible()
        await from_menu(stage, window, "Stock - Shop", "quantity at Shop  (proposed)")
        await from_menu(stage, window, "Cellar", "Quantity at another location…")
        dialog = await until(lambda: window.findChild(PickName), what="the locations")
        assert isinstance(dialog, PickName)
        await until(lambda: dialog.names.rows == ("MAIN",), what="the locations there are")
        stage.keys("Shop / Cellar")
        await until(lambda: dialog.chosen == "Shop/Cellar", what="the new location")
        stage.keys(Key.Key_Return)
        await until(lambda: (presenter.opening.choices.columns or {}).get(4) == "quantity@Shop/Cellar")
        await stage.active(window)
        window.map.check.click()
        await checked(window)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert isinstance(await stage.outcome(2), Committed)
        levels = {(sku, place): int(count) for (sku, place, _, _), count in (await importer.levels()).items()}
        assert {place: count for (sku, place), count in levels.items() if sku == "B"} == {
            "MAIN": 6, "Shop": 7, "Shop/Cellar": 8,
        }  # fmt: skip
