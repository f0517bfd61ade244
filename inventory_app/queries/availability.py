"""What could be promised of some products, at every place that keeps stock: for writing an order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Location, Product, StockLevel
from inventory_app.domain.stock import LocationKind

_NOTHING = Decimal(0)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Availability:
    """One product at one place: over all its lots, and of that what has no lot."""

    sku: str
    location: str
    available: Decimal
    without_lot: Decimal


async def availability(session: AsyncSession, skus: Collection[str]) -> tuple[Availability, ...]:
    """For each sku the places that have a level of it, by path. A lot below zero takes nothing from the others."""
    found: dict[tuple[str, str], Availability] = {}
    wanted = sorted(set(skus))
    for start in range(0, len(wanted), _AT_ONCE):
        query = (
            select(Product.sku, Location.path, StockLevel.lot_id, StockLevel.on_hand, StockLevel.reserved)
            .join(Product, Product.id == StockLevel.product_id)
            .join(Location, Location.id == StockLevel.location_id)
            .where(Product.sku.in_(wanted[start : start + _AT_ONCE]), Location.kind == LocationKind.STORAGE)
            .order_by(Product.sku, Location.path)
        )
        for sku, path, lot_id, on_hand, reserved in await session.execute(query):
            free = max(on_hand - reserved, _NOTHING)
            so_far = found.get((sku, path), Availability(sku, path, _NOTHING, _NOTHING))
            found[sku, path] = Availability(
                sku, path, so_far.available + free, so_far.without_lot + (free if lot_id == 0 else _NOTHING)
            )
    return tuple(found.values())


async def product_names(session: AsyncSession, skus: Collection[str]) -> Mapping[str, str]:
    """sku → name of the products that there are."""
    rows = await session.execute(select(Product.sku, Product.name).where(Product.sku.in_(sorted(set(skus))[:_AT_ONCE])))
    return {sku: name for sku, name in rows}
