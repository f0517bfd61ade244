"""A few numbers that tell how a shop stands, and whether there is anything yet."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import ActionLog, Product, SalesOrder
from inventory_app.domain.orders import OPEN_SALES
from inventory_app.queries.low_stock import low_stock_count
from inventory_app.queries.products import Count, product_count


@dataclass(frozen=True, slots=True)
class Summary:
    """``open_orders`` wait for goods to leave; ``low`` products are at or below a reorder point."""

    products: Count
    open_orders: int
    low: int


async def summary(session: AsyncSession) -> Summary:
    """The numbers; on a big database a matter of a second."""
    orders = select(func.count()).select_from(SalesOrder).where(SalesOrder.status.in_(OPEN_SALES))
    return Summary(await product_count(session), int(await session.scalar(orders) or 0), await low_stock_count(session))


async def is_empty(session: AsyncSession) -> bool:
    """Whether nothing was ever saved: no product and no action."""
    for table in (Product.id, ActionLog.id):
        if (await session.scalar(select(table).limit(1))) is not None:
            return False
    return True
