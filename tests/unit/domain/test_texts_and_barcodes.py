"""Texts and barcodes as people give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.domain.barcodes import check_digit_ok, damaged_by_spreadsheet, has_gtin_length
from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import counted, optional_text, require_code, require_text


@given(st.text(max_size=30))
def test_a_text_is_trimmed_or_refused_and_never_changed_inside(text: str) -> None:
    try:
        kept = optional_text(text, field="name", limit=20)
    except Refusal as refused:
        trimmed = text.strip()
        told = refused.code
    else:
        assert kept == text.strip()
        kept.encode()
        return
    assert told in ("too_long", "text_invalid")
    bad = "\0" in trimmed or any("\ud800" <= character <= "\udfff" for character in trimmed)
    assert len(trimmed) > 20 or bad


@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\N{NO-BREAK SPACE}", "\u3000"])
def test_blank_is_missing(blank: str) -> None:
    with pytest.raises(Refusal) as refused:
        require_text(blank, field="name")
    assert (refused.value.code, refused.value.field) == ("name_missing", "name")
    assert optional_text(blank, field="name") == ""


@pytest.mark.parametrize(
    ("field", "code"), [("lines.2.sku", "sku_missing"), ("barcodes.1", "barcodes_missing"), ("sku", "sku_missing")]
)
def test_the_code_is_a_word_whichever_line_it_is_about(field: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        require_text("", field=field)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_lengths_are_of_characters() -> None:
    assert optional_text("ü" * 200, field="sku", limit=200) == "ü" * 200
    with pytest.raises(Refusal, match="201 characters are more than the 200"):
        optional_text("x" * 201, field="sku", limit=200)


def test_leading_zeros_and_apostrophes_are_kept() -> None:
    assert require_text(" 000417 ", field="sku") == "000417"
    assert require_text("'=1+1", field="sku") == "'=1+1"


def test_a_code_has_no_slash() -> None:
    assert require_code(" R1 ") == "R1"
    with pytest.raises(Refusal) as refused:
        require_code("Room/1")
    assert refused.value.code == "code_invalid"


def test_counting() -> None:
    assert [counted(number, "line") for number in (0, 1, 12_000)] == ["0 lines", "1 line", "12,000 lines"]
    assert counted(2, "entry", "entries") == "2 entries"


@given(st.sampled_from([7, 11, 12, 13]).flatmap(lambda size: st.text("0123456789", min_size=size, max_size=size)))
def test_exactly_one_check_digit_is_right(digits: str) -> None:
    assert has_gtin_length(digits + "0")
    assert sum(check_digit_ok(digits + digit) for digit in "0123456789") == 1


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(digits: str, place: int, change: int) -> None:
    good = next(digits + digit for digit in "0123456789" if check_digit_ok(digits + digit))
    wrong = good[:place] + str((int(good[place]) + change) % 10) + good[place + 1 :]
    assert not check_digit_ok(wrong)


@pytest.mark.parametrize("gtin", ["4006381333931", "036000291452", "96385074", "10012345678902"])
def test_known_codes(gtin: str) -> None:
    assert has_gtin_length(gtin)
    assert check_digit_ok(gtin)


@pytest.mark.parametrize(
    "text", ["", "1234567", "123456789", "40063813339ab", "４００６３８１３３３９３１", "4006381333931 "]
)
def test_other_texts_are_no_gtins(text: str) -> None:
    assert not has_gtin_length(text)


@pytest.mark.parametrize(
    ("text", "damaged"),
    [("9.78E+12", True), ("9,78e+12", True), ("9.E+5", True), ("9.78E12", False), ("9.78", False), ("X9.78E+12", False),
     ("12.78E+12", False), ("9.78E+12 ", False)],
)  # fmt: skip
def test_scientific_notation_is_damage(text: str, damaged: bool) -> None:
    assert damaged_by_spreadsheet(text) is damaged
