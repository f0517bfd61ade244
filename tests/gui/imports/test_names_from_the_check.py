"""Names that a check has found unknown: decided about one by one from there, and back, with all that was mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.checks.repairs import CURRENCY_SIGN
from inventory_app.importing.options import Missing, OnExisting
from inventory_app.importing.treatment import Treatment
from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from inventory_app.ui.screens.imports.page import ImportsPage
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.import_window import PATIENCE, checked, choose_reason, press, repair, retype, to_open
from tests.support.imports import Importer
from tests.support.screens import CTRL, Stage, nameless, on_stage
from tests.support.waiting import until

Key = Qt.Key
KNOWN = "sku,name,category,supplier\nZ,Last,Wood,Acme\n"
FILE = (
    "sku,name,price,category,supplier\n"
    "A,One,$ 1.50,wood,Acme\nB,Two,x,Glass,Acme\nC,Three,3,Wood,Umbra\nD,Four,4,Wood,Acme\n"
)


async def to_strict_check(stage: Stage, page: ImportsPage, path: Path) -> tuple[ImportWindow, ImportPresenter]:
    """A new window whose file is checked; missing names reject their rows."""
    window, presenter = await to_open(stage, page, path)
    window.open.next.click()
    for rule, value in (("missing", "Reject the row"), ("on_existing", "Leave it as it is")):
        combo = window.map.rules.ruled[rule].combo
        combo.setCurrentIndex(combo.findText(value))
    window.map.check.click()
    return window, presenter


def names(window: ImportWindow) -> list[str]:
    return [one.value.text for one in window.values.table.value_model.rows]


async def decide(window: ImportWindow, code: str, label: str) -> None:
    """From the reason to the names of its field, which alone are shown."""
    choose_reason(window, code)
    await press(window, "decide-names")
    assert window.step == steps.VALUES
    await until(window.values.check.isEnabled, PATIENCE, what="the names of the file")
    only = window.values.findChild(QPushButton, f"only-{label}")
    assert isinstance(only, QPushButton)
    assert only.isChecked()


async def mend_prices(window: ImportWindow) -> None:
    """One by a repair, one by hand: that alone accepts no row more."""
    await checked(window, 1)
    choose_reason(window, "price_invalid")
    assert repair(window, "decide-names") is None
    await press(window, f"repair-{CURRENCY_SIGN}")
    await checked(window, 1)
    choose_reason(window, "price_invalid")
    await retype(window.check.table, 0, window.check.problems.column_at("value"), "2")
    await press(window, "check-again")
    await checked(window, 1)


async def test_unknown_names_are_decided_and_all_that_was_mended_stays(database: Database, tmp_path: Path) -> None:
    importer = Importer(database, tmp_path)
    await importer.products(KNOWN)
    path = importer.write(FILE, "shop.csv")
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_strict_check(stage, page, path)
        await mend_prices(window)
        await decide(window, "unknown_category", "category")
        assert sorted(names(window)) == ["Glass", "wood"]
        assert window.values.back.text() == "&Back to the check"
        window.values.take.click()
        window.values.table.selectRow(names(window).index("Glass"))
        window.values.make.click()
        stage.keys(Key.Key_Escape)
        assert window.step == steps.CHECK
        assert not window.check.save.isEnabled(), "what was decided is not checked yet"
        assert window.check.note.words == "What you changed is checked first: press Check again."
        for kept in ("take-back-price", "show-corrections"):
            assert repair(window, kept) is not None, kept
        assert unique_mnemonics(window.check) == []
        assert nameless(window.check) == []

        await press(window, "check-again")
        await checked(window, 3)
        await decide(window, "unknown_supplier", "supplier")
        assert names(window) == ["Umbra"]
        window.values.table.selectRow(0)
        window.values.make.click()
        stage.keys(Key.Key_Return, modifiers=CTRL)  # checks at once
        await checked(window, 4)
        chosen = presenter.opening.choices
        assert (chosen.rules.missing, chosen.rules.on_existing) == (Missing.REJECT, OnExisting.SKIP)
        assert chosen.treatment == Treatment(
            values={"category": {"wood": "Wood"}},
            missing={"category": {"Glass": Missing.CREATE}, "supplier": {"Umbra": Missing.CREATE}},
            repairs={"price": (CURRENCY_SIGN,)},
            corrections={2: {3: "2"}},
        )
        window.check.save.click()
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert isinstance(stage.outcomes[-1], Committed)
        catalogue = await importer.catalogue()
        assert {sku: (one["category"], one["supplier"]) for sku, one in catalogue.items()} == {
            "Z": ("Wood", "Acme"), "A": ("Wood", "Acme"), "B": ("Glass", "Acme"), "C": ("Wood", "Umbra"),
            "D": ("Wood", "Acme"),
        }  # fmt: skip


async def test_a_look_at_the_names_changes_nothing(sqlite_database: Database, tmp_path: Path) -> None:
    importer = Importer(sqlite_database, tmp_path)
    await importer.products(KNOWN)
    path = importer.write("sku,name,category\nA,One,Glass\nB,Two,Wood\n", "shop.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_strict_check(stage, page, path)
        await checked(window, 1)
        await decide(window, "unknown_category", "category")
        window.values.back.click()
        assert window.step == steps.CHECK
        assert window.check.save.isEnabled()
        assert repair(window, "check-again") is None
        await decide(window, "unknown_category", "category")
        window.values.table.selectRow(0)
        window.values.make.click()
        window.values.undo.click()
        window.values.back.click()
        assert window.check.save.isEnabled()
        path.unlink()
        choose_reason(window, "unknown_category")
        await press(window, "decide-names")
        await until(lambda: window.step == steps.CHECK and window.banner.isVisible(), PATIENCE, what="why not")


@pytest.mark.parametrize(
    ("kind", "text", "code", "label"),
    [
        ("products", "sku,name,uom\nA,One,crate\n", "unknown_uom", "uom"),
        ("stock", "sku,location,quantity\nZ,ATTIC,1\n", "unknown_location", "location"),
        ("sales-orders", "order,sku,quantity,customer\n1,Z,1,Nobody\n", "unknown_customer", "customer"),
    ],
)
async def test_units_places_and_customers_too(
    sqlite_database: Database, tmp_path: Path, kind: str, text: str, code: str, label: str
) -> None:
    importer = Importer(sqlite_database, tmp_path)
    await importer.products(KNOWN)
    path = importer.write(text, "shop.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (_, page):
        page.new_import(path, kind)
        window, _ = page._windows[-1]
        await until(window.open.next.isEnabled, PATIENCE, what="the file to be looked at")
        window.open.next.click()
        combo = window.map.rules.ruled["missing"].combo
        combo.setCurrentIndex(combo.count() - 1)
        window.map.check.click()
        await checked(window, 0)
        await decide(window, code, label)
