"""Levels: what is where. A level is one product at one location, of one lot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import (
    Category,
    Location,
    Lot,
    Product,
    PurchaseOrder,
    PurchaseOrderLine,
    ReorderRule,
    StockLevel,
    Uom,
)
from inventory_app.database.types import Quantity
from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import value_of
from inventory_app.domain.orders import PurchaseOrderStatus
from inventory_app.domain.stock import LocationKind
from inventory_app.queries.engine import InThisOrder, name_order
from inventory_app.queries.exact import from_parts, sum_parts, value_of_sums
from inventory_app.queries.low_stock import is_low
from inventory_app.queries.page import PAGE_SIZE, Cut, Key, Order, Orders, Page, keyset_page, sort_columns
from inventory_app.queries.products import under
from inventory_app.queries.search import matching
from inventory_app.queries.streams import streamed

# Orders that an index of the products gives.
_BY_PRODUCT = ("sku", "name")
_ON_THE_WAY = (PurchaseOrderStatus.ORDERED, PurchaseOrderStatus.PARTLY_RECEIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRow:
    """One level as the stock screen shows it. ``low`` is told of product and location, over all lots there."""

    product_id: int
    location_id: int
    lot_id: int
    sku: str
    name: str
    category: str | None
    uom: str
    location: str
    lot: str
    serial: str
    expires_on: date | None
    on_hand: Decimal
    reserved: Decimal
    reorder_point: Decimal | None
    cost: Decimal | None
    low: bool = False

    @property
    def key(self) -> tuple[int, int, int]:
        return self.product_id, self.location_id, self.lot_id

    @property
    def available(self) -> Decimal:
        return self.on_hand - self.reserved

    @property
    def value(self) -> Decimal | None:
        """On hand at cost; None when the cost is not known, or the product is beyond what an amount may be."""
        try:
            return value_of(self.on_hand, self.cost)
        except Refusal:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelFilter:
    """What the levels are narrowed to. ``location`` has all below it; ``zero`` shows those with nothing in them."""

    search: str = ""
    sku: str | None = None
    location: str | None = None
    category: str | None = None
    low_only: bool = False
    zero: bool = True
    expires_by: date | None = None
    archived: bool | None = None


@dataclass(frozen=True, slots=True)
class StockTotals:
    """``without_cost`` levels have stock whose value is not known; ``value`` is that of all others."""

    levels: int
    value: Decimal
    without_cost: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A product at one place, over all lots. ``location`` None: at all places of kind storage."""

    sku: str
    location: str | None
    on_hand: Decimal
    reserved: Decimal
    incoming: Decimal
    reorder_point: Decimal | None

    @property
    def available(self) -> Decimal:
        return self.on_hand - self.reserved

    @property
    def projected(self) -> Decimal:
        return self.available + self.incoming


def _levels(*, by_product: bool = False) -> Select[Any]:
    """The columns of LevelRow in the order of `_NAMES`; whether it is low is told for a page at a time.

    ``by_product``: goes along the products, whose index gives the order.
    """
    products, levels = Product.__table__, StockLevel.__table__
    of_product = Product.id == StockLevel.product_id
    joined = InThisOrder(products, levels, of_product) if by_product else levels.join(products, of_product)
    columns: tuple[Any, ...] = (
        StockLevel.product_id, StockLevel.location_id, StockLevel.lot_id, Product.sku, Product.name, Category.name,
        Uom.code, Location.path, Lot.lot_number, Lot.serial, Lot.expires_on, StockLevel.on_hand, StockLevel.reserved,
        ReorderRule.reorder_point, Product.cost,
    )  # fmt: skip
    return (
        select(*columns)
        .select_from(joined)
        # All of them are there; an outer join keeps SQLite from beginning with them and going through their product.
        .outerjoin(Location, Location.id == StockLevel.location_id)
        .outerjoin(Lot, Lot.id == StockLevel.lot_id)
        .outerjoin(Uom, Uom.id == Product.uom_id)
        .outerjoin(Category, Category.id == Product.category_id)
        .outerjoin(ReorderRule, RULE_OF_LEVEL)
    )


RULE_OF_LEVEL = and_(ReorderRule.product_id == StockLevel.product_id, ReorderRule.location_id == StockLevel.location_id)


_NAMES = (
    "product_id", "location_id", "lot_id", "sku", "name", "category", "uom", "location", "lot", "serial",
    "expires_on", "on_hand", "reserved", "reorder_point", "cost",
)  # fmt: skip


def _row(values: Sequence[Any]) -> LevelRow:
    return LevelRow(**dict(zip(_NAMES, values, strict=True)))


def level_orders(session: AsyncSession) -> Orders:
    """What the levels can be sorted by."""
    lot = (Lot.lot_number, Lot.serial)
    whole = (Product.sku, Location.path, *lot)
    # Behind a column without an index: what only breaks ties must not lure a plan into going along its own index.
    ties = (func.coalesce(Product.sku, ""), Location.path, *lot)
    available: Any = StockLevel.on_hand - StockLevel.reserved
    reorder_point: Any = func.coalesce(ReorderRule.reorder_point, literal(Decimal(-1), Quantity()))
    return {
        "sku": whole,
        "name": (name_order(session, Product.name), *whole),
        "category": (func.coalesce(Category.name, ""), *ties),
        "location": (Location.path, ties[0], *lot),
        "lot": (*lot, *ties[:2]),
        "on_hand": (StockLevel.on_hand, *ties),
        "reserved": (StockLevel.reserved, *ties),
        "available": (available, *ties),
        "reorder_point": (reorder_point, *ties),
    }


