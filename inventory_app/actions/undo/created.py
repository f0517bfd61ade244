"""Removing the products and locations that an action made, as long as nothing refers to them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from inventory_app.actions.action import Work
from inventory_app.actions.changes import PRODUCT
from inventory_app.database.tables import ChangeLog, Location, Product, ProductBarcode, ReorderRule
from inventory_app.domain.errors import Refusal


async def remove_created(work: Work, action_id: UUID) -> int:
    """How many records were removed. Raises Refusal when one is in use or was changed since."""
    products = (await work.session.execute(select(Product.id, Product.sku).where(Product.action_id == action_id))).all()
    for product_id, sku in products:
        await _refuse_edited(work, product_id, sku)
        await _remove_product(work, product_id, sku)
    locations = (
        await work.session.execute(select(Location.id, Location.path).where(Location.action_id == action_id))
    ).all()
    for location_id, path in locations:
        await _remove_location(work, location_id, path)
    return len(products) + len(locations)


async def _refuse_edited(work: Work, product_id: int, sku: str) -> None:
    query = select(ChangeLog.id).where(ChangeLog.record_kind == PRODUCT, ChangeLog.record_id == product_id)
    if await work.session.scalar(query.limit(1)) is not None:
        raise Refusal("later_changes", f"{sku} was changed since; archive it instead.", field="of")


async def _remove_product(work: Work, product_id: int, sku: str) -> None:
    try:
        async with work.session.begin_nested():
            await work.session.execute(delete(ProductBarcode).where(ProductBarcode.product_id == product_id))
            await work.session.execute(delete(ReorderRule).where(ReorderRule.product_id == product_id))
            await work.session.execute(delete(Product).where(Product.id == product_id))
    except IntegrityError as used:
        raise Refusal("in_use", f"{sku} is used since; archive it instead.", field="of") from used


async def _remove_location(work: Work, location_id: int, path: str) -> None:
    try:
        async with work.session.begin_nested():
            await work.session.execute(delete(Location).where(Location.id == location_id))
    except IntegrityError as used:
        raise Refusal("in_use", f"{path} is used since.", field="of") from used
