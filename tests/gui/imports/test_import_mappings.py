"""Mappings that are offered for a file: those of known programs, and those that the person has saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.mapping import parse_flags, resolve
from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.assigned import assigned, flags_for
from inventory_app.ui.import_dialog.saved_mappings import SavedMappingsDialog
from inventory_app.ui.screens.imports import make
from inventory_app.ui.screens.imports.page import ImportsPage
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.import_window import PATIENCE, to_open
from tests.support.imports import Importer
from tests.support.screens import CTRL, Stage, nameless, on_stage
from tests.support.waiting import until

Key = Qt.Key
SHOPIFY = (
    "Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
    "cup,Cup,Alder,Size,Small,C-1,4.90\n"
    "cup,,,,Large,C-2,5.90\n"
    "bowl,Bowl,Alder,Title,Default Title,B-1,9.00\n"
)


async def look(stage: Stage, page: ImportsPage, path: Path) -> tuple[ImportWindow, ImportPresenter]:
    window, presenter = await to_open(stage, page, path)
    stage.keys(Key.Key_Return)
    assert window.step == steps.MAP
    return window, presenter


def button(window: ImportWindow, name: str) -> QPushButton:
    found = [one for one in window.map.offers.findChildren(QPushButton, name) if one.isVisible()]
    assert found, f"no button {name}"
    return found[0]


def shown(window: ImportWindow) -> dict[str, tuple[str, tuple[int, int]]]:
    return {one.header: (one.label, one.part) for one in window.map.table.map_model.rows if one.imported}


async def test_the_mapping_of_a_known_program_is_one_button(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(SHOPIFY, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await look(stage, page, path)
        assert "Shopify products" in window.map.offers._said.words
        button(window, "use-preset").click()
        await until(lambda: presenter.opening.choices.base is not None and "Variant SKU" in shown(window), PATIENCE)
        assert shown(window)["Title"] == ("name", (1, 2))
        assert shown(window)["Option1 Value"] == ("name", (2, 2))
        assert {one.found_by for one in window.map.table.map_model.rows if one.imported} == {"Shopify products"}
        assert [one.header for one in window.map.table.map_model.rows if one.filled_down][:2] == ["Title", "Vendor"]
        window.map.check.click()
        await until(window.check.save.isVisible, PATIENCE)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert isinstance(await stage.outcome(2), Committed)
        catalogue = await Importer(sqlite_database, tmp_path).catalogue()
        names = {sku: one["name"] for sku, one in catalogue.items()}
        assert names == {"C-1": "Cup - Small", "C-2": "Cup - Large", "B-1": "Bowl"}
        assert {one["supplier"] for one in catalogue.values()} == {"Alder"}


async def test_a_saved_mapping_is_offered_for_the_next_file(sqlite_database: Database, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("A,B,C\nx1,Cup,2.50\n", encoding="utf-8")
    second.write_text("C,A,B\n2.50,x2,Bowl\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await look(stage, page, first)
        window.map.columns_changed.emit({0: "sku", 1: "name", 2: "price"})
        await until(window.map.save_mapping.isEnabled)
        window.map.save_mapping.click()
        name = await until(lambda: window.findChild(QLineEdit, "name"), what="the question for a name")
        assert isinstance(name, QLineEdit)
        name.setText("Our own")
        stage.keys(Key.Key_Return)
        await until(window.banner.isVisible, what="word that it is saved")
        window.let_go()
        await stage.active(stage.window)

        window, presenter = await look(stage, page, second)
        button(window, "use-saved").click()
        await until(lambda: shown(window).get("A") == ("sku", (1, 1)), PATIENCE)
        assert {header: label for header, (label, _) in shown(window).items()} == {
            "C": "price", "A": "sku", "B": "name",
        }  # fmt: skip
        button(window, "do-without-it").click()
        await until(lambda: presenter.opening.choices.recipe is None and not shown(window), PATIENCE)


def test_joined_columns_stay_joined_when_others_change() -> None:
    headers = ("Code", "Title", "Size", "Colour", "Price")
    flags = ("sku=Code", "name=Title", "name+ / =Colour", "name+ / =Size", "supplier:=Alder")
    base = resolve(PRODUCTS, headers, parse_flags(PRODUCTS, flags))
    columns = assigned(base)
    assert columns == {0: "sku", 1: "name", 3: "name", 2: "name"}
    assert flags_for({**columns, 4: "price"}, base) == (
        "sku=#1", "name=#2", "name+ / =#4", "name+ / =#3", "price=#5", "supplier:=Alder",
    )  # fmt: skip
    assert flags_for({0: "sku", 2: "name"}, None) == ("sku=#1", "name=#3")


async def test_saved_mappings_are_renamed_removed_and_taken_back(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "first.csv"
    path.write_text("A,B,C\nx1,Cup,2.50\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await look(stage, page, path)
        window.map.columns_changed.emit({0: "sku", 1: "name", 2: "price"})
        inspected = presenter.opening.inspected
        assert inspected is not None
        keeping = presenter.opening.keeping
        for name in ("Ours", "Theirs"):
            keeping.save(name, presenter.opening.choices, inspected)
        window.map.mappings.click()
        dialog = await until(lambda: window.findChild(SavedMappingsDialog), what="the saved mappings")
        assert isinstance(dialog, SavedMappingsDialog)
        await stage.active(dialog)
        assert names(dialog) == ["Ours", "Theirs"]
        type_name(stage, dialog, "Theirs")
        await until(lambda: "already" in dialog._said.text(), what="why not")
        type_name(stage, dialog, "Price list")
        await until(lambda: names(dialog) == ["Price list", "Theirs"], what="the other name")
        assert not nameless(dialog)
        assert not unique_mnemonics(dialog)
        dialog.table.setFocus()
        stage.keys(Key.Key_Delete)
        assert names(dialog) == ["Theirs"]
        assert dialog.undo.isVisible()
        stage.keys(Key.Key_Z, modifiers=CTRL)
        assert names(dialog) == ["Price list", "Theirs"]
        dialog.remove.click()
        assert [one.name for one in keeping.saved.all()[0]] == ["Theirs"]
        dialog.use.click()
        await until(lambda: presenter.opening.choices.recipe_name == "Theirs", PATIENCE, what="the mapping to be used")


def names(dialog: SavedMappingsDialog) -> list[str]:
    return [one.mapping.name for one in dialog.rows.rows]


def type_name(stage: Stage, dialog: SavedMappingsDialog, name: str) -> None:
    """F2 on the first one, and another name."""
    dialog.table.selectRow(0)
    dialog.rename.click()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    stage.keys(name, Key.Key_Return)
