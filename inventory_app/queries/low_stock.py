"""What is at or below its reorder point: one rule for every screen.

A rule counts when its point is above 0; available is the sum over the lots at exactly the place of the rule, and a
product that was never there has 0.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import Product, ReorderRule, StockLevel
from inventory_app.queries.exact import sum_at_most

_at_place = aliased(StockLevel)


def is_low() -> ColumnElement[bool]:
    """The condition on a ReorderRule of the surrounding query."""
    available = _at_place.on_hand - _at_place.reserved
    low = (
        select(sum_at_most(available, ReorderRule.reorder_point))
        .where(_at_place.product_id == ReorderRule.product_id, _at_place.location_id == ReorderRule.location_id)
        .correlate(ReorderRule)
        .scalar_subquery()
    )
    return (ReorderRule.reorder_point > 0) & (low == literal(True))


def low_products() -> Select[Any]:
    """The ids of products that are low at some place; one product may come several times."""
    return select(ReorderRule.product_id).where(is_low())


async def low_stock_count(session: AsyncSession) -> int:
    """How many products are low somewhere; archived ones are nobody's concern."""
    query = select(func.count(ReorderRule.product_id.distinct())).join(Product, Product.id == ReorderRule.product_id)
    return int(await session.scalar(query.where(is_low(), Product.archived_at.is_(None))) or 0)
