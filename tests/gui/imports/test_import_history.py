"""From the history: the mapping of an import is saved under a name, and a repaired file imported with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.mapping.saved import SavedMappings
from inventory_app.importing.options import Mode
from inventory_app.importing.treatment import Treatment
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from tests.support.file_dialogs import pick
from tests.support.import_window import PATIENCE, checked
from tests.support.imports import Importer
from tests.support.screens import CTRL, on_stage
from tests.support.waiting import until

Key = Qt.Key
FLAGS = ("sku=Nr", "name=Titel", "price=VK", "category=Gruppe")
TREATMENT = Treatment(values={"category": {"wod": "Wood"}}, corrections={1: {3: "2,50"}})


async def test_the_mapping_of_an_import_is_saved_and_used_for_the_repaired_file(
    database: Database, tmp_path: Path
) -> None:
    importer = Importer(database, tmp_path)
    rejects = tmp_path / "rejects.csv"
    path = importer.write("Nr;Titel;VK;Gruppe\n1;Cup;x;wod\n2;Bowl;on request;wod\n", "prices.csv")
    outcome = await importer.file(path, *FLAGS, rejects=str(rejects), treatment=TREATMENT, decimal=",", mode=Mode.SKIP)
    assert outcome.counts.rejected == 1
    rejects.write_text(rejects.read_text("utf-8-sig").replace("on request", '"3,75"', 1), "utf-8")
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        await until(lambda: page.listed.current is not None, what="the import in the list")
        page._detail.save.click()
        name = await until(lambda: page.findChild(QLineEdit, "name"), what="the question for a name")
        assert isinstance(name, QLineEdit)
        assert name.text() == "prices"
        name.setText("Price list")
        stage.keys(Key.Key_Return)
        await until(page.banner.isVisible, what="word that it is saved")
        (kept,), notices = SavedMappings(stage.with_.settings.places.mappings).all()
        assert (kept.name, kept.recipe.kind, notices) == ("Price list", "products", ())
        assert kept.recipe.options == {"decimal": ","}
        assert kept.recipe.treatment == Treatment(values=TREATMENT.values)

        await stage.active(stage.window)
        page._detail.repaired.click()
        await pick(str(rejects))
        await until(lambda: bool(page._windows), what="the import window")
        window, presenter = page._windows[-1]
        await stage.active(window)
        await until(window.open.next.isEnabled, PATIENCE, what="the file to be looked at")
        assert presenter.opening.choices.recipe_name == "import 1"
        assert presenter.opening.choices.rules.decimal == ","
        window.open.next.click()
        assert window.step == steps.MAP
        assert {one.header: one.label for one in window.map.table.map_model.rows if one.imported} == {
            "Nr": "sku", "Titel": "name", "VK": "price", "Gruppe": "category",
        }  # fmt: skip
        window.map.check.click()
        await checked(window)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert isinstance(await stage.outcome(2), Committed)
        catalogue = await importer.catalogue()
        assert (str(catalogue["2"]["price"]), catalogue["2"]["category"]) == ("3.75", "Wood")


async def test_the_columns_of_an_import_are_told_in_words(sqlite_database: Database, tmp_path: Path) -> None:
    importer = Importer(sqlite_database, tmp_path)
    await importer.products("sku,name\nA,Milk\n")
    await importer.stock("Nr,Ort,Menge,MHD\nA,MAIN,5,2027-03-31\n", "sku=Nr", "location=Ort", "quantity@MAIN=Menge",
                         "expires_on=MHD")  # fmt: skip
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (_, page):
        await until(lambda: page.listed.current is not None, what="the import in the list")
        told = {label.text() for label in page._detail.findChildren(QLabel) if label.isVisibleTo(page)}
        assert {"expires on", "location", "quantity at MAIN"} <= told
