"""Keyset pages: a page of rows, the key that the next one continues after, and how a query is cut into them.

A page costs the same wherever it lies; nothing here counts rows away with OFFSET. Which columns may sort stands in
tables of the queries (`Orders`); a name that is not in them never reaches SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Select, and_, literal, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

Row = TypeVar("Row")
Key: TypeAlias = "tuple[object, ...]"
# Name of an order → the columns that sort it. Together they are unique, so that no row is shown twice or left out.
Orders: TypeAlias = "Mapping[str, Sequence[Any]]"

PAGE_SIZE = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """``next_key`` is None on the last page; else the sort values of the last row here, the id last."""

    rows: tuple[Row, ...]
    next_key: Key | None


@dataclass(frozen=True, slots=True)
class Order:
    """Which declared column sorts a page; the row's id always breaks ties."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a page begins and ends."""

    descending: bool = False
    after: Key | None = None
    limit: int = PAGE_SIZE


def sort_columns(orders: Orders, order: Order) -> Sequence[Any]:
    """The columns of a declared order. Raises ValueError for any other name."""
    columns = orders.get(order.column)
    if columns is None:
        raise ValueError(f"cannot sort by {order.column!r}; declared are {', '.join(orders)}")
    return columns


def sorted_by(orders: Orders, order: Order) -> list[ColumnElement[Any]]:
    """What a query without pages is ordered by. Raises ValueError for an order that is not declared."""
    return [column.desc() if order.descending else column.asc() for column in sort_columns(orders, order)]


async def keyset_page(
    session: AsyncSession,
    query: Select[Any],
    columns: Sequence[Any],
    make_row: Callable[[Sequence[Any]], Row],
    cut: Cut,
) -> Page[Row]:
    """One page of ``query``, sorted by ``columns``, continuing after the key of the page before."""
    limit, descending = cut.limit, cut.descending
    if cut.after is not None:
        query = query.where(_behind(columns, cut.after, descending))
    ordered = query.order_by(*[column.desc() if descending else column.asc() for column in columns])
    keyed = ordered.add_columns(*[column.label(f"key_{number}") for number, column in enumerate(columns)])
    found = (await session.execute(keyed.limit(limit + 1))).all()
    width = len(columns)
    rows = tuple(make_row(row[:-width]) for row in found[:limit])
    next_key = tuple(found[limit - 1][-width:]) if len(found) > limit else None
    return Page(rows, next_key)


def _behind(columns: Sequence[Any], key: Key, descending: bool) -> ColumnElement[bool]:
    if len(key) != len(columns):
        raise ValueError("the key belongs to another order")
    values = [literal(value, column.type) for value, column in zip(key, columns, strict=True)]
    if len(columns) == 1:
        only: ColumnElement[bool] = columns[0] < values[0] if descending else columns[0] > values[0]
        return only
    left, right = tuple_(*columns), tuple_(*values)
    # The first column alone, too: an index can only be entered by it when the others belong to joined tables.
    first = columns[0] <= values[0] if descending else columns[0] >= values[0]
    return and_(first, left < right if descending else left > right)
