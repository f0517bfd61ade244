"""Adding scaled numbers in SQL without the limits of the engines.

SQLite's SUM raises “integer overflow” beyond 64 bits, which a few absurd levels reach; PostgreSQL's does not. Whole
units and the rest are therefore added apart and put together in Python, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, func, type_coerce

from inventory_app.domain.money import MONEY
from inventory_app.domain.numbers import FixedPoint
from inventory_app.domain.quantities import QUANTITY

_UNIT = 1_000_000


def raw(column: ColumnElement[Any] | Any) -> ColumnElement[int]:
    """The stored integer of a Quantity or Money column."""
    return type_coerce(column, BigInteger)


def sum_parts(column: ColumnElement[Any] | Any) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Two sums that `from_parts` makes one number of; 0 and 0 over no rows."""
    value = raw(column)
    whole = func.coalesce(func.sum(value // _UNIT), 0)
    return whole, func.coalesce(func.sum(value % _UNIT), 0)


def from_parts(whole: Any, rest: Any, number: FixedPoint = QUANTITY) -> Decimal:
    """The exact sum. PostgreSQL gives sums of integers as Decimals."""
    return number.from_scaled(int(whole) * _UNIT + int(rest))


def sum_at_most(column: ColumnElement[Any] | Any, limit: ColumnElement[Any] | Any) -> ColumnElement[bool]:
    """Whether the sum of a column is at most ``limit``; a product beyond 64 bits keeps its sign on both engines."""
    whole, rest = sum_parts(column)
    top = raw(limit)
    return (whole - top // _UNIT) * _UNIT <= top % _UNIT - rest


def sortable_sum(column: ColumnElement[Any] | Any) -> ColumnElement[int]:
    """A sum to sort by: in thousandths, which leaves room for thousands of the largest numbers there are."""
    return func.coalesce(func.sum(raw(column) // 1_000), 0)


def value_of_sums(sums: Iterable[tuple[Any, Any, Decimal]]) -> Decimal:
    """Σ quantity × cost over (whole, rest, cost), rounded half-even once at the end.

    In whole numbers, since a Decimal product is rounded to 28 digits; without the limit of a single amount.
    """
    exact = sum((int(whole) * _UNIT + int(rest)) * MONEY.to_scaled(cost) for whole, rest, cost in sums)
    value, left = divmod(exact, _UNIT)
    if 2 * left > _UNIT or (2 * left == _UNIT and value % 2):
        value += 1
    return MONEY.from_scaled(value)
