"""Quantities and money: exact at every digit, the same after any round trip, refused where they do not fit."""

from __future__ import annotations

import string
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import MONEY, format_money, parse_money, require_not_negative, value_of
from inventory_app.domain.numbers import FixedPoint, plain
from inventory_app.domain.quantities import (
    QUANTITY,
    format_quantity,
    parse_quantity,
    require_change,
    require_positive,
)

KINDS = st.sampled_from([QUANTITY, MONEY])


@st.composite
def numbers(draw: st.DrawFn) -> tuple[FixedPoint, int]:
    """A kind of number, and the scaled integer of one that is allowed."""
    kind = draw(KINDS)
    largest = kind.limit * 10**kind.scale - 1
    return kind, draw(st.integers(-largest, largest))


def exact(kind: FixedPoint, scaled: int) -> Fraction:
    return Fraction(scaled, 10**kind.scale)


@given(numbers())
@example((QUANTITY, 9 * 10**18 - 1))
@example((MONEY, -9 * 10**18 + 1))
def test_a_number_survives_text_and_storage(number: tuple[FixedPoint, int]) -> None:
    kind, scaled = number
    value = kind.from_scaled(scaled)
    assert Fraction(value) == exact(kind, scaled)
    assert kind.to_scaled(value) == scaled
    text = plain(value)
    assert "e" not in text.lower()
    assert not text.startswith("-0") or text.startswith("-0.")
    assert kind.parse(text, field="x") == value
    assert kind.parse(text.replace(".", ","), field="x", decimal_mark=",") == value
    assert kind.check(value, field="x") == value


@given(numbers(), st.integers(0, 40), st.sampled_from(["", "+", "000"]))
def test_zeros_and_signs_that_mean_nothing_change_nothing(
    number: tuple[FixedPoint, int], zeros: int, before: str
) -> None:
    kind, scaled = abs(number[1]), number[1]
    fixed = number[0]
    value = fixed.from_scaled(kind)
    text = f"{before}{value:f}"
    text += ("" if "." in text else ".") + "0" * zeros
    assert fixed.parse(text, field="x") == value
    assert fixed.parse(f"-{text.removeprefix('+')}", field="x") == -value
    assert str(fixed.parse("-0.000", field="x")) == "0"
    assert scaled in (kind, -kind)


@given(KINDS, st.integers(0, 8 * 10**12), st.integers(1, 60), st.integers(1, 9))
def test_one_decimal_too_many_is_refused_however_far_out(kind: FixedPoint, whole: int, beyond: int, digit: int) -> None:
    """Decimal's own arithmetic rounds to 28 digits: a digit at the 60th place must not be lost in it."""
    text = f"{whole}.{'0' * (kind.scale + beyond - 1)}{digit}"
    with pytest.raises(Refusal, match=f"more than {kind.scale} decimals"):
        kind.parse(text, field="x")
    with pytest.raises(Refusal, match="decimals"):
        kind.check(Decimal(text), field="x")
    with pytest.raises(ValueError, match="does not fit"):
        kind.to_scaled(Decimal(text))


def test_a_text_of_a_million_digits_is_refused_and_not_rounded_to_nothing() -> None:
    with pytest.raises(Refusal, match="decimals"):
        parse_quantity("0." + "0" * 1_100_000 + "1")
    with pytest.raises(Refusal, match="out of range"):
        parse_quantity("9" * 1_000_000)
    assert parse_quantity("1." + "0" * 1_000_000) == 1


@given(numbers())
def test_the_precision_of_the_caller_does_not_matter(number: tuple[FixedPoint, int]) -> None:
    kind, scaled = number
    value = Decimal(scaled).scaleb(-kind.scale)
    with localcontext() as narrow:
        narrow.prec = 40
        wide = kind.check(value, field="x")
    assert kind.to_scaled(wide) == scaled


@pytest.mark.parametrize("kind", [QUANTITY, MONEY], ids=lambda kind: kind.noun)
@pytest.mark.parametrize("sign", ["", "-"])
def test_the_limit_itself_is_out_of_range(kind: FixedPoint, sign: str) -> None:
    with pytest.raises(Refusal, match="out of range") as refused:
        kind.parse(f"{sign}{kind.limit}", field="lines.2.quantity")
    assert refused.value.field == "lines.2.quantity"
    assert refused.value.code == f"{kind.noun}_invalid"
    just_inside = f"{sign}{kind.limit - 1}.{'9' * kind.scale}"
    assert plain(kind.parse(just_inside, field="x")) == just_inside
    assert abs(kind.to_scaled(Decimal(just_inside))) < 2**63