async def stock_page(
    session: AsyncSession,
    wanted: LevelFilter | None = None,
    *,
    order: Order | None = None,
    after: Key | None = None,
    limit: int = PAGE_SIZE,
) -> Page[LevelRow]:
    """One page of levels."""
    order, wanted = order or Order("sku"), wanted or LevelFilter()
    columns = sort_columns(level_orders(session), order)
    # Where few levels are left they are found by what leaves them, and sorting them costs nothing.
    few = wanted.location is not None or wanted.low_only or wanted.expires_by is not None
    query = _levels(by_product=order.column in _BY_PRODUCT and not few)
    query = query.where(*await level_conditions(session, wanted))
    page = await keyset_page(session, query, columns, _row, Cut(order.descending, after, limit))
    return Page(await _with_low(session, page.rows), page.next_key)


async def _with_low(session: AsyncSession, rows: tuple[LevelRow, ...]) -> tuple[LevelRow, ...]:
    """The rows with those marked that are at or below their reorder point: one more statement for the whole page."""
    ruled = {row.product_id for row in rows if row.reorder_point}
    if not ruled:
        return rows
    query = select(ReorderRule.product_id, ReorderRule.location_id)
    found = {tuple(one) for one in await session.execute(query.where(ReorderRule.product_id.in_(ruled), is_low()))}
    return tuple(replace(row, low=True) if row.key[:2] in found else row for row in rows)


async def stock_totals(session: AsyncSession, wanted: LevelFilter | None = None) -> StockTotals:
    """How many levels a filter has, and their value: exact, computed here from one sum for each cost there is."""
    wanted = wanted or LevelFilter()
    columns: tuple[Any, ...] = (
        Product.cost, func.count(), func.count().filter(StockLevel.on_hand != 0), *sum_parts(StockLevel.on_hand),
    )  # fmt: skip
    query = select(*columns).select_from(StockLevel).join(Product, Product.id == StockLevel.product_id)
    if wanted.low_only:
        query = query.join(ReorderRule, RULE_OF_LEVEL)
    query = query.where(*await level_conditions(session, wanted)).group_by(Product.cost)
    rows = (await session.execute(query)).all()
    value = value_of_sums((whole, rest, cost) for cost, _, _, whole, rest in rows if cost is not None)
    without_cost = sum(stocked for cost, _, stocked, _, _ in rows if cost is None)
    return StockTotals(sum(count for _, count, *_ in rows), value, without_cost)


async def stream_levels(session: AsyncSession, wanted: LevelFilter | None = None) -> AsyncIterator[LevelRow]:
    """All levels of a filter by sku, path and lot, in bounded memory; `low` is not told of them."""
    query = _levels().where(*await level_conditions(session, wanted or LevelFilter()))
    ordered = query.order_by(*level_orders(session)["sku"])
    async for values in streamed(session, ordered):
        yield _row(values)


async def level_of(session: AsyncSession, sku: str, location: str | None = None) -> Figures | None:
    """A product's figures at one place of exactly that path, or everywhere; None for a sku that nobody knows."""
    product_id = await session.scalar(select(Product.id).where(Product.sku == sku))
    if product_id is None:
        return None
    sums = (*sum_parts(StockLevel.on_hand), *sum_parts(StockLevel.reserved))
    levels = (
        select(*sums)
        .join(Location, Location.id == StockLevel.location_id)
        .where(StockLevel.product_id == product_id, Location.kind == LocationKind.STORAGE)
    )
    coming = (
        select(*sum_parts(PurchaseOrderLine.ordered - PurchaseOrderLine.received))
        .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.order_id)
        .join(Location, Location.id == PurchaseOrder.location_id)
        .where(
            PurchaseOrderLine.product_id == product_id,
            PurchaseOrder.status.in_(_ON_THE_WAY),
            PurchaseOrderLine.received < PurchaseOrderLine.ordered,
        )
    )
    point = None
    if location is not None:
        levels, coming = levels.where(Location.path == location), coming.where(Location.path == location)
        point = await session.scalar(
            select(ReorderRule.reorder_point)
            .join(Location, Location.id == ReorderRule.location_id)
            .where(ReorderRule.product_id == product_id, Location.path == location)
        )
    hand, hand_rest, kept, kept_rest = (await session.execute(levels)).one()
    incoming = from_parts(*(await session.execute(coming)).one())
    return Figures(sku, location, from_parts(hand, hand_rest), from_parts(kept, kept_rest), incoming, point)


async def level_conditions(session: AsyncSession, wanted: LevelFilter) -> list[ColumnElement[bool]]:
    """What holds of the levels, said of StockLevel and Product alone: the other tables are only looked up."""
    places = select(Location.id).where(Location.kind == LocationKind.STORAGE)
    if wanted.location is not None:
        places = places.where(under(Location.path, wanted.location))
    found: list[ColumnElement[bool]] = [StockLevel.location_id.in_(places)]
    if (searched := await matching(session, wanted.search)) is not None:
        found.append(searched)
    if wanted.sku is not None:
        found.append(Product.sku == wanted.sku)
    if wanted.category is not None:
        found.append(Product.category_id.in_(select(Category.id).where(under(Category.name, wanted.category))))
    if wanted.low_only:
        found.append(is_low())
    if not wanted.zero:
        found.append(or_(StockLevel.on_hand != 0, StockLevel.reserved != 0))
    if wanted.expires_by is not None:
        lots = select(Lot.id).where(Lot.expires_on <= wanted.expires_by)
        found.extend((StockLevel.lot_id.in_(lots), StockLevel.on_hand > 0))
    if wanted.archived is not None:
        found.append(Product.archived_at.is_not(None) if wanted.archived else Product.archived_at.is_(None))
    return found
