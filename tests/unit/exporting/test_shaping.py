"""Stored values in blocks: the same texts as the domain writes for one value."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import MONEY, format_money, value_of
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import QUANTITY
from inventory_app.exporting.guard import guard
from inventory_app.exporting.job import WrittenColumn
from inventory_app.exporting.writing.shaping import shaped, stored_schema
from inventory_app.queries.exported.forms import Form

SCALED = st.integers(-(2**62), 2**62)
UNIT = 10**QUANTITY.scale


def shape(form: Form, *values: object, guarded: bool = True) -> object:
    """One row of one column."""
    names = ("x", "x_2")[: len(values)]
    column = WrittenColumn("x", form, names)
    stored = pl.DataFrame([values], schema=stored_schema([column]), orient="row")
    return shaped(stored, [column], guard=guarded)["x"][0]


@given(SCALED)
@example(0)
@example(-1)
@example(500_000)
def test_quantities(scaled: int) -> None:
    assert shape(Form.QUANTITY, scaled) == plain(QUANTITY.from_scaled(scaled))


@given(SCALED)
@example(0)
@example(-5)
@example(49_000)
@example(12_345)
def test_money(scaled: int) -> None:
    assert shape(Form.MONEY, scaled) == format_money(MONEY.from_scaled(scaled))


@given(SCALED, SCALED)
@example(9 * 10**15, 999_999)
@example(-3, 2_500_000)
def test_totals_beyond_64_bits(whole: int, rest: int) -> None:
    exact = whole * UNIT + rest
    expected = f"{abs(exact) // UNIT}.{abs(exact) % UNIT:06}".rstrip("0").rstrip(".")
    assert shape(Form.TOTAL, whole, rest) == ("-" if exact < 0 else "") + expected


@given(st.integers(-(9 * 10**18), 9 * 10**18), st.integers(0, 9 * 10**18))
@example(500_000, 1)
@example(1_500_000, 1)
@example(-500_000, 3)
def test_worth_is_rounded_as_the_domain_does(quantity: int, cost: int) -> None:
    try:
        worth = value_of(QUANTITY.from_scaled(quantity), MONEY.from_scaled(cost))
        expected = None if worth is None else format_money(worth)
    except Refusal:
        expected = None
    assert shape(Form.WORTH, quantity, cost) == expected


@given(st.text())
@example("=1+1")
@example("''@x")
@example("\t")
@example("x\n=1")
def test_texts_are_guarded_as_one_by_one(text: str) -> None:
    stored = text.encode("utf-8", "ignore").decode()
    assert shape(Form.TEXT, stored) == guard(stored)
    assert shape(Form.TEXT, stored, guarded=False) == stored
    assert shape(Form.PLAIN, stored) == stored


@given(st.uuids())
def test_identifiers_are_written_alike_whatever_the_engine_keeps(identifier: UUID) -> None:
    assert shape(Form.IDENTIFIER, identifier.hex) == shape(Form.IDENTIFIER, str(identifier)) == str(identifier)


def test_what_is_not_known_stays_so() -> None:
    for form in Form:
        values = (None, None) if form in (Form.TOTAL, Form.WORTH) else (None,)
        assert shape(form, *values) is None
    assert shape(Form.TIME, "2026-01-02T03:04:05.000000Z") == "2026-01-02T03:04:05+00:00"
    assert shape(Form.TIME, "2026-01-02T03:04:05.120000Z") == "2026-01-02T03:04:05.120000+00:00"
    assert (shape(Form.FLAG, 1), shape(Form.FLAG, 0)) == (True, False)
    assert Decimal(str(shape(Form.QUANTITY, 1))) == Decimal("0.000001")
