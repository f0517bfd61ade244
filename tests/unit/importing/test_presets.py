"""Each preset knows its own export by the headers and makes of it what its docstring says, in both ways of reading."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Any

import polars as pl
import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.importing.checks.blocks import BlockChecker
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.mapping import parse_flags, resolve
from inventory_app.importing.mapping.presets import PRESETS, Preset, preset_of, recognised
from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.format import FileFormat
from tests.support import exports
from tests.support.exports import table

LEFT_OUT = "left_out"
Expected = tuple[str, str, list[dict[str, Any]], list[str]]


def case(name: str, text: str, rows: Sequence[dict[str, Any]], problems: Sequence[str] = ()) -> Expected:
    return name, text, list(rows), list(problems)


CASES = [
    case(
        "shopify-products",
        exports.shopify_products(1, 2),
        [
            {"sku": "T1-1", "name": "Tray 1 - 10 cm", "price": 15_000, "category": "Trays", "supplier": "Acme",
             "description": "<p>Oak 1</p>", "quantity": 1_000_000, "cost": 12_500},
            {"sku": "T1-2", "name": "Tray 1 - 20 cm", "price": 25_000, "category": "Trays", "supplier": "Acme",
             "description": "<p>Oak 1</p>"},
            {"sku": "MUG", "name": "Mug", "barcode": "4006381333931", "category": None, "supplier": None},
        ],
        [LEFT_OUT],
    ),
    case(
        "shopify-products",
        table(
            exports.SHOPIFY_NEW_HEADER,
            [
                {"Title": "Cap", "URL handle": "cap", "SKU": "C-R", "Option1 name": "Color", "Option1 value": "Red",
                 "Option2 value": "L", "Price": "9", "Vendor": "Nord", "Inventory quantity": "4"},
                {"URL handle": "cap", "SKU": "C-B", "Option1 value": "Blue", "Option2 value": "L", "Price": "9"},
                {"URL handle": "cap", "Product image URL": "https://example.com/a.jpg"},
                {"URL handle": "hat", "Title": "Hat", "Price": "5"},
            ],
        ),
        [
            {"sku": "C-R", "name": "Cap - Red - L", "supplier": "Nord", "quantity": 4_000_000},
            {"sku": "C-B", "name": "Cap - Blue - L", "supplier": "Nord", "quantity": None},
            {"sku": None, "name": "Hat", "supplier": None},
        ],
        [LEFT_OUT, "sku_missing"],
    ),
    case(
        "shopify-inventory",
        exports.shopify_inventory(),
        [
            {"sku": "T1-1", "location": "Shop", "quantity": 5_000_000},
            {"sku": "T1-1", "location": "Warehouse", "quantity": 20_000_000},
            {"sku": "MUG", "location": "Shop", "quantity": 12_000_000},
        ],
        [LEFT_OUT],
    ),
    case(
        "woocommerce",
        table(
            exports.WOOCOMMERCE_HEADER,
            [
                {"ID": "1", "Type": "variable", "SKU": "woo-hoodie", "Name": "Hoodie", "Categories": "Clothing"},
                {"ID": "2", "Type": "variation", "SKU": "woo-hoodie-red", "Name": "Hoodie - Red, No", "Stock": "parent",
                 "Regular price": "45", "Parent": "woo-hoodie"},
                {"ID": "3", "Type": "simple, virtual", "SKU": "woo-album", "Name": "Album", "Regular price": "15",
                 "Stock": "3", "Low stock amount": "2", "GTIN, UPC, EAN, or ISBN": "4006381333931",
                 "Categories": "Music, Gifts > Small"},
            ],
        ),
        [
            {"sku": "woo-hoodie-red", "name": "Hoodie - Red, No", "price": 450_000, "quantity": None, "category": None},
            {"sku": "woo-album", "barcode": "4006381333931", "quantity": 3_000_000, "reorder_point": 2_000_000,
             "category": "Music, Gifts > Small"},
        ],
        [LEFT_OUT],
    ),
    case(
        "square",
        table(
            exports.SQUARE_HEADER,
            [
                {"Item Name": "Coffee", "Variation Name": "Regular", "SKU": "SQ-1", "Price": "£1,250.50",
                 "Current Quantity Main Street": "3", "Current Quantity Market": "", "Categories": "Drinks"},
                {"Item Name": "Coffee", "Variation Name": "Large", "SKU": "SQ-2", "Price": "variable",
                 "Current Quantity Market": "1.5", "Default Vendor Name": "Roaster"},
                {"Item Name": "Old", "Variation Name": "Regular", "SKU": "SQ-0", "Archived": "Y", "Price": "1"},
            ],
        ),
        [
            {"sku": "SQ-1", "name": "Coffee", "price": 12_505_000, "quantity_at_1": 3_000_000, "quantity_at_2": None,
             "category": "Drinks"},
            {"sku": "SQ-2", "name": "Coffee - Large", "price": None, "quantity_at_2": 1_500_000, "supplier": "Roaster"},
        ],
        [LEFT_OUT],
    ),
    case(
        "amazon-listings",
        table(
            exports.AMAZON_HEADER,
            [{"item-name": 'Tray 12" oak', "seller-sku": "A-1", "price": "12.99", "quantity": "15"}],
            "\t",
        ),
        [{"sku": "A-1", "name": 'Tray 12" oak', "price": 129_900, "quantity": 15_000_000}],
    ),
    case(
        "amazon-inventory-loader",
        table(
            exports.LOADER_HEADER,
            [
                {"sku": "A-1", "product-id": "B01", "product-id-type": "1", "quantity": "2", "add-delete": "a"},
                {"sku": "A-2", "product-id": "B02", "product-id-type": "1", "price": "3"},
                {"sku": "A-3", "quantity": "9", "add-delete": "d"},
            ],
            "\t",
        ),
        [{"sku": "A-1", "quantity": 2_000_000}],
        [LEFT_OUT, LEFT_OUT],
    ),
    case(
        "odoo",
        table(
            exports.ODOO_HEADER,
            [
                {"External ID": "product.tray", "Name": "Tray", "Internal Reference": "T", "Sales Price": "12.5",
                 "Cost": "7.25", "Product Category": "All / Saleable", "Unit of Measure": "Units",
                 "Quantity On Hand": "4.0", "Vendors/Vendor": "Acme"},
                {"Vendors/Vendor": "Second source"},
            ],
        ),
        [{"sku": "T", "name": "Tray", "price": 125_000, "cost": 72_500, "category": "All / Saleable", "uom": "Units",
          "quantity": 4_000_000, "supplier": "Acme"}],
        [LEFT_OUT],
    ),
    case(
        "odoo",
        table(
            exports.ODOO_FIELDS,
            [{"id": "__export__.p1", "name": "Tray", "default_code": "T", "list_price": "1", "categ_id/id": "c.wood"}],
        ),
        [{"sku": "T", "category": "c.wood", "price": 10_000}],
    ),
    case(
        "inventree-parts",
        table(
            exports.INVENTREE_PARTS_HEADER,
            [{"ID": "1", "IPN": "PRT-1", "Name": "R 10k", "Category Name": "Resistors", "Minimum Stock": "100.0",
              "Description": "0402", "Units": "pcs"}],
        ),
        [{"sku": "PRT-1", "name": "R 10k", "category": "Resistors", "reorder_point": 100_000_000, "uom": "pcs"}],
    ),
    case(
        "inventree-stock",
        table(
            exports.INVENTREE_STOCK_HEADER,
            [
                {"Quantity": "5.5", "Part.IPN": "PRT-1", "Location.Path": "Lab/Shelf 2", "Batch Code": "B7",
                 "Expiry Date": "2027-01-31", "In Stock": "True"},
                {"Quantity": "1", "Part.IPN": "PRT-2", "Serial Number": "77", "In Stock": "False"},
            ],
        ),
        [{"sku": "PRT-1", "location": "Lab/Shelf 2", "quantity": 5_500_000, "lot": "B7", "expires_on": "2027-01-31"}],
        [LEFT_OUT],
    ),
    case(
        "loyverse",
        table(
            exports.LOYVERSE_HEADER,
            [
                {"Handle": "tee", "SKU": "10001", "Name": "Tee", "Category": "Clothes", "Option 1 value": "S",
                 "Price [Main Store]": "22.00", "In stock [Main Store]": "5", "In stock [Kiosk]": "2", "Cost": "8"},
                {"Handle": "tee", "SKU": "10002", "Option 1 value": "M", "Price [Main Store]": "23.00"},
                {"Handle": "box", "SKU": "10003", "Name": "Gift box", "Price [Main Store]": "30"},
                {"Handle": "box", "SKU of included item": "10001", "Quantity of included item": "1"},
            ],
        ),
        [
            {"sku": "10001", "name": "Tee - S", "price": 220_000, "quantity_at_1": 5_000_000,
             "quantity_at_2": 2_000_000, "category": "Clothes"},
            {"sku": "10002", "name": "Tee - M", "price": 230_000, "quantity_at_1": None, "category": "Clothes"},
            {"sku": "10003", "name": "Gift box", "category": None},
        ],
        [LEFT_OUT],
    ),
    case(
        "lightspeed",
        table(
            exports.LIGHTSPEED_HEADER,
            [
                {"handle": "tee", "sku": "1", "name": "Tee", "variant_option_one_value": "Red",
                 "variant_option_two_value": "M", "supply_price": "4.69", "retail_price": "9.90",
                 "product_category": "Clothes / Tops", "inventory_Main_Outlet": "3", "inventory_Market_Square": "4"},
                {"handle": "tee", "composite_sku": "9", "composite_quantity": "2"},
            ],
        ),
        [{"sku": "1", "name": "Tee - Red - M", "cost": 46_900, "price": 99_000, "category": "Clothes / Tops",
          "quantity_at_1": 3_000_000, "quantity_at_2": 4_000_000}],
        [LEFT_OUT],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "rows", "problems"), CASES, ids=[one[0] for one in CASES])
@pytest.mark.parametrize("way", ["fast", "exactly"])
def test_an_export_becomes_what_is_said(
    way: str, name: str, text: str, rows: list[dict[str, Any]], problems: list[str]
) -> None:
    preset = preset_of(name)
    frame, found = read(preset, text, way)
    assert [{key: row[key] for key in expected} for row, expected in zip(frame, rows, strict=True)] == rows
    assert found == problems


def read(preset: Preset, text: str, way: str) -> tuple[list[dict[str, Any]], list[str]]:
    options = preset.recipe.options_with({})
    file_format = FileFormat(delimiter=options.delimiter or ",", quote='"' if options.quote is None else options.quote)
    head, _, body = text.partition("\n")
    headers = head.split("\t") if options.delimiter else next(csv.reader([head]))
    assert recognised(headers, preset.kind) == (preset,)
    kind = kind_of(preset.kind)
    mapping = resolve(kind, headers, parse_flags(kind, preset.flags))
    checker = BlockChecker(mapping, options, file_format, preset.treatment, small=0)
    block = Block(body.encode(), 2, way == "fast")
    checked = list(checker.check(block))
    rows = pl.concat([one.rows for one in checked]).to_dicts()
    return rows, [problem.code for one in checked for problem in one.problems]


def test_every_preset_has_a_case_and_flags_that_its_kind_knows() -> None:
    assert {one[0] for one in CASES} == set(PRESETS)
    for preset in PRESETS.values():
        assert parse_flags(kind_of(preset.kind), preset.flags)
        assert preset.recipe.options_with({}).kind == preset.kind


def test_a_plain_file_is_no_export() -> None:
    assert recognised(["sku", "name", "price", "quantity"]) == ()


def test_an_unknown_preset_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="shopify-inventory"):
        preset_of("shopify")


def test_a_preset_of_another_kind_is_refused() -> None:
    with pytest.raises(Refusal, match="stock"):
        preset_of("shopify-inventory").recipe.options_with({"kind": "products"})


def test_what_the_person_says_counts_more_than_the_preset() -> None:
    options = preset_of("square").recipe.options_with({"thousands": "", "decimal": ","})
    assert (options.thousands, options.decimal, options.currency_sign.value) == ("", ",", "strip")
