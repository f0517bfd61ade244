"""What sales documents do to stock: which lots a product's order takes from, under lock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.lookup import (
    LOCATION_COLUMNS,
    PRODUCT_COLUMNS,
    LocationRef,
    ProductRef,
    location_of,
    product_of,
    products_by_sku,
    require_storage,
    storage_by_path,
)
from inventory_app.actions.lots import NO_LOT, LotRef, lot_name
from inventory_app.actions.posting import LevelKey
from inventory_app.database.statements import table_of
from inventory_app.database.tables import Location, Lot, Product, StockLevel
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import LotStock, LotTake, take_from_lots
from inventory_app.domain.stock import Level, NegativeStock, Place, shortage
from inventory_app.domain.texts import counted

_LEVEL = table_of(StockLevel)
_LOCATION, _PRODUCT, _LOT = table_of(Location), table_of(Product), table_of(Lot)
_NOTHING = Level(Decimal(0), Decimal(0))
_LOCK = (
    select(
        *LOCATION_COLUMNS, *PRODUCT_COLUMNS,
        _LEVEL.c.lot_id, _LEVEL.c.on_hand, _LEVEL.c.reserved,
        _LOT.c.lot_number, _LOT.c.serial, _LOT.c.is_serial, _LOT.c.expires_on,
    )
    .join_from(_LOCATION, _LEVEL, _LOCATION.c.id == _LEVEL.c.location_id)
    .join(_PRODUCT, _PRODUCT.c.id == _LEVEL.c.product_id)
    .join(_LOT, _LOT.c.id == _LEVEL.c.lot_id)
    .where(
        _LOCATION.c.path == bindparam("path"),
        _PRODUCT.c.sku.in_(bindparam("skus", expanding=True)),
        or_(_LEVEL.c.lot_id == 0, _LEVEL.c.on_hand > _LEVEL.c.reserved),
    )
    .order_by(_LEVEL.c.product_id, _LEVEL.c.location_id, _LEVEL.c.lot_id)
    .with_for_update(of=_LEVEL)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line that wants a quantity of a product; price and total are missing when the price is not known."""

    product: ProductRef
    quantity: Decimal
    price: Decimal | None = None
    total: Decimal | None = None


@dataclass(slots=True)
class PlaceStock:
    """A place, some products by sku, their locked levels there, and the lots that these are of."""

    place: LocationRef
    products: dict[str, ProductRef] = field(default_factory=dict)
    levels: dict[LevelKey, Level] = field(default_factory=dict)
    lots: dict[int, LotRef] = field(default_factory=lambda: {0: NO_LOT})

    def of(self, product_id: int) -> dict[int, Level]:
        """lot id → level of one product; stock without a lot is always among them."""
        found = {key[2]: level for key, level in self.levels.items() if key[0] == product_id}
        return {0: _NOTHING} | found


async def lock_stock(session: AsyncSession, path: str, skus: Sequence[str]) -> PlaceStock:
    """Lock what may be taken from at the place ``path``, in key order: stock without a lot, and lots with some left.

    Raises Refusal for a place or a product that there is not. One statement finds the place, the products and their
    levels; only what has no level there is looked up by itself.
    """
    rows = (await session.execute(_LOCK, {"path": path, "skus": sorted(set(skus))})).all()
    place = require_storage(location_of(rows[0])) if rows else await storage_by_path(session, path)
    stock = PlaceStock(place)
    for row in rows:
        if row.sku not in stock.products:
            stock.products[row.sku] = product_of(row)
        stock.levels[row.product_id, place.id, row.lot_id] = Level(row.on_hand, row.reserved)
        if row.lot_id not in stock.lots:
            name = lot_name(row.lot_number, row.serial)
            stock.lots[row.lot_id] = LotRef(row.lot_id, name, row.is_serial, row.expires_on)
    others = set(skus) - set(stock.products)
    if others:
        stock.products |= await products_by_sku(session, others, field="lines")
    return stock


def divide(lines: Sequence[Wanted], stock: PlaceStock, *, confirm: bool) -> list[tuple[LotTake, ...]]:
    """For each line the lots it takes from. Raises Refusal telling every product that is short, by its sum."""
    wanted: dict[int, Decimal] = {}
    for line in lines:
        wanted[line.product.id] = wanted.get(line.product.id, Decimal(0)) + line.quantity
    _refuse_short(wanted, {line.product.id: line.product for line in lines}, stock, confirm=confirm)
    left = {product_id: _lots(stock, product_id) for product_id in wanted}
    takes = []
    for line in lines:
        taken = take_from_lots(line.quantity, left[line.product.id])
        left[line.product.id] = _less(left[line.product.id], taken)
        takes.append(taken)
    return takes


def _refuse_short(
    wanted: Mapping[int, Decimal],
    products: Mapping[int, ProductRef],
    stock: PlaceStock,
    *,
    confirm: bool,
) -> None:
    place = stock.place
    may_go_below = place.policy is NegativeStock.ALLOW or (place.policy is NegativeStock.WARN and confirm)
    short = []
    for product_id, quantity in wanted.items():
        have = sum((max(level.available, Decimal(0)) for level in stock.of(product_id).values()), Decimal(0))
        if quantity > have and not may_go_below:
            product = products[product_id]
            label = Place(product.sku, place.path, place.policy, name=product.name)
            short.append(shortage(Level(have, Decimal(0)), label, wanted=quantity))
    if short:
        first = short[0]
        others = len(short) - 1
        more = f" {counted(others, 'more product is', 'more products are')} short." if others else ""
        details = {**first.details, "short": [dict(one.details) for one in short]}
        raise Refusal(first.code, first.message + more, field="lines", details=details)


def _lots(stock: PlaceStock, product_id: int) -> list[LotStock]:
    return [
        LotStock(lot_id, max(level.available, Decimal(0)), stock.lots[lot_id].expires_on)
        for lot_id, level in stock.of(product_id).items()
    ]


def _less(lots: Sequence[LotStock], takes: Sequence[LotTake]) -> list[LotStock]:
    taken = {take.lot_id: take.quantity for take in takes}
    return [
        LotStock(lot.lot_id, max(lot.available - taken.get(lot.lot_id, Decimal(0)), Decimal(0)), lot.expires_on)
        for lot in lots
    ]


def pieces(lines: Iterable[Wanted]) -> str:
    """The sum of all lines, as plain text."""
    return plain(sum((line.quantity for line in lines), Decimal(0)))
