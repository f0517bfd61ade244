"""Sales orders against their lines, and what they say was shipped against the ledger; part of `verify`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import (
    Location,
    Product,
    SalesOrder,
    SalesOrderAllocation,
    SalesOrderLine,
    StockMove,
)
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import OPEN_SALES, SalesOrderStatus, status_after_shipping, words
from inventory_app.domain.stock import LocationKind
from inventory_app.queries.exact import from_parts, raw, sum_parts
from inventory_app.queries.streams import merged, streamed

AllocationKey: TypeAlias = "tuple[int, int]"

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """What an order's line says of itself."""

    line_no: int
    sku: str
    ordered: Decimal
    reserved: Decimal
    shipped: Decimal


@dataclass(frozen=True, slots=True)
class CheckedOrder:
    """One order and what is wrong with it: (sku or '', expected, found, words) each."""

    number: str
    problems: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ShippedDifference:
    """A line whose shipped quantity of a lot is not what the ledger says left by it."""

    line_id: int
    lot_id: int
    expected: Decimal
    found: Decimal


async def checked_orders(session: AsyncSession) -> AsyncIterator[CheckedOrder]:
    """Every order, by id."""
    number, status, lines = "", SalesOrderStatus.DRAFT, list[OrderLine]()
    current: int | None = None
    async for order_id, next_number, next_status, *line in streamed(session, _lines()):
        if order_id != current:
            if current is not None:
                yield CheckedOrder(number, tuple(problems_of(status, lines)))
            current, number, status, lines = order_id, next_number, SalesOrderStatus(next_status), []
        if line[0] is not None:
            lines.append(_line(line))
    if current is not None:
        yield CheckedOrder(number, tuple(problems_of(status, lines)))


def _lines() -> Select[Any]:
    """All lines of all orders with the sums of their allocations; an order without lines has one row all the same."""
    sums = (*sum_parts(SalesOrderAllocation.reserved), *sum_parts(SalesOrderAllocation.shipped))
    columns: tuple[Any, ...] = (
        SalesOrder.id, SalesOrder.number, SalesOrder.status, SalesOrderLine.line_no, Product.sku,
        SalesOrderLine.ordered,
    )  # fmt: skip
    return (
        select(*columns, *sums)
        .outerjoin(SalesOrderLine, SalesOrderLine.order_id == SalesOrder.id)
        .outerjoin(Product, Product.id == SalesOrderLine.product_id)
        .outerjoin(SalesOrderAllocation, SalesOrderAllocation.line_id == SalesOrderLine.id)
        .group_by(*columns)
        .order_by(SalesOrder.id, SalesOrderLine.line_no)
    )


def _line(values: Sequence[Any]) -> OrderLine:
    line_no, sku, ordered, kept, kept_rest, left, left_rest = values
    return OrderLine(line_no, sku, ordered, from_parts(kept, kept_rest), from_parts(left, left_rest))


def problems_of(status: SalesOrderStatus, lines: Sequence[OrderLine]) -> list[tuple[str, str, str, str]]:
    """What is wrong between an order's status and its lines."""
    if not lines:
        return [("", "lines", "none", "it has no lines")]
    by_shipping = status_after_shipping((line.ordered, line.shipped) for line in lines)
    return _wrong_status(status, by_shipping) + [
        problem for line in lines for problem in _wrong_line(line, holds=status in OPEN_SALES)
    ]


def _wrong_status(status: SalesOrderStatus, by_shipping: SalesOrderStatus) -> list[tuple[str, str, str, str]]:
    placed, partly, shipped = SalesOrderStatus.PLACED, SalesOrderStatus.PARTLY_SHIPPED, SalesOrderStatus.SHIPPED
    fitting = {
        SalesOrderStatus.DRAFT: (placed,),
        SalesOrderStatus.CANCELLED: (placed,),
        SalesOrderStatus.CLOSED: (partly, shipped),
    }.get(status, (status,))
    if by_shipping in fitting:
        return []
    what = {placed: "nothing has left", partly: "a part has left", shipped: "all has left"}[by_shipping]
    return [("", words(by_shipping), words(status), f"it is {words(status)}, but {what}")]


def _wrong_line(line: OrderLine, *, holds: bool) -> list[tuple[str, str, str, str]]:
    expected = line.ordered - line.shipped if holds else _NOTHING
    if line.reserved == expected:
        return []
    said = f"line {line.line_no}, {line.sku}: holds {plain(line.reserved)} instead of {plain(expected)}"
    return [(line.sku, plain(expected), plain(line.reserved), said)]


async def shipped_differences(session: AsyncSession) -> AsyncIterator[ShippedDifference]:
    """Lines and lots where order and ledger disagree about what has left."""
    async for (line_id, lot_id), (moved, said) in merged(_moved(session), _said(session)):
        expected, found = moved or _NOTHING, said or _NOTHING
        if expected != found:
            yield ShippedDifference(line_id, lot_id, expected, found)


async def _moved(session: AsyncSession) -> AsyncIterator[tuple[AllocationKey, Decimal]]:
    target = aliased(Location)
    key = (StockMove.sales_order_line_id, StockMove.lot_id)
    quantity = raw(StockMove.quantity)
    # What was undone came back by the same line.
    left = case((target.kind == LocationKind.CUSTOMER, quantity), else_=-quantity)
    query = (
        select(*key, *sum_parts(left))
        .join(target, target.id == StockMove.to_location_id)
        .where(StockMove.sales_order_line_id.is_not(None))
        .group_by(*key)
        .order_by(*key)
    )
    async for line_id, lot_id, whole, rest in streamed(session, query):
        yield (line_id, lot_id), from_parts(whole, rest)


async def _said(session: AsyncSession) -> AsyncIterator[tuple[AllocationKey, Decimal]]:
    key = (SalesOrderAllocation.line_id, SalesOrderAllocation.lot_id)
    query = select(*key, SalesOrderAllocation.shipped).order_by(*key)
    async for line_id, lot_id, shipped in streamed(session, query):
        yield (line_id, lot_id), shipped


async def line_names(session: AsyncSession, line_id: int) -> tuple[str, str]:
    """Order number and sku of a line; a line that is gone is named by its id."""
    query = (
        select(SalesOrder.number, Product.sku)
        .join(SalesOrderLine, SalesOrderLine.order_id == SalesOrder.id)
        .join(Product, Product.id == SalesOrderLine.product_id)
        .where(SalesOrderLine.id == line_id)
    )
    row = (await session.execute(query)).one_or_none()
    return (f"line id {line_id}", "") if row is None else (row[0], row[1])


async def order_count(session: AsyncSession) -> int:
    """How many orders there are."""
    return int(await session.scalar(select(func.count()).select_from(SalesOrder)) or 0)
