"""The moves of an action, turned round."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.lookup import ProductRef, locations_by_id
from inventory_app.actions.lots import lots_by_id
from inventory_app.actions.posting import Move
from inventory_app.database.tables import Product, StockMove
from inventory_app.domain.stock import Tracking

_PER_STATEMENT = 5_000


async def reversed_moves(work: Work, action_id: UUID) -> list[Move]:
    """Moves that bring everything back to where it came from, with the same values and documents."""
    query = select(StockMove).where(StockMove.action_id == action_id).order_by(StockMove.id)
    rows = (await work.session.scalars(query)).all()
    places = await locations_by_id(
        work.session, {row.from_location_id for row in rows} | {row.to_location_id for row in rows}
    )
    lots = await lots_by_id(work.session, (row.lot_id for row in rows))
    products = await _products(work.session, sorted({row.product_id for row in rows}))
    return [
        Move(
            products[row.product_id],
            places[row.to_location_id],
            places[row.from_location_id],
            row.quantity,
            "UNDO",
            lots[row.lot_id],
            sales_order_line_id=row.sales_order_line_id,
            document=row.document,
            value=row.value,
        )
        for row in rows
    ]


async def _products(session: AsyncSession, ids: list[int]) -> dict[int, ProductRef]:
    found: dict[int, ProductRef] = {}
    for start in range(0, len(ids), _PER_STATEMENT):
        query = select(Product).where(Product.id.in_(ids[start : start + _PER_STATEMENT]))
        for row in await session.scalars(query):
            found[row.id] = ProductRef(row.id, row.sku, row.name, row.price, row.cost, Tracking(row.tracking))
    return found
