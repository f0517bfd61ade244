"""Products: pages for the screen, one product whole, and the few that a person is typing the name of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import (
    Category,
    Location,
    Party,
    Product,
    ProductBarcode,
    ReorderRule,
    StockLevel,
    Uom,
)
from inventory_app.database.types import Money
from inventory_app.domain.stock import LocationKind
from inventory_app.queries.engine import is_postgresql, name_order
from inventory_app.queries.exact import from_parts, sortable_sum, sum_parts
from inventory_app.queries.low_stock import low_products
from inventory_app.queries.page import PAGE_SIZE, Cut, Key, Order, Orders, Page, keyset_page, sort_columns
from inventory_app.queries.search import between_prefix, matching, matching_to_count

_NOTHING = Decimal(0)
_BIG = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """A line of the product list. Totals are over places of kind storage; ``low`` is told of any one place."""

    id: int
    sku: str
    name: str
    barcode: str | None
    category: str | None
    supplier: str | None
    uom: str
    price: Decimal | None
    cost: Decimal | None
    tracking: str
    archived: bool
    on_hand: Decimal = _NOTHING
    reserved: Decimal = _NOTHING
    low: bool = False

    @property
    def available(self) -> Decimal:
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFilter:
    """What the product list is narrowed to. ``archived`` None shows both kinds."""

    search: str = ""
    category: str | None = None
    supplier: str | None = None
    archived: bool | None = False
    low_only: bool = False


@dataclass(frozen=True, slots=True)
class BarcodeRow:
    """``factor`` base units are meant by one scan."""

    barcode: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class ReorderRow:
    """When to order for a place, and how much."""

    location: str
    reorder_point: Decimal
    reorder_quantity: Decimal | None
    safety_stock: Decimal | None
    lead_time_days: int | None


@dataclass(frozen=True, slots=True)
class ProductDetail:
    """One product whole; its levels and moves are questions of their own (stock, moves)."""

    product: ProductRow
    description: str
    barcodes: tuple[BarcodeRow, ...]
    reorder_rules: tuple[ReorderRow, ...]
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are; not ``exact`` where counting would take long and an estimate does."""

    value: int
    exact: bool = True


def first_barcode() -> ColumnElement[Any]:
    """The barcode that a product got first."""
    query = select(ProductBarcode.barcode).where(ProductBarcode.product_id == Product.id)
    return query.order_by(ProductBarcode.id).limit(1).scalar_subquery()


def _core() -> Select[Any]:
    """The columns of ProductRow that stand in the product and its master data, in the order of `_row`."""
    columns = (
        Product.id, Product.sku, Product.name, first_barcode(), Category.name, Party.name, Uom.code, Product.price,
        Product.cost, Product.tracking, Product.archived_at.is_not(None),
    )  # fmt: skip
    query = select(*columns).join(Uom, Uom.id == Product.uom_id)
    return query.outerjoin(Category, Category.id == Product.category_id).outerjoin(
        Party, Party.id == Product.supplier_id
    )


def _row(values: Sequence[Any]) -> ProductRow:
    names = ("id", "sku", "name", "barcode", "category", "supplier", "uom", "price", "cost", "tracking", "archived")
    return ProductRow(**dict(zip(names, values, strict=True)))


def _total(column: Any) -> ColumnElement[int]:
    """A product's total over storage, to sort by."""
    query = select(sortable_sum(column)).join(Location, Location.id == StockLevel.location_id)
    return query.where(StockLevel.product_id == Product.id, Location.kind == LocationKind.STORAGE).scalar_subquery()


def _unset_first(column: Any) -> ColumnElement[Any]:
    return func.coalesce(column, literal(Decimal(-1), Money()))


def product_orders(session: AsyncSession) -> Orders:
    """What the product list can be sorted by."""
    name = name_order(session, Product.name)
    sku = Product.sku
    available = StockLevel.on_hand - StockLevel.reserved
    return {
        "sku": (sku,),
        "name": (name, Product.id),
        "category": (func.coalesce(Category.name, ""), sku),
        "supplier": (func.coalesce(Party.name, ""), sku),
        "price": (_unset_first(Product.price), sku),
        "cost": (_unset_first(Product.cost), sku),
        "on_hand": (_total(StockLevel.on_hand), sku),
        "reserved": (_total(StockLevel.reserved), sku),
        "available": (_total(available), sku),
    }


async def product_page(
    session: AsyncSession,
    wanted: ProductFilter | None = None,
    *,
    order: Order | None = None,
    after: Key | None = None,
    limit: int = PAGE_SIZE,
) -> Page[ProductRow]:
    """One page of products with their totals."""
    order = order or Order("sku")
    columns = sort_columns(product_orders(session), order)
    wanted = wanted or ProductFilter()
    query = _core().where(*await product_conditions(session, wanted))
    page = await keyset_page(session, query, columns, _row, Cut(order.descending, after, limit))
    return Page(await _with_figures(session, page.rows), page.next_key)


async def product_conditions(session: AsyncSession, wanted: ProductFilter) -> list[ColumnElement[bool]]:
    """What a filter asks of Product alone."""
    return _conditions(wanted, await matching(session, wanted.search))


