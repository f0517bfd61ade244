"""The ledger as a person reads it: what changed at a place, why, by whom, and what was there afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import ActionLog, Location, Lot, Product, StockLevel, StockMove
from inventory_app.domain.stock import LocationKind
from inventory_app.queries.exact import from_parts, sum_parts
from inventory_app.queries.page import PAGE_SIZE, Key, Page

_source, _target = aliased(Location), aliased(Location)

# Where it came from and where it went → what happened, in one word.
MOVE_KINDS = {
    (LocationKind.SUPPLIER, LocationKind.STORAGE): "receipt",
    (LocationKind.STORAGE, LocationKind.SUPPLIER): "return to supplier",
    (LocationKind.STORAGE, LocationKind.CUSTOMER): "sale",
    (LocationKind.CUSTOMER, LocationKind.STORAGE): "return",
    (LocationKind.ADJUSTMENT, LocationKind.STORAGE): "adjustment",
    (LocationKind.STORAGE, LocationKind.ADJUSTMENT): "adjustment",
}
OTHER_MOVE = "transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """One row of the ledger."""

    id: int
    moved_at: datetime
    sku: str
    name: str
    lot: str
    serial: str
    source: str
    source_kind: str
    target: str
    target_kind: str
    quantity: Decimal
    reason: str
    document: str
    value: Decimal | None
    action_id: UUID
    action_kind: str
    actor: str
    workstation: str

    @property
    def kind(self) -> str:
        """receipt, sale, return, adjustment or transfer."""
        return MOVE_KINDS.get((LocationKind(self.source_kind), LocationKind(self.target_kind)), OTHER_MOVE)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What one move did to one place. ``on_hand`` is what was there afterwards, over all lots."""

    move: MoveRow
    location: str
    change: Decimal
    on_hand: Decimal

    @property
    def other(self) -> str:
        """The place at the other end."""
        return self.move.target if self.change < 0 else self.move.source

    @property
    def key(self) -> tuple[int, str]:
        return self.move.id, self.location


_NAMES = (
    "id", "moved_at", "sku", "name", "lot", "serial", "source", "source_kind", "target", "target_kind", "quantity",
    "reason", "document", "value", "action_id", "action_kind", "actor", "workstation",
)  # fmt: skip


def _moves() -> Select[Any]:
    """The columns of MoveRow in the order of `_NAMES`."""
    columns: tuple[Any, ...] = (
        StockMove.id, StockMove.moved_at, Product.sku, Product.name, Lot.lot_number, Lot.serial, _source.path,
        _source.kind, _target.path, _target.kind, StockMove.quantity, StockMove.reason_code, StockMove.document,
        StockMove.value, StockMove.action_id, ActionLog.kind, ActionLog.actor, ActionLog.workstation,
    )  # fmt: skip
    return (
        select(*columns)
        .join(Product, Product.id == StockMove.product_id)
        .join(Lot, Lot.id == StockMove.lot_id)
        .join(_source, _source.id == StockMove.from_location_id)
        .join(_target, _target.id == StockMove.to_location_id)
        .join(ActionLog, ActionLog.id == StockMove.action_id)
    )


def _row(values: Sequence[Any]) -> MoveRow:
    return MoveRow(**dict(zip(_NAMES, values, strict=True)))


async def product_moves(
    session: AsyncSession,
    sku: str,
    location: str | None = None,
    *,
    after: Key | None = None,
    limit: int = PAGE_SIZE,
) -> Page[ChangeRow]:
    """What happened to a product (at one place), newest first; a transfer is a row for each of its places.

    The key carries the balances behind the page: what the ledger had after a move never changes any more.
    """
    product_id = await session.scalar(select(Product.id).where(Product.sku == sku))
    if product_id is None:
        return Page((), None)
    query = _moves().where(StockMove.product_id == product_id)
    if location is not None:
        query = query.where(or_(_source.path == location, _target.path == location))
    balances: dict[str, Decimal] = {}
    if after is not None:
        carried: Sequence[Any] = after
        query = query.where(StockMove.id < carried[0])
        balances.update(carried[1:])
    ordered = query.add_columns(*_now_at(_source), *_now_at(_target)).order_by(StockMove.id.desc())
    found = (await session.execute(ordered.limit(limit + 1))).all()
    changes: list[ChangeRow] = []
    for values in found[:limit]:
        move, now = _row(values[:-4]), values[-4:]
        balances.setdefault(move.source, from_parts(*now[:2]))
        balances.setdefault(move.target, from_parts(*now[2:]))
        changes.extend(_changes(move, location, balances))
    more = len(found) > limit
    return Page(tuple(changes), (found[limit - 1][0], *balances.items()) if more else None)


def _now_at(place: Any) -> tuple[Any, Any]:
    """What a move's product has at ``place`` now, read in the same statement as the moves themselves."""
    whole, rest = (
        select(part)
        .where(StockLevel.product_id == StockMove.product_id, StockLevel.location_id == place.id)
        .correlate(StockMove, place)
        .scalar_subquery()
        for part in sum_parts(StockLevel.on_hand)
    )
    return whole, rest


def _changes(move: MoveRow, location: str | None, balances: dict[str, Decimal]) -> Iterator[ChangeRow]:
    """The places that a move changed; takes the change out of the balances, which go back in time."""
    sides = ((move.target, move.target_kind, move.quantity), (move.source, move.source_kind, -move.quantity))
    for path, kind, change in sides:
        if not LocationKind(kind).keeps_levels:
            continue
        after = balances[path]
        balances[path] = after - change
        if location in (None, path):
            yield ChangeRow(move, path, change, after)


async def moves_of_action(session: AsyncSession, action_id: UUID, *, limit: int = PAGE_SIZE) -> tuple[MoveRow, ...]:
    """The first moves that one action wrote."""
    query = _moves().where(StockMove.action_id == action_id).order_by(StockMove.id).limit(limit)
    return tuple(_row(values) for values in await session.execute(query))
