"""Whether a product goes on to be tracked by lots or serials when an action that raised its tracking is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select

from inventory_app.actions.action import Work
from inventory_app.actions.outcome import Json
from inventory_app.actions.undo.moves import reversed_moves
from inventory_app.database.tables import Lot, StockLevel
from inventory_app.domain.stock import Tracking

TRACKING = "tracking"
_RANK = {tracking.value: rank for rank, tracking in enumerate(Tracking)}


async def tracking_that_stays(
    work: Work, raised: Mapping[int, Row[Any]], values: Mapping[int, Mapping[str, Json]], action_id: UUID
) -> frozenset[int]:
    """Of the products whose tracking an action changed, those that keep what they have now.

    Only where it was raised by the way, for lots that the action moved: somebody raised it further since, or other
    lots in stock need it.
    """
    moves = [move for move in await reversed_moves(work, action_id) if move.product.id in raised]
    moved = {move.product.id for move in moves}
    stays = {one for one in moved if values[one][TRACKING] != raised[one].new_values[TRACKING]}
    left = await _in_stock(work, moved)
    for move in moves:
        key = (move.product.id, move.lot.id)
        change = move.quantity * (move.target.kind.keeps_levels - move.source.kind.keeps_levels)
        left[key] = left.get(key, Decimal(0)) + change
    serials = set(await work.session.scalars(select(Lot.id).where(Lot.product_id.in_(moved), Lot.is_serial)))
    for (product_id, lot_id), quantity in left.items():
        needed = Tracking.SERIAL if lot_id in serials else Tracking.LOT
        if quantity and lot_id and _RANK[needed] > _RANK[raised[product_id].old_values[TRACKING]]:
            stays.add(product_id)
    return frozenset(stays)


async def _in_stock(work: Work, products: set[int]) -> dict[tuple[int, int], Decimal]:
    """What is on hand of the products, by product and lot."""
    query = (
        select(StockLevel.product_id, StockLevel.lot_id, func.sum(StockLevel.on_hand))
        .where(StockLevel.product_id.in_(products), StockLevel.lot_id != 0)
        .group_by(StockLevel.product_id, StockLevel.lot_id)
    )
    return {(product_id, lot_id): total for product_id, lot_id, total in await work.session.execute(query)}
