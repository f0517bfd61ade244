"""What came back of a sales order already."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import GoodsReturn, GoodsReturnLine, Product, SalesOrder
from inventory_app.queries.exact import from_parts, sum_parts


async def returned_of_order(session: AsyncSession, number: str) -> Mapping[str, Decimal]:
    """sku → how much of it; only skus of which something came back."""
    query = (
        select(Product.sku, *sum_parts(GoodsReturnLine.quantity))
        .join(GoodsReturn, GoodsReturn.id == GoodsReturnLine.return_id)
        .join(SalesOrder, SalesOrder.id == GoodsReturn.order_id)
        .join(Product, Product.id == GoodsReturnLine.product_id)
        .where(SalesOrder.number == number, GoodsReturn.status == "posted")
        .group_by(Product.sku)
    )
    return {sku: from_parts(whole, rest) for sku, whole, rest in await session.execute(query)}
