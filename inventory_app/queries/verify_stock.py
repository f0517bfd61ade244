"""Levels against the ledger and against what orders hold; part of `verify`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import func, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import (
    Location,
    Lot,
    SalesOrder,
    SalesOrderAllocation,
    SalesOrderLine,
    StockLevel,
    StockMove,
)
from inventory_app.domain.stock import LocationKind
from inventory_app.queries.exact import from_parts, raw, sum_parts
from inventory_app.queries.streams import merged, streamed

LevelKey: TypeAlias = "tuple[int, int, int]"

_NOTHING = Decimal(0)
_KEEP_LEVELS = tuple(kind for kind in LocationKind if kind.keeps_levels)


@dataclass(frozen=True, slots=True)
class StockDifference:
    """A level that is not what it must be. ``found`` None: there is no level."""

    key: LevelKey
    what: str
    expected: Decimal
    found: Decimal | None


@dataclass(frozen=True, slots=True)
class _Level:
    on_hand: Decimal
    reserved: Decimal


async def compared_levels(session: AsyncSession) -> AsyncIterator[tuple[LevelKey, tuple[StockDifference, ...]]]:
    """Every place where there is, was or is promised something, with what is wrong there."""
    async for key, (ledger, level, held) in merged(_ledger(session), _levels(session), _held(session)):
        yield key, tuple(_differences(key, ledger, level, held))


def _differences(key: LevelKey, ledger: Any, level: Any, held: Any) -> list[StockDifference]:
    total: Decimal = _NOTHING if ledger is None else ledger
    promised: Decimal = _NOTHING if held is None else held
    if level is None:
        # A level is made with the first move and never deleted: a sum of 0 does not excuse that it is missing.
        missing = [StockDifference(key, "on_hand", total, None)]
        return missing + ([StockDifference(key, "reserved", promised, None)] if promised else [])
    found = []
    if level.on_hand != total:
        found.append(StockDifference(key, "on_hand", total, level.on_hand))
    if level.reserved != promised:
        found.append(StockDifference(key, "reserved", promised, level.reserved))
    return found


async def _ledger(session: AsyncSession) -> AsyncIterator[tuple[LevelKey, Any]]:
    """What the moves add up to, by level."""
    came = select(StockMove.product_id, StockMove.to_location_id.label("location_id"), StockMove.lot_id,
                  raw(StockMove.quantity).label("change"))  # fmt: skip
    went = select(StockMove.product_id, StockMove.from_location_id, StockMove.lot_id, -raw(StockMove.quantity))
    both = union_all(came, went).subquery()
    key = (both.c.product_id, both.c.location_id, both.c.lot_id)
    query = (
        select(*key, *sum_parts(both.c.change))
        .join(Location, Location.id == both.c.location_id)
        .where(Location.kind.in_(_KEEP_LEVELS))
        .group_by(*key)
        .order_by(*key)
    )
    async for product, location, lot, whole, rest in streamed(session, query):
        yield (product, location, lot), from_parts(whole, rest)


async def _levels(session: AsyncSession) -> AsyncIterator[tuple[LevelKey, Any]]:
    key = (StockLevel.product_id, StockLevel.location_id, StockLevel.lot_id)
    query = select(*key, StockLevel.on_hand, StockLevel.reserved).order_by(*key)
    async for product, location, lot, on_hand, reserved in streamed(session, query):
        yield (product, location, lot), _Level(on_hand, reserved)


async def _held(session: AsyncSession) -> AsyncIterator[tuple[LevelKey, Any]]:
    """What orders hold, by level."""
    key = (SalesOrderLine.product_id, SalesOrder.location_id, SalesOrderAllocation.lot_id)
    query = (
        select(*key, *sum_parts(SalesOrderAllocation.reserved))
        .join(SalesOrderLine, SalesOrderLine.id == SalesOrderAllocation.line_id)
        .join(SalesOrder, SalesOrder.id == SalesOrderLine.order_id)
        .where(SalesOrderAllocation.reserved != 0)
        .group_by(*key)
        .order_by(*key)
    )
    async for product, location, lot, whole, rest in streamed(session, query):
        yield (product, location, lot), from_parts(whole, rest)


async def serials_out_of_place(session: AsyncSession) -> AsyncIterator[tuple[LevelKey, int, Decimal]]:
    """Serials that are at several places, or are more or less than one piece: one of the places, how many, and sum."""
    whole, rest = sum_parts(StockLevel.on_hand)
    places = func.count()
    query = (
        select(
            func.min(StockLevel.product_id), func.min(StockLevel.location_id), StockLevel.lot_id, places, whole, rest
        )
        .join(Lot, Lot.id == StockLevel.lot_id)
        .where(Lot.is_serial, StockLevel.on_hand != 0)
        .group_by(StockLevel.lot_id)
        .having(or_(places > 1, whole != 1, rest != 0))
        .order_by(StockLevel.lot_id)
    )
    async for product, location, lot, count, *parts in streamed(session, query):
        yield (product, location, lot), count, from_parts(*parts)
