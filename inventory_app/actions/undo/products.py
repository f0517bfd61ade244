"""Giving products the values back that an action changed."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from inventory_app.actions.action import Work
from inventory_app.actions.changes import PRODUCT, product_values, put_product_values, record_change
from inventory_app.actions.revert_import import EXISTS, make_again
from inventory_app.database.tables import ActionLog, ChangeLog, Product
from inventory_app.domain.errors import Refusal


async def restore_products(work: Work, action_id: UUID) -> int:
    """How many products were put back. Raises Refusal when one was changed again since, naming who did."""
    query = (
        select(ChangeLog.record_id, ChangeLog.old_values, ChangeLog.new_values)
        .where(ChangeLog.action_id == action_id, ChangeLog.record_kind == PRODUCT)
        .order_by(ChangeLog.record_id)
    )
    rows = (await work.session.execute(query)).all()
    for product_id, old, new in rows:
        if new.get(EXISTS) is False:
            await make_again(work, product_id, old)
            continue
        product = await work.session.scalar(select(Product).where(Product.id == product_id).with_for_update())
        if product is None:
            raise Refusal("later_changes", "The product was removed since.", field="of")
        now = await product_values(work.session, product, new)
        changed = [key for key in new if now[key] != new[key]]
        if changed:
            raise await _changed_since(work, product, changed[0], action_id)
        await put_product_values(work.session, product_id, old)
        await record_change(work, PRODUCT, product_id, new, old)
    return len(rows)


async def _changed_since(work: Work, product: Product, key: str, action_id: UUID) -> Refusal:
    query = (
        select(ActionLog.actor, ChangeLog.new_values)
        .join(ActionLog, ActionLog.id == ChangeLog.action_id)
        .where(ChangeLog.record_kind == PRODUCT, ChangeLog.record_id == product.id, ChangeLog.action_id != action_id)
        .order_by(ChangeLog.id.desc())
    )
    who = "Somebody"
    for actor, values in await work.session.execute(query):
        if key in values:
            who = actor
            break
    field = key.removesuffix("_id").removesuffix("_at").replace("_", " ")
    message = f"{who} changed the {field} of {product.sku} since; change it by hand."
    return Refusal("later_changes", message, field="of", details={"sku": product.sku})
