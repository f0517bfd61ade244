"""Stored values as a file shows them, in blocks of rows: exact decimal texts, times, guarded texts.

Done with whole columns, since a million rows would take a Python loop half a minute.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY
from inventory_app.exporting.guard import DANGEROUS
from inventory_app.exporting.job import WrittenColumn
from inventory_app.queries.exported.forms import Form

_UNIT: int = 10**QUANTITY.scale
_LARGEST_AMOUNT: int = MONEY.limit * 10**MONEY.scale
_MONEY_DECIMALS = 2
_HEX = 32
_HYPHENS = ((0, 8), (8, 4), (12, 4), (16, 4), (20, 12))

_NUMBERS = frozenset((Form.INTEGER, Form.FLAG, Form.QUANTITY, Form.MONEY, Form.TOTAL, Form.WORTH))
DECIMALS = frozenset((Form.QUANTITY, Form.MONEY, Form.TOTAL, Form.WORTH))


def stored_schema(columns: Sequence[WrittenColumn]) -> Mapping[str, pl.DataType]:
    """The types of the stored values of these columns, in their order."""
    return {part: pl.Int64() if column.form in _NUMBERS else pl.String() for column in columns for part in column.parts}


def shaped(stored: pl.DataFrame, columns: Sequence[WrittenColumn], *, guard: bool) -> pl.DataFrame:
    """Texts for everything but integers and flags; null for what is not known. ``guard``: against spreadsheets."""
    return stored.lazy().select(_shape(column, guard=guard).alias(column.name) for column in columns).collect()


def _shape(column: WrittenColumn, *, guard: bool) -> pl.Expr:
    first = pl.col(column.parts[0])
    match column.form:
        case Form.TEXT if guard:
            guarded = pl.concat_str(pl.lit("'"), first)
            return pl.when(first.str.contains(DANGEROUS)).then(guarded).otherwise(first)
        case Form.FLAG:
            return first == 1
        case Form.IDENTIFIER:
            pieces = [first.str.slice(start, length) for start, length in _HYPHENS]
            plain = pl.concat_str(pieces, separator="-")
            return pl.when(first.str.len_bytes() == _HEX).then(plain).otherwise(first)
        case Form.TIME:
            return first.str.replace(r"(\.000000)?Z$", "+00:00")
        case form if form in DECIMALS:
            return _amount(column)
        case _:
            return first


def _amount(column: WrittenColumn) -> pl.Expr:
    if column.form is Form.QUANTITY:
        return _decimal(pl.col(column.name), QUANTITY.scale)
    if column.form is Form.MONEY:
        return _decimal(pl.col(column.name), MONEY.scale, least=_MONEY_DECIMALS)
    first, second = (pl.col(part).cast(pl.Int128) for part in column.parts)
    if column.form is Form.TOTAL:
        return _decimal(first * _UNIT + second, QUANTITY.scale)
    return _decimal(_product(first, second), MONEY.scale, least=_MONEY_DECIMALS)


def _product(quantity: pl.Expr, cost: pl.Expr) -> pl.Expr:
    """Quantity × cost, rounded half-even as `value_of` does; null when it is more than an amount may be."""
    exact = quantity * cost
    value, twice = exact // _UNIT, exact % _UNIT * 2
    up = (twice > _UNIT) | ((twice == _UNIT) & (value % 2 == 1))
    rounded = value + up.cast(pl.Int128)
    return pl.when((rounded < _LARGEST_AMOUNT) & (rounded > -_LARGEST_AMOUNT)).then(rounded)


def _decimal(scaled: pl.Expr, scale: int, *, least: int = 0) -> pl.Expr:
    """A scaled integer as plain text: no exponent, no zeros at the end but for the ``least`` decimals."""
    base = 10**scale
    size = scaled.abs()
    decimals = (size % base).cast(pl.String).str.zfill(scale)
    kept = pl.concat_str(pl.lit("."), decimals.str.head(least), decimals.str.slice(least).str.strip_chars_end("0"))
    if not least:
        kept = kept.str.strip_chars_end(".")
    sign = pl.when(scaled < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    return pl.concat_str(sign, (size // base).cast(pl.String), kept)
