"""The rules of the map step: exactly those that the kind of file has; how numbers are written is said in one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.kinds import KINDS
from inventory_app.importing.options import InFileDuplicates, OnExisting
from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.choices import Rules
from inventory_app.ui.import_dialog.numbers_row import number_words
from inventory_app.ui.import_dialog.rule_words import RULES, choice_words, rule_title
from inventory_app.ui.import_dialog.rules_panel import RulesPanel
from inventory_app.ui.screens.imports import make
from inventory_app.ui.screens.imports.page import ImportsPage
from tests.support.import_window import PATIENCE, checked, name_file
from tests.support.imports import Importer
from tests.support.screens import CTRL, Stage, on_stage
from tests.support.waiting import until

Key = Qt.Key


def shown(panel: RulesPanel) -> dict[str, int]:
    return {name: one.combo.count() for name, one in panel.ruled.items() if not one.isHidden()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_rules_and_no_others(kind: str, qtbot: QtBot) -> None:
    panel = RulesPanel()
    qtbot.addWidget(panel)
    panel.show_rules(kind, Rules(), ("MAIN", "SHOP"))
    declared = {name: len(choices) or 2 for name, choices in KINDS[kind].rules.items()}
    assert shown(panel) == {name: declared[name] for name in RULES if name in declared}
    assert kind in ("products", "stock") or not any(
        panel.ruled[name]._label.text() == rule_title("products", name)
        for name in ("on_existing", "in_file_duplicates")
        if name in declared
    ), "not called as those of products are"
    assert panel._written.isHidden() == (kind in ("suppliers", "customers", "locations"))
    for name, choices in KINDS[kind].rules.items():
        assert rule_title(kind, name)
        assert len({choice_words(kind, name, one) for one in choices}) == len(choices)


def test_a_purpose_without_the_fields_of_a_rule_does_not_show_it(qtbot: QtBot) -> None:
    panel = RulesPanel()
    qtbot.addWidget(panel)
    panel.show_rules("products", Rules(), ("MAIN",), only=("sku", "price", "cost"))
    assert list(shown(panel)) == ["on_existing", "in_file_duplicates", "blank"]


def test_what_is_not_touched_stays_as_it_was(qtbot: QtBot) -> None:
    panel = RulesPanel()
    qtbot.addWidget(panel)
    told: list[Rules] = []
    panel.changed.connect(told.append)
    panel.show_rules("sales-orders", Rules(decimal=","), ("MAIN", "SHOP"))
    assert panel.ruled["on_existing"].combo.currentText() == "Reject the order"
    panel.ruled["location"].combo.setCurrentIndex(1)
    assert told[-1] == Rules(decimal=",", location="SHOP"), "what is shown as rejecting is still the default"
    panel.ruled["on_existing"].combo.setCurrentIndex(1)
    panel.ruled["location"].combo.setCurrentIndex(0)
    assert told[-1] == Rules(decimal=",", on_existing=OnExisting.SKIP)


def test_numbers_in_one_line() -> None:
    assert number_words(Rules()) == "1234.50 · 2026-11-24 · no currency signs"
    assert number_words(Rules(decimal=",", thousands=".", date_format="DD.MM.YYYY")).startswith("1.234,50 · DD.MM.YYYY")


async def look(stage: Stage, page: ImportsPage, path: Path, kind: str) -> tuple[ImportWindow, ImportPresenter]:
    page.show_item(("new", kind))
    window, presenter = page._windows[-1]
    await stage.active(window)
    window.open.path.setFocus()
    await name_file(stage, window, path)
    return window, presenter


async def test_suppliers_that_exist_are_left_as_they_are(database: Database, tmp_path: Path) -> None:
    importer = Importer(database, tmp_path)
    await importer.kind("suppliers", "name,email\nAcme,old@acme.example\n")
    path = importer.write(
        "name,email\nAcme,new@acme.example\nUmbra,one@umbra.example\nUmbra,two@umbra.example\n", "s.csv"
    )
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        window, _ = await look(stage, page, path, "suppliers")
        window.open.next.click()
        ruled = window.map.rules.ruled
        ruled["on_existing"].combo.setCurrentIndex(list(OnExisting).index(OnExisting.SKIP))
        ruled["in_file_duplicates"].combo.setCurrentIndex(list(InFileDuplicates).index(InFileDuplicates.LAST))
        assert window.map.rules._values.isHidden()
        window.map.check.click()
        await checked(window)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert isinstance(await stage.outcome(2), Committed)
        mails = {name: one["email"] for name, one in (await importer.parties()).items()}
        assert mails == {"Acme": "old@acme.example", "Umbra": "two@umbra.example"}


async def test_the_marks_of_numbers_are_changed_on_the_first_page_only(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "de.csv"
    path.write_text('sku;name;price\n1;"a \\" b";1.299,50\n2;"c \\" d";4,90\n', encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await look(stage, page, path, "products")
        assert (window.open.escape.currentText(), window.open.escape.isVisible()) == ("None", True)
        assert "backslash" in window.open.numbers._why.words
        window.open.escape.setCurrentIndex(1)
        await until(
            lambda: (
                presenter.opening.inspected is not None
                and presenter.opening.inspected.preview.file_format.escape == "\\"
            ),
            PATIENCE,
            what="the file to be read with its escape mark",
        )
        assert presenter.opening.inspected is not None
        assert presenter.opening.inspected.preview.rows[0].cells[1] == 'a " b'
        dates = window.open.numbers.dates
        dates.setCurrentIndex(dates.count() - 1)
        assert QApplication.focusWidget() is window.open.numbers.form
        stage.keys("%d", Key.Key_Return)
        assert "does not give a day" in window.open.numbers._why.words
        window.open.numbers.form.clear()
        stage.keys("%d %b %Y", Key.Key_Return)
        assert presenter.opening.choices.rules.date_format == "%d %b %Y"
        assert dates.currentText() == "%d %b %Y"
        window.open.next.click()
        assert window.map.rules._numbers.text() == "1.299,50".replace("299", "234") + " · %d %b %Y · no currency signs"
        window.map.rules.numbers_wanted.emit()
        assert window.step == steps.OPEN
        assert QApplication.focusWidget() is window.open.numbers.decimal
