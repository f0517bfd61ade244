"""Removing the products and locations that an action made, as long as nothing refers to them.

What they were is written to change_log: so this can be undone too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.exc import IntegrityError

from inventory_app.actions.action import Work
from inventory_app.actions.changes import PRODUCT
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.records import LOCATIONS, delete_records
from inventory_app.actions.revert_import.deleted import delete_products
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.actions.revert_import.statements import REFERRED
from inventory_app.database.tables import ActionLog, ActionResult, ChangeLog, Location, Product
from inventory_app.domain.errors import Refusal

_ONE = "SELECT p.id AS product_id FROM product p WHERE p.id = :product_id"
_USED = f"{_ONE} AND ({REFERRED})"


async def remove_created(work: Work, action_id: UUID) -> int:
    """How many records were removed. Raises Refusal when one is in use or was changed since."""
    query = select(ActionLog.kind, ActionResult.result).join(ActionResult, ActionResult.id == ActionLog.id)
    log = (await work.session.execute(query.where(ActionLog.id == action_id))).one()
    sku, path = log.result.get("sku"), log.result.get("location")
    products = await _made(work, Product, Product.sku, (action_id, log.kind == CreateProduct.kind, sku))
    await _delete_products(work, dict.fromkeys((row.id for row in products), 0), action_id)
    locations = await _made(work, Location, Location.path, (action_id, log.kind == CreateLocation.kind, path))
    for row in locations:
        await _delete_location(work, row.id, row.path)
    return len(products) + len(locations)


async def _made(
    work: Work, table: type[Product] | type[Location], key: Any, told: tuple[UUID, bool, object]
) -> Sequence[Row[Any]]:
    """Id and key of what an action made, by the key that its result tells: nothing finds a record by its action.

    Only where it must have made one, and another key has been given to that since, all of them are read.
    """
    action_id, makes, name = told
    query = select(table.id, key).where(table.action_id == action_id)
    found = (await work.session.execute(query.where(key == name))).all() if isinstance(name, str) else ()
    return found or ((await work.session.execute(query)).all() if makes else ())


async def delete_made_again(work: Work, rows: Sequence[Row[Any]], action_id: UUID) -> None:
    """Delete the products that an action made again by these rows. Raises Refusal as `remove_created` does."""
    await _delete_products(work, {row.record_id: row.id for row in rows}, action_id)


async def _delete_products(work: Work, since: Mapping[int, int], action_id: UUID) -> None:
    """``since``: by the products' ids, the row of change_log after which nobody may have changed them."""
    if not since:
        return
    query = select(Product.id, Product.sku).where(Product.id.in_(since)).order_by(Product.id).with_for_update()
    skus = {product_id: sku for product_id, sku in await work.session.execute(query)}
    if len(skus) < len(since):
        raise Refusal("later_changes", "The product was removed since.", field="of")
    for product_id, sku in skus.items():
        changes = select(ChangeLog.id).where(ChangeLog.record_kind == PRODUCT, ChangeLog.record_id == product_id)
        if await work.session.scalar(changes.where(ChangeLog.id > since[product_id]).limit(1)) is not None:
            raise Refusal("later_changes", f"{sku} was changed since; archive it instead.", field="of")
        await _delete_product(work, product_id, sku, action_id)


async def _delete_product(work: Work, product_id: int, sku: str, action_id: UUID) -> None:
    known = {"import_id": action_id, "action_id": work.action_id, "now": work.now, "product_id": product_id}
    reverting = Reverting(work, known)
    if await reverting.all(_USED):
        raise Refusal("in_use", f"{sku} is used since; archive it instead.", field="of")
    await delete_products(reverting, _ONE)


async def _delete_location(work: Work, location_id: int, path: str) -> None:
    try:
        async with work.session.begin_nested():
            await delete_records(work, LOCATIONS, [location_id])
    except IntegrityError as used:
        raise Refusal("in_use", f"{path} is used since.", field="of") from used
