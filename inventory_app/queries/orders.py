"""Sales orders: the list, and one order whole with what is available for it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import (
    GoodsReturn,
    Location,
    Party,
    Product,
    SalesOrder,
    SalesOrderAllocation,
    SalesOrderLine,
    StockLevel,
)
from inventory_app.database.types import Money
from inventory_app.domain.orders import OPEN_SALES, SalesOrderStatus
from inventory_app.queries.exact import from_parts, sum_parts
from inventory_app.queries.page import PAGE_SIZE, Cut, Key, Order, Orders, Page, keyset_page, sort_columns
from inventory_app.queries.search import contains


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesOrderRow:
    """A line of the list of orders."""

    id: int
    number: str
    reference: str
    customer: str | None
    status: str
    location: str
    placed_at: datetime
    total: Decimal | None
    lines: int
    action_id: UUID

    @property
    def is_open(self) -> bool:
        return SalesOrderStatus(self.status) in OPEN_SALES


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesOrderLineRow:
    """One product of an order; ``available`` at the order's location now, without what this line holds."""

    line_no: int
    sku: str
    name: str
    ordered: Decimal
    reserved: Decimal
    shipped: Decimal
    available: Decimal
    unit_price: Decimal | None
    total: Decimal | None

    @property
    def open(self) -> Decimal:
        return self.ordered - self.shipped


@dataclass(frozen=True, slots=True)
class SalesOrderDetail:
    """One order whole; ``returns`` are the numbers of what came back of it."""

    order: SalesOrderRow
    lines: tuple[SalesOrderLineRow, ...]
    returns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What the list is narrowed to; ``text`` is looked for in number, reference and customer."""

    text: str = ""
    statuses: tuple[SalesOrderStatus, ...] = ()
    location: str | None = None


def _orders() -> Select[Any]:
    """The columns of SalesOrderRow in the order of `_NAMES`."""
    lines = (
        select(func.count())
        .select_from(SalesOrderLine)
        .where(SalesOrderLine.order_id == SalesOrder.id)
        .scalar_subquery()
    )
    columns = (
        SalesOrder.id, SalesOrder.number, SalesOrder.reference, Party.name, SalesOrder.status, Location.path,
        SalesOrder.placed_at, SalesOrder.total, lines, SalesOrder.action_id,
    )  # fmt: skip
    return (
        select(*columns)
        .join(Location, Location.id == SalesOrder.location_id)
        .outerjoin(Party, Party.id == SalesOrder.customer_id)
    )


_NAMES = (
    "id", "number", "reference", "customer", "status", "location", "placed_at", "total", "lines", "action_id",
)  # fmt: skip


def _row(values: Sequence[Any]) -> SalesOrderRow:
    return SalesOrderRow(**dict(zip(_NAMES, values, strict=True)))


def sales_order_orders() -> Orders:
    """What the list can be sorted by; ``number`` is the order in which they were placed."""
    total: Any = func.coalesce(SalesOrder.total, literal(Decimal(-1), Money()))
    return {
        "number": (SalesOrder.id,),
        "placed_at": (SalesOrder.placed_at, SalesOrder.id),
        "reference": (SalesOrder.reference, SalesOrder.id),
        "customer": (func.coalesce(Party.name, ""), SalesOrder.id),
        "status": (SalesOrder.status, SalesOrder.id),
        "location": (Location.path, SalesOrder.id),
        "total": (total, SalesOrder.id),
    }


async def sales_order_page(
    session: AsyncSession,
    wanted: OrderFilter | None = None,
    *,
    order: Order | None = None,
    after: Key | None = None,
    limit: int = PAGE_SIZE,
) -> Page[SalesOrderRow]:
    """One page of sales orders, the newest first unless another order is asked for."""
    order = order or Order("number", descending=True)
    columns = sort_columns(sales_order_orders(), order)
    query = _orders().where(*sales_order_conditions(wanted or OrderFilter()))
    return await keyset_page(session, query, columns, _row, Cut(order.descending, after, limit))


def sales_order_conditions(wanted: OrderFilter) -> list[ColumnElement[bool]]:
    """What a filter asks of the order, its customer and its location."""
    found: list[ColumnElement[bool]] = []
    if wanted.text.strip():
        fields = (SalesOrder.number, SalesOrder.reference, Party.name)
        found.append(or_(*[contains(field, wanted.text) for field in fields]))
    if wanted.statuses:
        found.append(SalesOrder.status.in_(wanted.statuses))
    if wanted.location is not None:
        found.append(Location.path == wanted.location)
    return found


async def order_detail(session: AsyncSession, number: str) -> SalesOrderDetail | None:
    """The order of that number, or None."""
    found = (await session.execute(_orders().where(SalesOrder.number == number))).one_or_none()
    if found is None:
        return None
    order = _row(found)
    returns = await session.scalars(
        select(GoodsReturn.number).where(GoodsReturn.order_id == order.id).order_by(GoodsReturn.id)
    )
    return SalesOrderDetail(order, await _lines(session, order.id), tuple(returns))


async def _lines(session: AsyncSession, order_id: int) -> tuple[SalesOrderLineRow, ...]:
    def at_hand(column: Any) -> list[Any]:
        return [
            select(part)
            .where(StockLevel.product_id == SalesOrderLine.product_id, StockLevel.location_id == SalesOrder.location_id)
            .scalar_subquery()
            for part in sum_parts(column)
        ]

    def allocated(column: Any) -> list[Any]:
        return [
            select(part).where(SalesOrderAllocation.line_id == SalesOrderLine.id).scalar_subquery()
            for part in sum_parts(column)
        ]

    query = (
        select(
            SalesOrderLine.line_no, Product.sku, Product.name, SalesOrderLine.ordered, SalesOrderLine.unit_price,
            SalesOrderLine.total, *allocated(SalesOrderAllocation.reserved), *allocated(SalesOrderAllocation.shipped),
            *at_hand(StockLevel.on_hand - StockLevel.reserved),
        )
        .join(SalesOrder, SalesOrder.id == SalesOrderLine.order_id)
        .join(Product, Product.id == SalesOrderLine.product_id)
        .where(SalesOrderLine.order_id == order_id)
        .order_by(SalesOrderLine.line_no)
    )  # fmt: skip
    return tuple(_line(values) for values in await session.execute(query))


def _line(values: Sequence[Any]) -> SalesOrderLineRow:
    line_no, sku, name, ordered, unit_price, total, *parts = values
    return SalesOrderLineRow(
        line_no=line_no,
        sku=sku,
        name=name,
        ordered=ordered,
        unit_price=unit_price,
        total=total,
        reserved=from_parts(parts[0], parts[1]),
        shipped=from_parts(parts[2], parts[3]),
        available=from_parts(parts[4], parts[5]),
    )


async def find_orders(session: AsyncSession, text: str, *, limit: int = 20) -> tuple[SalesOrderRow, ...]:
    """The order of that number, else those of that reference, oldest first; what it means is the caller's to say."""
    by_number = (await session.execute(_orders().where(SalesOrder.number == text))).one_or_none()
    if by_number is not None:
        return (_row(by_number),)
    query = _orders().where(SalesOrder.reference == text, SalesOrder.reference != "")
    found = await session.execute(query.order_by(SalesOrder.id).limit(limit))
    return tuple(_row(values) for values in found)
