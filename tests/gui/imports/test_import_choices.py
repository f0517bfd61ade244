"""What the steps of an import choose, without a window: flags, rows of the map step, the marks that are proposed."""

from __future__ import annotations

from pathlib import Path

from inventory_app.importing.kinds.purposes import PURPOSES
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.options import CurrencySign
from inventory_app.importing.reading.findings import Finding, Sure
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.preview import Preview, PreviewRow
from inventory_app.ui.import_dialog.choices import (
    Choices,
    Rules,
    labels_of,
    lacking,
    map_rows,
    words_of,
)
from inventory_app.ui.import_dialog.files import file_caption, free_rejects_path
from inventory_app.ui.import_dialog.numbers_row import with_proposals, worth_saying


def preview(*rows: tuple[str, ...], headers: tuple[str, ...] = ("SKU", "Preis")) -> Preview:
    shown = tuple(PreviewRow(at, cells, "") for at, cells in enumerate(rows, start=2))
    return Preview(FileFormat(), headers, shown, 1_200)


def finding(value: str, sure: Sure, why: str = "why") -> Finding:
    return Finding(value, sure, why, applied=False)


def test_what_is_sure_is_taken_and_a_guess_is_left_to_the_person() -> None:
    found = {
        "decimal": finding(",", Sure.CERTAIN),
        "thousands": finding(".", Sure.LIKELY),
        "date_format": finding("DD/MM/YYYY", Sure.GUESS, "either way"),
        "currency_sign": finding("strip", Sure.CERTAIN, "a sign"),
        "delimiter": Finding(";", Sure.CERTAIN, "every line"),
    }
    rules = with_proposals(Rules(), found)
    assert (rules.decimal, rules.thousands, rules.date_format) == (",", ".", "")
    assert rules.currency_sign is CurrencySign.REJECT
    assert [name for name, _ in worth_saying(found)] == ["decimal", "thousands", "currency_sign", "date_format"]
    assert with_proposals(Rules(thousands=","), {"decimal": finding(",", Sure.CERTAIN)}).thousands == ""


def test_flags_only_when_the_mapping_was_changed() -> None:
    automatic = Choices(path=Path("x.csv"))
    assert automatic.flags == ()
    changed = Choices(columns={1: "quantity@SHOP/Back", 0: "sku", 2: ""})
    assert changed.flags == ("sku=#1", "quantity@SHOP/Back=#2")
    assert changed.with_kind("stock").columns is None
    assert changed.with_file(Path("y.csv")).columns is None


def test_a_recipe_does_what_it_did_whatever_was_chosen_before() -> None:
    shipped = Recipe("sales-orders", ("reference=#1", "sku=#2", "quantity=#3"), {"orders": "shipped"})
    placed = Recipe("sales-orders", shipped.flags)
    counted = Recipe("stock", ("sku=#1", "quantity=#2"), {"stock_mode": "set"})
    for purpose in PURPOSES:
        before = Choices().with_kind(purpose)
        for recipe, expected in ((shipped, "shipped-orders"), (placed, "sales-orders"), (counted, "stock-counts")):
            taken = before.with_recipe("mine", recipe)
            assert (taken.purpose, taken.flags) == (expected, recipe.flags)
            assert taken.options() == recipe.options_with({"mode": taken.mode.value})
    prices = Choices().with_kind("prices")
    assert prices.with_recipe("mine", Recipe("products", ("sku=#1", "price=#2"))).purpose == "prices"
    assert prices.with_recipe("mine", Recipe("products", ("sku=#1", "name=#2"))).purpose == "products"


def test_rows_say_who_found_the_field() -> None:
    table = preview(("a", "1", "x"), ("b", "2", ""), headers=("sku", "Preis", "Notiz"))
    found = map_rows(table, {0: "sku", 1: "price"}, None)
    assert [(row.label, row.found_by) for row in found] == [("sku", "name"), ("price", "synonym"), ("", "no match")]
    assert [row.samples for row in found] == ["a · b", "1 · 2", "x"]
    mine = map_rows(table, {0: "sku", 1: "price"}, {0: "sku", 1: "cost"})
    assert [row.found_by for row in mine] == ["name", "you", "no match"]


def test_what_is_lacking() -> None:
    assert lacking("stock", ["quantity@MAIN"]) == ["sku"]
    assert lacking("products", ["sku", "name"]) == []
    fields, per_place = labels_of("products", ["MAIN", "SHOP"])
    assert "reorder_point" in fields
    assert per_place == ["quantity@MAIN", "quantity@SHOP"]
    assert [words_of(label) for label in ("reorder_point", "quantity@SHOP", "")] == [
        "reorder point",
        "quantity at SHOP",
        "not imported",
    ]


def test_rejects_never_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "autumn.csv"
    first = free_rejects_path(path)
    assert first.name == "autumn.rejects.csv"
    first.touch()
    assert free_rejects_path(path).name == "autumn.rejects-2.csv"
    assert free_rejects_path(first).name == "autumn.rejects-2.csv"


def test_the_caption_of_a_file() -> None:
    assert file_caption(Path("a.csv"), preview(), 0) == "a.csv · 1.2 KB · UTF-8 · comma"
    assert file_caption(Path("a.csv"), preview(), 3).endswith(" · 3 records")
