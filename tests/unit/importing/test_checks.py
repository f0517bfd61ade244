"""What single cells say: numbers, barcodes, paths and white space, told from texts that only look like them."""

from __future__ import annotations

import sys

import pytest

from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY
from inventory_app.importing.checks import texts
from inventory_app.importing.checks.numbers import NumberReader
from inventory_app.importing.checks.rows import scaled_value
from inventory_app.importing.options import CurrencySign, ImportOptions
from inventory_app.importing.reasons import NUMBER_OF, REASONS

ORDER = """sku_missing name_missing price_invalid price_negative cost_invalid cost_negative unit_cost_invalid
reorder_point_invalid date_invalid quantity_invalid quantity_negative serial_quantity too_long barcode_check_digit
barcode_damaged sku_unknown unknown_location unknown_category unknown_supplier unknown_uom barcode_duplicate
serial_duplicate duplicate_sku sku_exists below_reserved ragged_row undecodable"""


def test_reasons_stand_in_the_order_of_the_contract() -> None:
    """New ones come after them; the last is what the others of a document are rejected for."""
    contract = ORDER.split()
    assert list(REASONS)[: len(contract)] == contract
    assert list(REASONS)[-1] == "document_rejected"
    assert sorted(NUMBER_OF.values()) == list(range(1, len(REASONS) + 1))


@pytest.mark.parametrize(
    ("text", "scaled"),
    [
        ("0", 0), ("-0", 0), ("+0.0", 0), ("1.", 10_000), (".5", 5_000), ("01000", 10_000_000), ("1.2345", 12_345),
        ("899999999999999.9999", 8_999_999_999_999_999_999), ("-3", -30_000), ("1.23456", None), ("1.00000", None),
        ("900000000000000", None), ("", None), (".", None), ("+", None), ("1e2", None), ("1,5", None), ("1 000", None),
        ("NaN", None), ("0x1", None), ("\uff11", None), ("\u0661", None), ("9" * 500, None), ("$5", None),
        ("--1", None),
    ],
)  # fmt: skip
def test_money_is_plain_digits(text: str, scaled: int | None) -> None:
    assert NumberReader.of(MONEY, ImportOptions(), money=True).read(text) == scaled


def test_declared_marks_and_signs() -> None:
    options = ImportOptions(decimal=",", thousands=".", currency_sign=CurrencySign.STRIP)
    money = NumberReader.of(MONEY, options, money=True)
    assert [money.read(text) for text in ("1.234,5", "-€ 1.234,5", "12,5 €", "€-3", "1234,5")] == [
        12_345_000, -12_345_000, 125_000, -30_000, 12_345_000,
    ]  # fmt: skip
    assert [money.read(text) for text in ("1.23,5", "12.34.567", "€5€", "5 EUR", "1,234.5")] == [None] * 5
    quantity = NumberReader.of(QUANTITY, options, money=False)
    assert quantity.read("€5") is None


@pytest.mark.parametrize(
    ("quantity", "cost", "value"),
    [(1_000_000, 3, 3), (500_000, 1, 0), (500_000, 3, 2), (1_500_000, 1, 2), (-500_000, 3, -2), (-2_500_000, 1, -2)],
)
def test_values_are_rounded_half_even(quantity: int, cost: int, value: int) -> None:
    assert scaled_value(quantity, cost) == value


def test_white_space_is_what_strip_takes() -> None:
    space = {chr(place) for place in range(sys.maxunicode + 1) if chr(place).isspace()}
    assert set(texts.WHITE_SPACE) == space


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("9.78E+12", True),
        ("9,7E+12", True),
        ("9.E+1", True),
        ("9E+12", False),
        ("9.78e+12", False),
        ("x9.78E+12", False),
    ],
)
def test_numbers_that_a_spreadsheet_has_damaged(text: str, damaged: bool) -> None:
    assert texts.damaged(text) is damaged


@pytest.mark.parametrize(
    ("text", "path"), [("A / B", "A/B"), ("A", "A"), ("/A", None), ("A//B", None), ("A/ ", None), ("A/\x1f/B", None)]
)
def test_paths(text: str, path: str | None) -> None:
    assert texts.normal_path(text) == path
