"""“Check the repaired file”: it is mapped and treated as the file whose rejected rows it holds."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from inventory_app.actions.outcome import Committed, DryRun
from inventory_app.database.database import Database
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.treatment import Treatment
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.offers import Offer
from inventory_app.ui.screens.imports import make
from tests.support.import_window import PATIENCE, check, new_import
from tests.support.imports import Importer
from tests.support.screens import on_stage
from tests.support.waiting import until

Key = Qt.Key
FILE = "a;b;c\nT1;Tray;4,90\nT2;old;dear\nT3;Bowl;\n"


async def test_a_repaired_file_is_mapped_as_the_import_was(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(FILE, encoding="utf-8")
    treatment = Treatment(values={"name": {"old": "Old tray"}})
    recipe = Recipe("products", ("sku=a", "name=b", "price=c"), {"decimal": ","}, treatment)
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await new_import(stage, page)
        stage.keys(str(path), Key.Key_Return)
        await until(lambda: presenter.opening.inspected is not None, PATIENCE, what="the file to be looked at")
        presenter.opening.take(Offer("by hand", recipe))
        await until(lambda: presenter.opening.choices.base is not None and window.open.next.isEnabled(), PATIENCE)
        # As if the person had mapped it on the second step.
        presenter.opening.choices = replace(presenter.opening.choices, columns={0: "sku", 1: "name", 2: "price"})
        await check(window)
        window.check.save.click()
        assert isinstance(await stage.outcome(2), Committed)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        rejects = path.with_name("shop.rejects.csv")
        rejects.write_text(rejects.read_text(encoding="utf-8-sig").replace("dear", '"7,50"', 1), encoding="utf-8")
        presenter.opening.inspected = None
        window.outcome.recheck.click()
        await until(lambda: presenter.opening.choices.base is not None, PATIENCE, what="the mapping of the import")
        await until(window.open.next.isEnabled, PATIENCE)
        window.open.next.click()
        window.map.check.click()
        assert isinstance(await stage.outcome(3), DryRun)
        await until(lambda: presenter.run is None, PATIENCE, what="the check")
        assert window.check.save.isVisible()
        window.check.save.click()
        assert isinstance(await stage.outcome(4), Committed)
        found = await Importer(sqlite_database, tmp_path).catalogue()
    told = {sku: (one["name"], one["price"]) for sku, one in found.items()}
    assert told == {"T1": ("Tray", Decimal("4.9")), "T2": ("Old tray", Decimal("7.5")), "T3": ("Bowl", None)}
