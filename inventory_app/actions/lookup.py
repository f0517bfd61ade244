"""Finding what an action names: products by sku, locations by path, lots, parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.statements import table_of
from inventory_app.database.tables import Location, Party, Product
from inventory_app.domain.errors import Refusal
from inventory_app.domain.stock import LocationKind, NegativeStock, Tracking

_PER_STATEMENT = 5_000

_PRODUCT = table_of(Product).c
_LOCATION = table_of(Location).c
# What is read of the two, under names that no other table has: for statements that join them.
PRODUCT_COLUMNS = (
    _PRODUCT.id.label("product_id"),
    _PRODUCT.sku,
    _PRODUCT.name.label("product_name"),
    _PRODUCT.price,
    _PRODUCT.cost,
    _PRODUCT.tracking,
)
LOCATION_COLUMNS = (_LOCATION.id.label("location_id"), _LOCATION.path, _LOCATION.kind, _LOCATION.negative_stock)
_PRODUCTS = select(*PRODUCT_COLUMNS).where(_PRODUCT.sku.in_(bindparam("skus", expanding=True)))
_LOCATIONS = select(*LOCATION_COLUMNS)
_LOCATION_BY_PATH = _LOCATIONS.where(_LOCATION.path == bindparam("path"))
_LOCATION_BY_KIND = _LOCATIONS.where(_LOCATION.kind == bindparam("kind")).order_by(_LOCATION.id).limit(1)


@dataclass(frozen=True, slots=True)
class ProductRef:
    """What an action needs to know of a product."""

    id: int
    sku: str
    name: str
    price: Decimal | None
    cost: Decimal | None
    tracking: Tracking


@dataclass(frozen=True, slots=True)
class LocationRef:
    """What an action needs to know of a location."""

    id: int
    path: str
    kind: LocationKind
    policy: NegativeStock


async def products_by_sku(session: AsyncSession, skus: Iterable[str], *, field: str = "sku") -> dict[str, ProductRef]:
    """All of ``skus``; raises Refusal naming the first that does not exist."""
    wanted = sorted(set(skus))
    found: dict[str, ProductRef] = {}
    for start in range(0, len(wanted), _PER_STATEMENT):
        part = wanted[start : start + _PER_STATEMENT]
        for row in await session.execute(_PRODUCTS, {"skus": part}):
            found[row.sku] = product_of(row)
    for sku in wanted:
        if sku not in found:
            raise unknown_sku(sku, field)
    return found


async def product_by_sku(session: AsyncSession, sku: str, *, field: str = "sku") -> ProductRef:
    """One product; raises Refusal."""
    return (await products_by_sku(session, [sku], field=field))[sku]


def unknown_sku(sku: str, field: str = "sku") -> Refusal:
    """The refusal for a sku that nobody knows."""
    return Refusal("sku_unknown", f"There is no product {sku}.", field=field, details={"sku": sku})


async def location_by_path(session: AsyncSession, path: str, *, field: str = "location") -> LocationRef:
    """The location of that path, whatever its kind; raises Refusal."""
    row = (await session.execute(_LOCATION_BY_PATH, {"path": path})).one_or_none()
    if row is None:
        raise Refusal("unknown_location", f"There is no location {path}.", field=field, details={"location": path})
    return location_of(row)


async def storage_by_path(session: AsyncSession, path: str, *, field: str = "location") -> LocationRef:
    """A location that keeps stock; raises Refusal for the outside world of the ledger."""
    return require_storage(await location_by_path(session, path, field=field), field=field)


def require_storage(location: LocationRef, *, field: str = "location") -> LocationRef:
    """The location if it keeps stock; raises Refusal for the outside world of the ledger."""
    if location.kind is not LocationKind.STORAGE:
        message = f"{location.path} is a place of kind {location.kind}; stock is kept in places of kind storage."
        raise Refusal("unknown_location", message, field=field, details={"location": location.path})
    return location


async def outside(session: AsyncSession, kind: LocationKind) -> LocationRef:
    """The one place outside of the house that moves of this kind come from or go to."""
    return location_of((await session.execute(_LOCATION_BY_KIND, {"kind": kind})).one())


async def party_by_name(session: AsyncSession, name: str) -> Party | None:
    """The party of that name, if there is one."""
    return await session.scalar(select(Party).where(Party.name == name))


async def locations_by_id(session: AsyncSession, ids: Iterable[int]) -> Mapping[int, LocationRef]:
    """All of ``ids``, which come from rows that refer to them."""
    rows = await session.execute(_LOCATIONS.where(_LOCATION.id.in_(sorted(set(ids)))))
    return {row.location_id: location_of(row) for row in rows}


def product_of(row: Row[*tuple[Any, ...]]) -> ProductRef:
    """From a row with PRODUCT_COLUMNS."""
    return ProductRef(row.product_id, row.sku, row.product_name, row.price, row.cost, Tracking(row.tracking))


def location_of(row: Row[*tuple[Any, ...]]) -> LocationRef:
    """From a row with LOCATION_COLUMNS."""
    return LocationRef(row.location_id, row.path, LocationKind(row.kind), NegativeStock(row.negative_stock))