@pytest.mark.parametrize("kind", [QUANTITY, MONEY], ids=lambda kind: kind.noun)
@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(kind: FixedPoint, value: str) -> None:
    with pytest.raises(Refusal, match="is not a"):
        kind.check(Decimal(value), field="x")
    with pytest.raises(ValueError, match="does not fit"):
        kind.to_scaled(Decimal(value))


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 10**30])
def test_a_sum_beyond_64_bits_is_not_stored(value: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        QUANTITY.to_scaled(Decimal(value).scaleb(-6))


def test_an_absurd_exponent_costs_nothing() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        QUANTITY.to_scaled(Decimal("1E+999999"))
    with pytest.raises(ValueError, match="does not fit"):
        QUANTITY.to_scaled(Decimal("1E-999999"))
    assert QUANTITY.to_scaled(Decimal("0E+999999")) == 0


@pytest.mark.parametrize(
    "text",
    ["", " ", ".", "-", "+", "+-1", "--1", "1.2.3", "1,5", "1e3", "1E3", "0x10", "½", "١٢", "12 3", "1_000", "1.5-",
     "NaN", "inf", "1\N{NO-BREAK SPACE}000", "−5", "1\n2", "$5", "5 pcs", "\0"],
)  # fmt: skip
def test_a_text_that_is_not_plain_digits_is_refused(text: str) -> None:
    for parse in (parse_quantity, parse_money):
        with pytest.raises(Refusal):
            parse(text)


@given(st.text(alphabet=string.digits + "+-.,eE _٣", max_size=12))
def test_what_is_read_is_what_is_written(text: str) -> None:
    """Either the text is refused, or its value is exactly the one that its digits say."""
    try:
        value = parse_quantity(text)
    except Refusal:
        return
    assert Fraction(value) == Fraction(text.strip())


@pytest.mark.parametrize("text", ["1,5", "0,000001", ",5", "12,"])
def test_a_comma_counts_only_when_it_is_declared(text: str) -> None:
    assert parse_quantity(text, decimal_mark=",") == Decimal(text.replace(",", "."))
    with pytest.raises(Refusal):
        parse_quantity(text)


@given(
    st.integers(-9 * 10**18 + 1, 9 * 10**18 - 1),
    st.one_of(st.integers(0, 9 * 10**18 - 1), st.sampled_from([1, 5, 25, 5_000, 50_000, 10**4])),
)
@example(8_000_000_000_000_000_001, 8_000_000_000_000_000_001)
@example(500_000, 1)
@example(1_500_000, 1)
@example(-500_000, 1)
@example(1, 500_000)
def test_a_value_is_the_exact_product_rounded_half_even(quantity: int, amount: int) -> None:
    product = Fraction(quantity, 10**6) * Fraction(amount, 10**4)
    rounded = Fraction(round(product * 10**4), 10**4)  # Fraction rounds half-even, exactly
    factors = QUANTITY.from_scaled(quantity), MONEY.from_scaled(amount)
    if abs(rounded) >= MONEY.limit:
        with pytest.raises(Refusal, match="out of range"):
            value_of(*factors)
        return
    value = value_of(*factors)
    assert value is not None
    assert Fraction(value) == rounded


def test_a_value_without_a_known_amount_is_not_known() -> None:
    assert value_of(Decimal(3), None) is None


@given(numbers())
def test_money_is_shown_with_at_least_two_decimals(number: tuple[FixedPoint, int]) -> None:
    value = MONEY.from_scaled(number[1])
    text = format_money(value)
    assert Decimal(text) == value
    assert 2 <= len(text.partition(".")[2]) <= 4


@pytest.mark.parametrize(
    ("value", "text"), [("40", "40"), ("40.0", "40"), ("1E+2", "100"), ("-0", "0"), ("-3.10", "-3.1")]
)
def test_a_quantity_is_shown_plainly(value: str, text: str) -> None:
    assert format_quantity(Decimal(value)) == text


def test_signs_are_asked_for() -> None:
    assert require_positive(Decimal("0.000001")) == Decimal("0.000001")
    assert require_change(Decimal(-1)) == -1
    assert require_not_negative(Decimal(0)) == 0
    for ask, value in ((require_positive, 0), (require_positive, -1), (require_change, 0), (require_not_negative, -1)):
        with pytest.raises(Refusal) as refused:
            ask(Decimal(value), field="cost")
        assert refused.value.field == "cost"


def test_a_long_text_is_shown_cut_off() -> None:
    with pytest.raises(Refusal) as refused:
        parse_quantity("x" * 10_000_000)
    assert len(refused.value.message) < 150
