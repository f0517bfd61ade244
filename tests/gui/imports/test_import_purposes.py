"""What a file is imported for, chosen in the first step: every kind, prices only, stock counts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inventory_app.actions.outcome import Committed, DryRun
from inventory_app.database.database import Database
from inventory_app.importing.kinds.purposes import PURPOSES
from inventory_app.importing.options import Orders, StockMode
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.choices import Choices, labels_of
from inventory_app.ui.import_dialog.words import WORDS
from inventory_app.ui.screens.imports import make
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.support.import_window import checked, name_file, new_import
from tests.support.screens import nameless, on_stage
from tests.support.waiting import until

Key = Qt.Key
FILES = {
    "products": ("sku,name,price\nA,Tray,3\nN,New,1\n", "Sa&ve 2 products"),
    "prices": ("sku,name,price\nA,Other,3\n", "Sa&ve 1 product"),
    "stock": ("sku,quantity\nA,3\n", "Sa&ve 1 row of stock"),
    "stock-counts": ("sku,quantity\nA,3\n", "Sa&ve 1 row of stock"),
    "suppliers": ("name,email\nBerger,x@y.z\n", "Sa&ve 1 supplier"),
    "customers": ("code,name\n1,Ann\n2,Bob\n", "Sa&ve 2 customers"),
    "locations": ("path,name\nShop/Back,Back room\n", "Sa&ve 1 location"),
    "sales-orders": ("number,customer,sku,quantity\n1,Ann,A,2\n", "Sa&ve 1 order line"),
    "shipped-orders": ("number,customer,sku,quantity\n1,Ann,A,2\n1,,A,3\n", "Sa&ve 2 order lines"),
    "purchase-orders": ("number,supplier,sku,quantity\n1,Berger,A,20\n", "Sa&ve 1 order line"),
    "barcodes": ("sku,barcode,factor\nA,A-1,\nA,A-12,12\n", "Sa&ve 2 barcodes"),
    "reorder-points": ("sku,location,reorder_point\nA,Shop,5\n", "Sa&ve 1 reorder point"),
}


def test_a_purpose_brings_its_options() -> None:
    chosen = Choices(path=Path("x.csv")).with_kind("shipped-orders")
    assert (chosen.kind, chosen.options().orders) == ("sales-orders", Orders.SHIPPED)
    counted = chosen.with_kind("stock-counts")
    assert (counted.kind, counted.options().stock_mode) == ("stock", StockMode.SET)
    assert counted.with_kind("stock").options().stock_mode is StockMode.ADD
    prices = counted.with_kind("prices")
    assert prices.restricted({0: "sku", 1: "name", 2: "price"}) == {0: "sku", 2: "price"}
    assert labels_of("products", ["MAIN"], prices.intent.fields) == (["sku", "price", "cost"], [])
    assert prices.with_kind("products").restricted({0: "sku"}) is None


def test_all_kinds_have_words() -> None:
    assert {one.kind for one in PURPOSES.values()} == set(WORDS)
    assert set(FILES) == set(PURPOSES)


@pytest.mark.parametrize("purpose", list(FILES))
async def test_each_purpose_from_file_to_outcome(sqlite_database: Database, tmp_path: Path, purpose: str) -> None:
    text, save = FILES[purpose]
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        await stage.shop.product("A", on_hand="10", price=Decimal(1), name="Oak tray")
        window, _ = await new_import(stage, page)
        window.open.purpose.setCurrentIndex(window.open.purpose.findData(purpose))
        assert window.head.title == f"Import {PURPOSES[purpose].title.lower()}"
        window.open.path.setFocus()
        await name_file(stage, window, path)
        assert nameless(window) + unique_mnemonics(window) == []
        stage.keys(Key.Key_Return)
        assert window.step == steps.MAP
        stage.keys(Key.Key_Return)
        await checked(window)
        assert isinstance(await stage.outcome(1), DryRun)
        assert window.check.save.text() == save
        window.check.save.setFocus()
        stage.keys(Key.Key_Return)
        outcome = await stage.outcome(2)
        assert isinstance(outcome, Committed), outcome
        assert (await stage.shop.level("A"))[0] == {"stock": 13, "stock-counts": 3, "shipped-orders": 5}.get(
            purpose, 10
        )
        await until(window.outcome.done.isVisible, what="the outcome")
        window.outcome.done.click()
        screen = WORDS[PURPOSES[purpose].kind].screen
        assert screen == "imports" or stage.led_to[-1][0] == screen
