"""What the steps of an import choose, without a window: flags, rows of the map step, the proposed decimal mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.preview import Preview, PreviewRow
from inventory_app.ui.import_dialog.choices import (
    Choices,
    labels_of,
    lacking,
    map_rows,
    proposed_decimal,
    words_of,
)
from inventory_app.ui.import_dialog.files import file_caption, free_rejects_path


def preview(*rows: tuple[str, ...], headers: tuple[str, ...] = ("SKU", "Preis")) -> Preview:
    shown = tuple(PreviewRow(at, cells, "") for at, cells in enumerate(rows, start=2))
    return Preview(FileFormat(), headers, shown, 1_200)


@pytest.mark.parametrize(
    ("prices", "mark"),
    [
        (("4,90", "12"), ","),
        (("1.299,00", "5"), ","),
        (("4.90", "12"), "."),
        (("4,90", "4.90"), "."),
        (("12", ""), "."),
        (("on request", "4,9"), ","),
    ],
)
def test_a_comma_is_proposed_when_no_number_has_a_point(prices: tuple[str, ...], mark: str) -> None:
    assert proposed_decimal("products", preview(*(("x", one) for one in prices)), {0: "sku", 1: "price"}) == mark


def test_flags_only_when_the_mapping_was_changed() -> None:
    automatic = Choices(path=Path("x.csv"))
    assert automatic.flags == ()
    changed = Choices(columns={1: "quantity@SHOP/Back", 0: "sku", 2: ""})
    assert changed.flags == ("sku=#1", "quantity@SHOP/Back=#2")
    assert changed.with_kind("stock").columns is None
    assert changed.with_file(Path("y.csv")).columns is None


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