def _conditions(wanted: ProductFilter, searched: ColumnElement[bool] | None) -> list[ColumnElement[bool]]:
    found = [] if searched is None else [searched]
    if wanted.category is not None:
        found.append(Product.category_id.in_(select(Category.id).where(under(Category.name, wanted.category))))
    if wanted.supplier is not None:
        found.append(Product.supplier_id.in_(select(Party.id).where(Party.name == wanted.supplier)))
    if wanted.low_only:
        found.append(Product.id.in_(low_products()))
    return found + _archived(wanted.archived)


def under(path: Any, root: str) -> ColumnElement[bool]:
    """``path`` is ``root`` or lies below it; for categories and locations, which are written as paths."""
    return or_(path == root, between_prefix(path, f"{root}/"))


async def _with_figures(session: AsyncSession, rows: Iterable[ProductRow]) -> tuple[ProductRow, ...]:
    """The rows with their totals, added up exactly in one more statement for the whole page."""
    by_id = {row.id: row for row in rows}
    if not by_id:
        return ()
    sums = (*sum_parts(StockLevel.on_hand), *sum_parts(StockLevel.reserved))
    query = (
        select(StockLevel.product_id, *sums)
        .join(Location, Location.id == StockLevel.location_id)
        .where(StockLevel.product_id.in_(by_id), Location.kind == LocationKind.STORAGE)
        .group_by(StockLevel.product_id)
    )
    for product_id, hand, hand_rest, kept, kept_rest in await session.execute(query):
        on_hand, reserved = from_parts(hand, hand_rest), from_parts(kept, kept_rest)
        by_id[product_id] = replace(by_id[product_id], on_hand=on_hand, reserved=reserved)
    low = await session.scalars(low_products().where(ReorderRule.product_id.in_(by_id)))
    for product_id in set(low):
        by_id[product_id] = replace(by_id[product_id], low=True)
    return tuple(by_id.values())


async def product_detail(session: AsyncSession, sku: str) -> ProductDetail | None:
    """The product of that sku, or None."""
    query = _core().add_columns(Product.description, Product.archived_at).where(Product.sku == sku)
    found = (await session.execute(query)).one_or_none()
    if found is None:
        return None
    (row,) = await _with_figures(session, [_row(found[:-2])])
    barcodes = await session.execute(
        select(ProductBarcode.barcode, ProductBarcode.factor)
        .where(ProductBarcode.product_id == row.id)
        .order_by(ProductBarcode.id)
    )
    rules = await session.execute(
        select(Location.path, ReorderRule.reorder_point, ReorderRule.reorder_quantity, ReorderRule.safety_stock,
               ReorderRule.lead_time_days)
        .join(Location, Location.id == ReorderRule.location_id)
        .where(ReorderRule.product_id == row.id)
        .order_by(Location.path)
    )  # fmt: skip
    return ProductDetail(
        row,
        description=found[-2],
        barcodes=tuple(BarcodeRow(*one) for one in barcodes),
        reorder_rules=tuple(ReorderRow(*one) for one in rules),
        archived_at=found[-1],
    )


async def find_products(
    session: AsyncSession, text: str, *, limit: int = 20, archived: bool | None = False
) -> tuple[ProductRow, ...]:
    """For pickers and scanners: the exact sku or barcode first, then skus that begin so, then all other hits."""
    typed = text.strip()
    hits = await matching(session, typed)
    if hits is None:
        return ()
    by_barcode = select(ProductBarcode.product_id).where(ProductBarcode.barcode == typed)
    found: dict[int, ProductRow] = {}
    for condition in (Product.sku == typed, Product.id.in_(by_barcode), between_prefix(Product.sku, typed), hits):
        # Each by itself and only while there is room: one sorting of all hits would read them all.
        query = _core().where(condition, *_archived(archived)).order_by(Product.sku).limit(limit)
        for values in await session.execute(query):
            row = _row(values)
            found.setdefault(row.id, row)
        if len(found) >= limit:
            break
    return await _with_figures(session, list(found.values())[:limit])


def _archived(archived: bool | None) -> list[ColumnElement[bool]]:
    if archived is None:
        return []
    return [Product.archived_at.is_not(None) if archived else Product.archived_at.is_(None)]


async def product_count(session: AsyncSession, wanted: ProductFilter | None = None) -> Count:
    """How many products the list has; of a big table without a search an estimate."""
    wanted = wanted or ProductFilter()
    if wanted == ProductFilter() and is_postgresql(session):
        query = text("SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = CAST('product' AS regclass)")
        estimate = int(await session.scalar(query) or 0)
        if estimate >= _BIG:
            return Count(estimate, exact=False)
    conditions = _conditions(wanted, await matching_to_count(session, wanted.search))
    count = select(func.count()).select_from(Product).where(*conditions)
    return Count(int(await session.scalar(count) or 0))


async def categories(session: AsyncSession) -> tuple[str, ...]:
    """All categories by name."""
    return tuple(await session.scalars(select(Category.name).order_by(Category.name)))


async def uoms(session: AsyncSession) -> tuple[str, ...]:
    """All units of measure by code."""
    return tuple(await session.scalars(select(Uom.code).order_by(Uom.code)))


async def has_product(session: AsyncSession, sku: str) -> bool:
    """Whether there is a product of that sku, archived or not."""
    return await session.scalar(select(Product.id).where(Product.sku == sku)) is not None
