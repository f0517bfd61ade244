"""Repairs of cells and corrections by hand: what they mend, what they leave alone, and what they refuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.domain.barcodes import check_digit_ok
from inventory_app.domain.errors import Refusal
from inventory_app.importing.checks.numbers import NumberReader
from inventory_app.importing.checks.repairs import (
    APOSTROPHE,
    CHECK_DIGIT_ZEROS,
    CURRENCY_SIGN,
    DECIMAL_MARK,
    LETTERS,
    REPAIRS,
    THOUSANDS_MARKS,
    TRAILING_ZEROS,
    helpful,
    repaired,
)
from inventory_app.importing.checks.rows import Row, RowChecker
from inventory_app.importing.checks.treating import check_treatment
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.mapping import parse_flags, resolve
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.treatment import Treatment

HEADERS = ["sku", "name", "barcode", "price"]
PLAIN, COMMA = ImportOptions(), ImportOptions(decimal=",")
ALL = tuple(REPAIRS)


def check(*cells: str, options: ImportOptions = PLAIN, **repairs: tuple[str, ...]) -> Row:
    mapping = resolve(PRODUCTS, HEADERS, parse_flags(PRODUCTS, ()))
    return RowChecker(mapping, options, Treatment(repairs=repairs)).check(1, 2, cells)


def price(text: str, *names: str, options: ImportOptions = PLAIN) -> int | None:
    row = check("S", "N", "", text, options=options, price=names)
    found = row.values[-1]
    assert found is None or isinstance(found, int)
    return found if row.verdict is None else None


@pytest.mark.parametrize(
    ("text", "names", "scaled"),
    [
        ("€ 12.50", (CURRENCY_SIGN,), 125_000),
        ("12.50 EUR", (CURRENCY_SIGN,), 125_000),
        ("-$3", (CURRENCY_SIGN,), None),
        ("12,50", (DECIMAL_MARK,), 125_000),
        (",5", (DECIMAL_MARK,), 5_000),
        ("1,234.50", (THOUSANDS_MARKS,), 12_345_000),
        ("1.234,50", (THOUSANDS_MARKS,), 12_345_000),
        ("1 234 567", (THOUSANDS_MARKS,), 12_345_670_000),
        ("1,234.567,8", (THOUSANDS_MARKS,), None),
        ("1.2500000", (TRAILING_ZEROS,), 12_500),
        ("1.0000001", (TRAILING_ZEROS,), None),
        ("'7", (APOSTROPHE,), 70_000),
        ("'€ 1.234,50", (APOSTROPHE, CURRENCY_SIGN, THOUSANDS_MARKS), 12_345_000),
        ("on request", ALL, None),
        ("1.234", ALL, 12_340),
    ],
)
def test_numbers(text: str, names: tuple[str, ...], scaled: int | None) -> None:
    assert price(text, *names) == scaled


def test_the_declared_mark_decides() -> None:
    assert price("1.5", DECIMAL_MARK, options=COMMA) == 15_000
    assert price("1,234.50", THOUSANDS_MARKS, options=COMMA) == 12_345_000


def test_barcodes_get_their_zeros_back_and_texts_lose_an_apostrophe() -> None:
    row = check("'001", "N", "12345678905"[1:], "", barcode=(CHECK_DIGIT_ZEROS,), sku=(APOSTROPHE,))
    assert row.values[0] == "001"
    found = check("S", "N", "36000291452", "", barcode=(CHECK_DIGIT_ZEROS,))
    assert found.values[2] == "036000291452"
    assert check_digit_ok("036000291452")
    assert [(one.code, one.value, one.warning) for one in found.problems] == [("repaired", "36000291452", True)]
    untouched = check("'001", "N", "", "")
    assert untouched.values[0] == "'001"


def test_the_file_is_still_what_problems_show() -> None:
    row = check("S", "N", "", "12,5x", price=ALL)
    assert [(one.code, one.value) for one in row.problems] == [("price_invalid", "12,5x")]


@given(st.text(max_size=12), st.lists(st.sampled_from(ALL), unique=True))
def test_no_repair_changes_what_can_be_read(text: str, names: list[str]) -> None:
    """What is read without repairs is read alike with them, but for an apostrophe before it."""
    before = check("S", "N", "", text)
    after = check("S", "N", "", text, price=tuple(names))
    if before.verdict is None and not before.problems and not text.strip().startswith(("'", "’")):
        assert after == before


@given(st.text(max_size=20))
def test_repairs_of_anything(text: str) -> None:
    reader = NumberReader.of(PRODUCTS.field("price").number, PLAIN, money=True)
    made = repaired(text, ALL, PLAIN, lambda one: reader.read(one) is not None)
    assert made is None or reader.read(made) is not None


def test_which_repairs_would_help() -> None:
    reader = NumberReader.of(PRODUCTS.field("price").number, PLAIN, money=True)
    texts = ["12,50", "€ 3", "3 USD", "nothing"]
    assert helpful(texts, PLAIN, lambda one: reader.read(one) is not None) == {CURRENCY_SIGN: 2, DECIMAL_MARK: 1}


def test_a_treatment_with_repairs_and_corrections_survives_json() -> None:
    treatment = Treatment(repairs={"price": (DECIMAL_MARK,)}, corrections={3: {4: "1.5"}, 12: {1: ""}})
    assert Treatment.from_json(treatment.to_json()) == treatment
    assert not treatment.is_empty


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"repairs": {"price": ["magic"]}}, "there is no repair “magic”"),
        ({"repairs": {"colour": [DECIMAL_MARK]}}, "no column is mapped to colour"),
        ({"corrections": {"0": {"1": "x"}}}, "not the number"),
        ({"corrections": {"1": {"x": "x"}}}, "not the number"),
        ({"corrections": {"1": {"5": "x"}}}, "has no column 5"),
        ({"corrections": {"1": {"1": "\0"}}}, "no text"),
        ({"corrections": {"1": "x"}}, "named values"),
    ],
)
def test_what_makes_no_sense_is_refused(values: dict[str, object], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        check_treatment(resolve(PRODUCTS, HEADERS, ()), Treatment.from_json(values))


@pytest.mark.parametrize("word", ["Café", "Größe", "naïve “quotes”", "10 °C – 20 °C", "São Tomé", "5 €", "½ l"])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_letters_of_a_wrong_encoding_are_read_anew(word: str, encoding: str) -> None:
    damaged = _read_wrongly(word) if encoding == "cp1252" else word.encode().decode(encoding)
    row = check("S", damaged, "", "", name=(LETTERS,))
    assert row.values[1] == word
    assert [(one.code, one.warning) for one in row.problems] == [("repaired", True)]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("qualitÃ\u00a0", "qualità"),
        ("qualitÃ", "qualità"),
        ("CafÃƒÂ©", "Café"),
        ("Caf\u00e9 CafÃ©", None),  # a part that is right already: the whole cannot have been read wrongly
        ("Caf\ufffd", None),
        ("SÃO", None),
        ("Café", None),
        ("plain", None),
    ],
)
def test_letters_are_mended_whole_or_not_at_all(text: str, made: str | None) -> None:
    found = REPAIRS[LETTERS](text.strip(), PLAIN)
    assert found == made


@given(st.text(max_size=12))
def test_what_was_damaged_is_whole_again(text: str) -> None:
    """Whatever was read wrongly, once or twice, is what it was; nothing else is touched."""
    whole = REPAIRS[LETTERS](text, PLAIN) is None
    once = _read_wrongly(text)
    if whole and once != text:
        assert REPAIRS[LETTERS](once, PLAIN) == text
        assert REPAIRS[LETTERS](_read_wrongly(once), PLAIN) == text


def _read_wrongly(text: str) -> str:
    """UTF-8 read as cp1252, and as latin-1 where that has no letter for a byte."""
    return "".join(_letter(byte) for byte in text.encode())


def _letter(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
