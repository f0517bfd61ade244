"""Names of a file that the database does not know: listed, decided about one by one or many at once, undone, kept."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.options import Missing
from inventory_app.importing.treatment import UNTREATED
from inventory_app.importing.value_mapping import FileValue, FileValues
from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.pick_name import PickName
from inventory_app.ui.import_dialog.value_rows import decision_words, value_rows
from inventory_app.ui.import_dialog.values_page import ValuesPage
from inventory_app.ui.screens.imports import make
from inventory_app.ui.screens.imports.page import ImportsPage
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.import_window import PATIENCE, to_open
from tests.support.imports import Importer
from tests.support.screens import CTRL, Stage, nameless, on_stage
from tests.support.waiting import until

Key = Qt.Key
KNOWN = "sku,name,category,supplier\nZ,Last,Wood,Müller AG\n"
FILE = (
    "sku,name,category,supplier,uom\n"
    "A,One,wood,Acme,pcs\nB,Two,WOOD ,muller ag,pcs\nC,Three,Glass,Umbra,pcs\nD,Four,Wood,Zorn,pcs\n"
)


async def to_values(stage: Stage, page: ImportsPage, path: Path) -> tuple[ImportWindow, ImportPresenter]:
    window, presenter = await to_open(stage, page, path)
    window.open.next.click()
    await list_names(window)
    return window, presenter


async def list_names(window: ImportWindow) -> None:
    window.map.rules.decide.click()
    assert window.step == steps.VALUES
    await until(window.values.check.isEnabled, PATIENCE, what="the names of the file")


def shown(window: ImportWindow) -> dict[str, str]:
    return {one.value.text: decision_words(one) for one in window.values.table.value_model.rows}


def go_to(window: ImportWindow, *names: str) -> None:
    """Select the rows with these names."""
    table = window.values.table
    rows = [one.value.text for one in table.value_model.rows]
    table.clearSelection()
    for name in names:
        index = table.value_model.index(rows.index(name), 0)
        flag = table.selectionModel().SelectionFlag
        table.selectionModel().setCurrentIndex(index, flag.Select | flag.Rows)
    table.setFocus()


async def choose(stage: Stage, words: str) -> None:
    """Enter on a name, and one of what is offered."""
    stage.keys(Key.Key_Return)
    menu = await until(QApplication.activePopupWidget, what="the list of what may become of it")
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text() == words)
    action.trigger()
    menu.close()


async def pick(stage: Stage, window: ImportWindow, typed: str) -> None:
    """An existing name for what is selected, by a piece of it; here there is only the one supplier."""
    await choose(stage, "Use an existing one…")
    dialog = await until(lambda: window.findChild(PickName), what="the names to pick from")
    assert isinstance(dialog, PickName)
    await until(lambda: dialog.names.rows == ("Müller AG",), what="the suppliers")
    stage.keys(typed)
    await until(dialog.use.isEnabled, what="the one that holds it")
    stage.keys(Key.Key_Return)
    await until(lambda: not dialog.isVisible(), what="the choice")
    await stage.active(window)


async def test_names_are_created_meant_or_rejected_and_the_import_does_so(database: Database, tmp_path: Path) -> None:
    importer = Importer(database, tmp_path)
    await importer.products(KNOWN)
    path = importer.write(FILE, "shop.csv")
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_values(stage, page, path)
        rule = "Create it, by the rule"
        assert shown(window) == dict.fromkeys(("Glass", "WOOD", "wood", "Acme", "Umbra", "Zorn", "muller ag"), rule)
        assert not window.values.undo.isEnabled()
        window.values.take.click()
        decided = {"WOOD": "Use “Wood”", "wood": "Use “Wood”", "muller ag": "Use “Müller AG”"}
        assert shown(window) == {**dict.fromkeys(("Glass", "Acme", "Umbra", "Zorn"), rule), **decided}

        go_to(window, "Glass")
        await choose(stage, "Reject the rows")
        assert shown(window)["Glass"] == "Reject the rows"
        go_to(window, "Umbra", "Zorn")
        await pick(stage, window, "ller")
        assert shown(window)["Zorn"] == "Use “Müller AG”"
        go_to(window, "Zorn")
        window.values.by_rule.click()
        assert shown(window)["Zorn"] == rule
        stage.keys(Key.Key_Z, modifiers=CTRL)
        assert shown(window)["Zorn"] == "Use “Müller AG”"
        stage.keys(Key.Key_Z, modifiers=CTRL)
        assert shown(window)["Zorn"] == shown(window)["Umbra"] == rule, "both were chosen at once"

        stage.keys(Key.Key_Escape)
        assert window.step == steps.MAP
        assert window.map.rules._decided.text() == "4 values decided by hand."
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await until(window.check.save.isVisible, PATIENCE, what="the check")
        window.check.save.click()
        assert isinstance(await stage.outcome(2), Committed)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        catalogue = await importer.catalogue()
        assert {sku: (one["category"], one["supplier"]) for sku, one in catalogue.items()} == {
            "Z": ("Wood", "Müller AG"), "A": ("Wood", "Acme"), "B": ("Wood", "Müller AG"), "D": ("Wood", "Zorn"),
        }  # fmt: skip
        assert presenter.opening.choices.treatment.missing == {"category": {"Glass": Missing.REJECT}}


async def test_what_was_decided_is_saved_with_the_mapping_and_offered_again(
    sqlite_database: Database, tmp_path: Path
) -> None:
    importer = Importer(sqlite_database, tmp_path)
    await importer.products(KNOWN)
    first, second = importer.write(FILE, "one.csv"), importer.write(FILE.replace("Umbra", "Neu"), "two.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_values(stage, page, first)
        window.values.take.click()
        go_to(window, "Glass")
        window.values.reject.click()
        window.values.back.click()
        inspected = presenter.opening.inspected
        assert inspected is not None
        presenter.opening.keeping.save("Ours", presenter.opening.choices, inspected)
        window.let_go()
        await stage.active(stage.window)

        window, presenter = await to_values(stage, page, second)
        assert shown(window)["wood"] == "Create it, by the rule"
        window.values.back.click()
        saved = window.map.offers.findChild(QPushButton, "use-saved")
        assert isinstance(saved, QPushButton)
        saved.click()
        assert presenter.opening.choices.recipe_name == "Ours"
        await list_names(window)
        assert shown(window) == {
            "wood": "Use “Wood”", "WOOD": "Use “Wood”", "Glass": "Reject the rows", "muller ag": "Use “Müller AG”",
            "Acme": "Create it, by the rule", "Neu": "Create it, by the rule", "Zorn": "Create it, by the rule",
        }  # fmt: skip


async def test_the_names_are_found_by_field_and_by_what_is_typed(sqlite_database: Database, tmp_path: Path) -> None:
    path = Importer(sqlite_database, tmp_path).write(FILE, "shop.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_values(stage, page, path)
        values = window.values
        only = values.findChild(QPushButton, "only-supplier")
        assert isinstance(only, QPushButton)
        only.click()
        assert set(shown(window)) == {"Acme", "muller ag", "Umbra", "Zorn"}
        values.search.setText("UM")
        assert set(shown(window)) == {"Umbra"}
        values.search.clear()
        assert not nameless(values)
        assert not unique_mnemonics(values)
        hint = window.minimumSizeHint()
        assert hint.width() <= 1280, hint
        path.unlink()
        values.back.click()
        window.map.rules.decide.click()
        await until(lambda: window.step == steps.MAP and window.banner.isVisible(), PATIENCE, what="why not")


async def test_a_file_without_new_names_says_so(sqlite_database: Database, tmp_path: Path) -> None:
    importer = Importer(sqlite_database, tmp_path)
    await importer.products(KNOWN)
    path = importer.write(KNOWN, "same.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_values(stage, page, path)
        assert window.values._none.isVisible()
        window.values.check.click()
        await until(window.check.back.isVisible, PATIENCE, what="the check")


def test_thousands_of_names_are_one_model(qtbot: QtBot) -> None:
    names = [FileValue(f"Name {number}", 3, False, ("Name",) if number % 2 else ()) for number in range(10_000)]
    page = ValuesPage()
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.table.value_model)
    rows = value_rows("products", [FileValues("category", tuple(names), 12)], UNTREATED, Missing.REJECT)
    page.show_rows(rows, 12, Missing.REJECT, undoable=False)
    assert page.table.value_model.rowCount() == 10_000
    assert "12 row" in page.note.words
    assert "5,000" in page.take.text()
    page.table.selectAll()
    chosen: list[object] = []
    page.chosen.connect(lambda selected, _choice: chosen.extend(cast("list[object]", selected)))
    page.reject.click()
    assert len(chosen) == 10_000
    page.search.setText("9999")
    assert [one.value.text for one in page.table.value_model.rows] == ["Name 9999"]


def test_nothing_is_created_where_that_cannot_be() -> None:
    found = FileValues("location", (FileValue("Nowhere", 1, False, ()),), 0)
    (row,) = value_rows("sales-orders", [found], UNTREATED, Missing.CREATE)
    assert (row.creatable, decision_words(row)) == (False, "Reject the rows, by the rule")
    (row,) = value_rows("purchase-orders", [found], UNTREATED, Missing.CREATE)
    assert row.creatable
