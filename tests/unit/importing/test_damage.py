"""Damage by spreadsheets and wrong encodings: each has its name, and what only looks like it has none."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.importing.checks.damage import damage_doubt, damage_of, may_hold_mojibake
from inventory_app.importing.checks.rows import RowChecker
from inventory_app.importing.kinds import PRODUCTS, FieldType
from inventory_app.importing.mapping import resolve
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reasons import WARNINGS

TEXTS = [FieldType.SKU, FieldType.BARCODE, FieldType.TEXT, FieldType.DESCRIPTION]


@pytest.mark.parametrize("word", ["Café", "Größe", "naïve “quotes”", "10 °C – 20 °C", "São Tomé", "5 €", "½ l", "Ürün"])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_letters_of_a_wrong_encoding_are_named(word: str, encoding: str) -> None:
    assert damage_of(word.encode().decode(encoding, "replace"), FieldType.TEXT) == ["mojibake"]
    assert damage_of(word, FieldType.TEXT) == []


@pytest.mark.parametrize(
    "word", ["SÃO PAULO", "PÃO", "Âge", "crème brûlée", "Ärger", "Ǎ", "日本", "AÃ", "Ø 5 mm", "#5", "# N/A"]
)
def test_what_is_no_damage(word: str) -> None:
    assert damage_of(word, FieldType.TEXT) == []


@pytest.mark.parametrize(
    "sku", ["1-Feb", "01-Feb-24", "3. Mrz", "5-MAR", "Mar-05", "dez-12", "2024-02-01", "2024-02-01 00:00:00"]
)
def test_dates_that_were_skus(sku: str) -> None:
    assert damage_of(sku, FieldType.SKU) == ["sku_date"]
    assert damage_of(sku, FieldType.TEXT) == []


@pytest.mark.parametrize("sku", ["MAR-1234", "A-12", "1-2", "DEC", "2024-13", "OCT-5-BLUE", "123-FEBRUARY", "SKU-0001"])
def test_skus_that_are_no_dates(sku: str) -> None:
    assert damage_of(sku, FieldType.SKU) == []


@pytest.mark.parametrize(
    ("digits", "lost"), [("1234567890123450000", True), ("1234567890123456", False), ("100000000000000", False)]
)
def test_digits_behind_the_fifteenth(digits: str, lost: bool) -> None:
    assert (damage_of(digits, FieldType.BARCODE) == ["digits_lost"]) is lost


def test_cut_cells_and_errors() -> None:
    assert damage_of("x" * 32_767, FieldType.DESCRIPTION) == ["cell_cut"]
    assert damage_of("x" * 32_766, FieldType.DESCRIPTION) == []
    for error in ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"):
        assert damage_of(error, FieldType.TEXT) == ["cell_error"]


def test_a_cell_that_is_cut_is_named_also_where_it_is_too_long() -> None:
    mapping = resolve(PRODUCTS, ("sku", "name"), ())
    row = RowChecker(mapping, ImportOptions()).check(1, 2, ["S", "x" * 32_767])
    assert [(one.code, one.warning) for one in row.problems] == [("cell_cut", True), ("too_long", False)]


@given(
    st.one_of(
        st.text(),
        st.from_regex(r"[0-9]{1,2}[-. ](jan|Mrz|DEZ)\.?(-[0-9]{2})?", fullmatch=True),
        st.from_regex("[1-9][0-9]{14,16}0*", fullmatch=True),
        st.text(alphabet="ÃÂâ€©\u00a0\u0080ï¿½#N/A"),
        st.text().map(lambda text: text.encode("utf-8", "ignore").decode("cp1252", "replace")),
    )
)
def test_whole_columns_are_doubted_wherever_a_text_is_named(text: str) -> None:
    for field_type in TEXTS:
        codes = damage_of(text, field_type)
        assert set(codes) <= set(WARNINGS)
        mojibake = may_hold_mojibake(text.encode("utf-8", "surrogatepass"))
        assert mojibake or "mojibake" not in codes
        doubt = pl.DataFrame({"text": [text]}).select(damage_doubt(pl.col("text"), field_type, mojibake=mojibake))
        assert doubt.item() or not codes
