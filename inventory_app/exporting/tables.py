"""What can be exported: for each kind its columns, in the words of the contract, and the stream of its rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Product
from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import format_money
from inventory_app.domain.numbers import plain
from inventory_app.queries.activity import stream_activity
from inventory_app.queries.moves import stream_moves
from inventory_app.queries.orders import stream_orders
from inventory_app.queries.page import Key
from inventory_app.queries.products import ProductFilter, ProductRow, product_page
from inventory_app.queries.stock import stream_levels

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name and where a row has its value. Only texts are guarded against spreadsheets."""

    name: str
    value: Callable[[Any], object]
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of export."""

    kind: str
    columns: tuple[Column, ...]
    rows: Callable[[AsyncSession], AsyncIterator[Any]]


@dataclass(frozen=True, slots=True)
class _DescribedProduct:
    """A product with its description, which may be long and is in no list."""

    product: ProductRow
    description: str


def table_of(kind: str) -> Table:
    """The table of that kind; raises Refusal naming those there are."""
    if kind not in _TABLES:
        known = ", ".join(_TABLES)
        raise Refusal("export_kind", f"kind: “{kind}” cannot be exported; known are {known}.", field="kind")
    return _TABLES[kind]


def written(value: object) -> str:
    """A value as plain text: numbers with a full stop, times in UTC, '' for what is not there."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(name: str, attribute: str = "") -> Column:
    return Column(name, attrgetter(attribute or name), is_text=True)


def _plain(name: str, attribute: str = "") -> Column:
    return Column(name, attrgetter(attribute or name))


def _money(name: str, attribute: str = "") -> Column:
    get = attrgetter(attribute or name)

    def amount(row: Any) -> str | None:
        value = get(row)
        return None if value is None else format_money(value)

    return Column(name, amount)


async def _products(session: AsyncSession) -> AsyncIterator[_DescribedProduct]:
    """All products by sku, the archived ones too."""
    after: Key | None = None
    while True:
        page = await product_page(session, ProductFilter(archived=None), after=after, limit=_AT_ONCE)
        query = select(Product.id, Product.description).where(Product.id.in_([row.id for row in page.rows]))
        described = {row.id: row.description for row in await session.execute(query)}
        for row in page.rows:
            yield _DescribedProduct(row, described[row.id])
        if page.next_key is None:
            return
        after = page.next_key


_PRODUCT_TEXTS = ("sku", "name", "barcode")
_PRODUCTS = (
    *(_text(name, f"product.{name}") for name in _PRODUCT_TEXTS),
    _money("price", "product.price"),
    _money("cost", "product.cost"),
    *(_text(name, f"product.{name}") for name in ("category", "supplier", "uom")),
    _text("description"),
    *(_plain(name, f"product.{name}") for name in ("tracking", "archived", "on_hand", "reserved", "available")),
)
_STOCK = (
    *(_text(name) for name in ("sku", "name", "location", "lot", "serial")),
    *(_plain(name) for name in ("expires_on", "on_hand", "reserved", "available", "reorder_point")),
    _money("unit_cost", "cost"),
    _money("value"),
)
_MOVES = (
    *(_plain(name) for name in ("id", "moved_at", "kind")),
    *(_text(name) for name in ("sku", "lot", "serial")),
    _text("from_location", "source"),
    _text("to_location", "target"),
    _plain("quantity"),
    _text("reason"),
    _text("document"),
    _money("value"),
    _text("actor"),
    _text("workstation"),
    _plain("action_id"),
)
_ORDERS = (
    *(_text(name) for name in ("number", "reference", "customer", "status", "location")),
    _plain("placed_at"),
    _plain("lines"),
    _money("total"),
    _plain("action_id"),
)
_ACTIVITY = (
    _plain("id"),
    _plain("recorded_at", "at"),
    *(_text(name) for name in ("kind", "title", "summary", "actor", "workstation")),
    _plain("reverses"),
    _plain("reversed_by"),
)
_TABLES: Mapping[str, Table] = {
    table.kind: table
    for table in (
        Table("products", _PRODUCTS, _products),
        Table("stock", _STOCK, stream_levels),
        Table("moves", _MOVES, stream_moves),
        Table("orders", _ORDERS, stream_orders),
        Table("activity", _ACTIVITY, stream_activity),
    )
}
