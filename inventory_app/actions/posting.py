"""Writing moves to the ledger and bringing the levels along: the only way in which an action changes stock.

All changes of one level are added up first, the levels are locked in the order of their keys, the rule is asked of
`domain`, and only then anything is written. Imports do the same with sets of rows (importing).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.lookup import LocationRef, ProductRef
from inventory_app.actions.lots import NO_LOT, LotRef
from inventory_app.database.statements import table_of
from inventory_app.database.tables import Location, StockLevel, StockMove
from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import value_of
from inventory_app.domain.stock import Level, Place, after_change

LevelKey: TypeAlias = tuple[int, int, int]

_NOTHING = Decimal(0)
_PER_STATEMENT = 5_000
_TABLE = table_of(StockLevel)
_UPDATE = (
    update(StockLevel)
    .where(
        StockLevel.product_id == bindparam("at_product"),
        StockLevel.location_id == bindparam("at_location"),
        StockLevel.lot_id == bindparam("at_lot"),
    )
    .values(on_hand=bindparam("new_on_hand"), reserved=bindparam("new_reserved"))
    .execution_options(synchronize_session=None)
)
_LOCK = (
    select(_TABLE.c.product_id, _TABLE.c.location_id, _TABLE.c.lot_id, _TABLE.c.on_hand, _TABLE.c.reserved)
    .where(
        _TABLE.c.product_id.in_(bindparam("products", expanding=True)),
        _TABLE.c.location_id.in_(bindparam("locations", expanding=True)),
        _TABLE.c.lot_id.in_(bindparam("lots", expanding=True)),
    )
    .order_by(_TABLE.c.product_id, _TABLE.c.location_id, _TABLE.c.lot_id)
    .with_for_update()
)
_INSERT_MOVES = insert(table_of(StockMove))


@dataclass(frozen=True, slots=True)
class Move:
    """One row for the ledger, in the words of the action. Without ``value`` it is the quantity at the unit cost."""

    product: ProductRef
    source: LocationRef
    target: LocationRef
    quantity: Decimal
    reason: str
    lot: LotRef = NO_LOT
    unit_cost: Decimal | None = None
    sales_order_line_id: int | None = None
    document: str = ""
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A change of what is reserved at a place: positive reserves, negative lets go."""

    product: ProductRef
    location: LocationRef
    change: Decimal
    lot: LotRef = NO_LOT


@dataclass(frozen=True, slots=True)
class LevelChange:
    """What became of one level."""

    sku: str
    location: str
    lot: str
    before: Level
    after: Level


@dataclass(slots=True)
class _Delta:
    product: ProductRef
    location: LocationRef
    lot: LotRef
    on_hand: Decimal = _NOTHING
    reserved: Decimal = _NOTHING

    @property
    def place(self) -> Place:
        return Place(
            self.product.sku,
            self.location.path,
            self.location.policy,
            self.lot.name,
            self.lot.is_serial,
            self.product.name,
        )


async def post(
    work: Work,
    moves: Sequence[Move],
    promises: Sequence[Promise] = (),
    *,
    confirm: bool = False,
    locked: Mapping[LevelKey, Level] | None = None,
) -> tuple[LevelChange, ...]:
    """Write ``moves`` and change the levels. Raises Refusal when a level's rule says no.

    ``locked`` are levels that the caller holds under lock in this transaction already.
    """
    deltas = _add_up(moves, promises)
    known = {key: level for key, level in (locked or {}).items() if key in deltas}
    levels = known | await _lock(work, {key: delta for key, delta in deltas.items() if key not in known})
    changes, rows = [], []
    for key, delta in deltas.items():
        before = levels[key]
        after = after_change(before, delta.place, on_hand=delta.on_hand, reserved=delta.reserved, confirm=confirm)
        changes.append(LevelChange(delta.product.sku, delta.location.path, delta.lot.name, before, after))
        rows.append((delta.on_hand, _row(key, after)))
    await _refuse_serial_elsewhere(work.session, deltas)
    # What goes down is written first: a serial may be at one place only, also between two statements.
    rows.sort(key=lambda one: one[0])
    if rows:
        await (await work.session.connection()).execute(_UPDATE, [row for _, row in rows])
    if moves:
        await work.session.execute(_INSERT_MOVES, [_ledger_row(work, move) for move in moves])
    return tuple(changes)


