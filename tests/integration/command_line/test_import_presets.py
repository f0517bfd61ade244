"""Exports of other programs and saved mappings through the command line, on both engines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support import exports
from tests.support.counts import counts


def names(command: Any) -> dict[str, str]:
    rows = command("export", "products", "--format", "jsonl").lines
    return {row["sku"]: row["name"] for row in rows}


def on_hand(command: Any) -> dict[tuple[str, str], str]:
    levels = command("stock", "--json").json["levels"]
    return {(level["sku"], level["location"]): level["on_hand"] for level in levels}


def test_a_shop_moves_over_from_shopify(command: Any, file: Any) -> None:
    products = file(exports.shopify_products(), "products.csv")
    done = command("import", "products", products, "--preset", "shopify-products", "--json")
    assert (done.status, counts(done.json)) == (0, (9, 9, 7, 0, 2, 0))
    assert done.json["warnings_by_reason"] == {"left_out": 2}
    assert names(command) == {
        "T1-1": "Tray 1 - 10 cm", "T1-2": "Tray 1 - 20 cm", "T1-3": "Tray 1 - 30 cm",
        "T2-1": "Tray 2 - 10 cm", "T2-2": "Tray 2 - 20 cm", "T2-3": "Tray 2 - 30 cm", "MUG": "Mug",
    }  # fmt: skip
    assert on_hand(command)["T1-3", "MAIN"] == "3"
    inventory = file(exports.shopify_inventory(), "inventory.csv")
    stock = command("import", "stock", inventory, "--preset", "shopify-inventory", "--stock-mode", "set", "--json")
    assert (stock.status, stock.json["accepted"], stock.json["rejected"]) == (0, 4, 0)
    levels = on_hand(command)
    assert (levels["T1-1", "Shop"], levels["T1-1", "Warehouse"], levels["MUG", "Shop"]) == ("5", "20", "12")
    assert ("MUG", "Warehouse") not in levels
    assert command("verify").status == 0


def test_rejected_variants_come_back_with_what_they_are_variants_of(command: Any, file: Any, tmp_path: Path) -> None:
    products = file(exports.shopify_products(1).replace("2.50", "cheap"), "products.csv")
    rejects = tmp_path / "rejects.csv"
    preset = ("--preset", "shopify-products", "--mode", "skip", "--json")
    first = command("import", "products", products, *preset, "--rejects", str(rejects))
    assert first.json["rejected_by_reason"] == {"price_invalid": 1}
    rejects.write_text(rejects.read_text("utf-8-sig").replace("cheap", "2.50"), encoding="utf-8")
    assert counts(command("import", "products", str(rejects), *preset).json) == (1, 1, 1, 0, 0, 0)
    assert names(command)["T1-2"] == "Tray 1 - 20 cm"


def test_a_quantity_per_outlet_by_a_pattern(command: Any, file: Any) -> None:
    path = file("sku,name,Stock - Shop,Stock - Shop/Back\nA,One,3,4\n", "wide.csv")
    mapping = ("--map", "sku=sku", "--map", "name=name", "--map", "quantity@*=Stock - *")
    assert command("import", "products", path, *mapping, "--json").json["outcome"] == "committed"
    assert on_hand(command) == {("A", "Shop"): "3", ("A", "Shop/Back"): "4"}


SAVED = {
    "stockroom_mapping": 1,
    "name": "Price list",
    "kind": "products",
    "headers": ["Nr", "Bezeichnung", "Farbe", "VK"],
    "fields": {
        "sku": "Nr",
        "name": {"columns": ["Bezeichnung", "Farbe"], "separator": ", "},
        "price": "VK",
        "category": {"text": "Hats"},
    },
    "options": {"decimal": ","},
    "treatment": {"nothing": {"Farbe": ["-"]}},
}


def test_a_saved_mapping_is_read(command: Any, file: Any) -> None:
    mapping = file(json.dumps(SAVED), "mapping.json")
    path = file("Nr;Bezeichnung;Farbe;VK\n1;Hat;red;9,50\n2;Cap;-;8,00\n", "list.csv")
    assert command("import", "products", path, "--mapping", mapping, "--json").json["created"] == 2
    assert names(command) == {"1": "Hat, red", "2": "Cap"}
    rows = command("export", "products", "--format", "jsonl").lines
    assert [(row["price"], row["category"]) for row in rows] == [("9.50", "Hats"), ("8.00", "Hats")]


def test_with_a_mapping_written_a_preset_gives_the_rest(command: Any, file: Any) -> None:
    path = file(exports.shopify_products(1), "products.csv")
    only = ("--preset", "shopify-products", "--map", "sku=Variant SKU", "--map", "name=Title", "--json")
    assert command("import", "products", path, *only).json["created"] == 4
    assert names(command)["T1-2"] == "Tray 1"
    assert on_hand(command) == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("products", "a.csv", "--preset", "shop"), "There is no preset “shop”. There are shopify-products"),
        (("stock", "a.csv", "--preset", "odoo"), "That is for products, and stock are to be imported"),
        (("products", "a.csv", "--mapping", "none.json"), "none.json: it cannot be read"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(command: Any, arguments: tuple[str, ...], said: str) -> None:
    ended = command("import", *arguments)
    assert ended.status == 2
    assert said in ended.err


def test_a_known_export_without_its_preset_is_told(command: Any, file: Any) -> None:
    path = file(exports.shopify_products(1), "products.csv")
    ended = command("import", "products", path, "--mode", "skip", "--dry-run", "--json")
    assert "known: --preset shopify-products." in ended.err
    assert ended.json["rejected_by_reason"] == {"sku_missing": 1, "name_missing": 2}
    with_it = command("import", "products", path, "--preset", "shopify-products", "--dry-run")
    assert with_it.status == 0
    assert "--preset" not in with_it.err


def test_presets_are_listed(command: Any) -> None:
    listed = command("import", "--preset", "?")
    assert listed.status == 0
    assert listed.out.splitlines()[0].split() == ["shopify-products", "products", "Shopify", "products"]