def _add_up(moves: Sequence[Move], promises: Sequence[Promise]) -> dict[LevelKey, _Delta]:
    """All changes by level, in the order in which levels are locked everywhere."""
    found: dict[LevelKey, _Delta] = {}

    def delta(product: ProductRef, location: LocationRef, lot: LotRef) -> _Delta:
        return found.setdefault((product.id, location.id, lot.id), _Delta(product, location, lot))

    for move in moves:
        if move.source.kind.keeps_levels:
            delta(move.product, move.source, move.lot).on_hand -= move.quantity
        if move.target.kind.keeps_levels:
            delta(move.product, move.target, move.lot).on_hand += move.quantity
    for promise in promises:
        delta(promise.product, promise.location, promise.lot).reserved += promise.change
    return dict(sorted(found.items()))


async def _lock(work: Work, deltas: dict[LevelKey, _Delta]) -> dict[LevelKey, Level]:
    """The levels under lock; those that are not there yet are made, with nothing in them."""
    levels = await lock_levels(work.session, deltas)
    missing = [key for key in deltas if key not in levels]
    if missing:
        rows = [_new_level(key, deltas[key]) for key in missing]
        statement = work.dialect.insert(StockLevel).on_conflict_do_nothing()
        await (await work.session.connection()).execute(statement, rows)
        levels |= await lock_levels(work.session, missing)
    return levels


async def lock_levels(session: AsyncSession, keys: Iterable[LevelKey]) -> dict[LevelKey, Level]:
    """Lock the levels of ``keys`` that exist, in the order of their keys, and give what they hold."""
    wanted = sorted(set(keys))
    found: dict[LevelKey, Level] = {}
    for start in range(0, len(wanted), _PER_STATEMENT):
        found |= await _lock_part(session, wanted[start : start + _PER_STATEMENT])
    return found


async def _lock_part(session: AsyncSession, wanted: Sequence[LevelKey]) -> dict[LevelKey, Level]:
    products, locations, lots = (sorted({key[part] for key in wanted}) for part in range(3))
    rows = await session.execute(_LOCK, {"products": products, "locations": locations, "lots": lots})
    found = {(row[0], row[1], row[2]): Level(row[3], row[4]) for row in rows}
    return {key: found[key] for key in wanted if key in found}


async def _refuse_serial_elsewhere(session: AsyncSession, deltas: dict[LevelKey, _Delta]) -> None:
    """A serial that comes to a place must not be at another one that this action leaves alone."""
    coming = {key: delta for key, delta in deltas.items() if delta.lot.is_serial and delta.on_hand > 0}
    if not coming:
        return
    query = (
        select(StockLevel.product_id, StockLevel.location_id, StockLevel.lot_id, Location.path)
        .join(Location, Location.id == StockLevel.location_id)
        .where(StockLevel.lot_id.in_([key[2] for key in coming]), StockLevel.on_hand > 0)
    )
    by_lot = {key[2]: delta for key, delta in coming.items()}
    for product_id, location_id, lot_id, path in await session.execute(query):
        other = deltas.get((product_id, location_id, lot_id))
        if other is None or other.on_hand == 0:
            delta = by_lot[lot_id]
            message = f"{delta.product.sku}: {delta.lot.name} is at {path} already; one piece is in one place."
            raise Refusal("serial_duplicate", message, field="serial")


def _new_level(key: LevelKey, delta: _Delta) -> dict[str, object]:
    return {
        "product_id": key[0],
        "location_id": key[1],
        "lot_id": key[2],
        "may_go_negative": delta.location.policy.may_go_negative,
        "is_serial": delta.lot.is_serial,
    }


def _row(key: LevelKey, level: Level) -> dict[str, object]:
    return {
        "at_product": key[0],
        "at_location": key[1],
        "at_lot": key[2],
        "new_on_hand": level.on_hand,
        "new_reserved": level.reserved,
    }


def _ledger_row(work: Work, move: Move) -> dict[str, object]:
    unit_cost = move.product.cost if move.unit_cost is None else move.unit_cost
    value = value_of(move.quantity, unit_cost) if move.value is None else move.value
    return {
        "product_id": move.product.id,
        "lot_id": move.lot.id,
        "from_location_id": move.source.id,
        "to_location_id": move.target.id,
        "quantity": move.quantity,
        "moved_at": work.now,
        "reason_code": move.reason,
        "action_id": work.action_id,
        "sales_order_line_id": move.sales_order_line_id,
        "document": move.document,
        "value": value,
    }
