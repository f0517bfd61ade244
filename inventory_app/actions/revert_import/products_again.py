"""Undoing the revert of an import of products or stock, or the undo of that: thousands get their former state in sets.

What `undo.products` does for the few products of other actions, with the same rules.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from inventory_app.actions.action import Work
from inventory_app.actions.changes import PRODUCT
from inventory_app.actions.revert_import.deleted import EXISTS, delete_products, make_again
from inventory_app.actions.revert_import.json_words import JsonWords
from inventory_app.actions.revert_import.lot_dates import restore_lot_dates
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.actions.revert_import.sets import drop_changes, find_changes, first_other, put_back
from inventory_app.actions.revert_import.statements import REFERRED
from inventory_app.actions.revert_import.taken import refuse_taken
from inventory_app.database.tables import ActionLog, ChangeLog, Product
from inventory_app.domain.errors import Refusal

_LOCK = (
    "SELECT count(*) FROM (SELECT p.id FROM product p JOIN set_change c ON c.product_id = p.id"
    " ORDER BY p.id FOR UPDATE OF p) held"
)


async def restore_imported_products(work: Work, action_id: UUID) -> int:
    """How many products were put back. Raises Refusal when one was changed again since, naming who did."""
    reverting = Reverting(work, {"import_id": action_id, "action_id": work.action_id, "now": work.now})
    words = JsonWords(reverting.is_postgresql)
    gone, made = (words.is_false(f"c.{which}_values", EXISTS) for which in ("new", "old"))
    await refuse_taken(work, action_id)
    # What goes first lets its barcodes go, which others may get back.
    log = f"change_log c WHERE c.action_id = :import_id AND c.record_kind = '{PRODUCT}'"
    deleted = await _delete(reverting, f"SELECT c.record_id AS product_id FROM {log} AND {made}")
    count = await find_changes(reverting, f"NOT {gone} AND NOT {made}")
    if count:
        if reverting.is_postgresql:
            await reverting.all(_LOCK)
        other = await first_other(reverting)
        if other is not None:
            raise await changed_since(work, *other, action_id)
        await put_back(reverting, count)
    await drop_changes(reverting)
    return deleted + count + await make_again(reverting) + await restore_lot_dates(reverting)


async def _delete(reverting: Reverting, created: str) -> int:
    """Delete what the action made again. Raises Refusal when anybody uses one of these products."""
    count = int((await reverting.all(f"SELECT count(*) AS n FROM ({created}) q"))[0].n)
    if count:
        used = f"SELECT p.sku FROM ({created}) q JOIN product p ON p.id = q.product_id WHERE {REFERRED} LIMIT 1"
        for row in await reverting.all(used):
            raise Refusal("in_use", f"{row.sku} is used since; archive it instead.", field="of")
        await delete_products(reverting, created)
    return count


async def changed_since(work: Work, product_id: int, key: str, action_id: UUID) -> Refusal:
    """That a value of a product is not what the action left, and who changed it; '' for one that is gone."""
    if not key:
        return Refusal("later_changes", "The product was removed since.", field="of")
    sku = await work.session.scalar(select(Product.sku).where(Product.id == product_id))
    query = (
        select(ActionLog.actor, ChangeLog.new_values)
        .join(ActionLog, ActionLog.id == ChangeLog.action_id)
        .where(ChangeLog.record_kind == PRODUCT, ChangeLog.record_id == product_id, ChangeLog.action_id != action_id)
        .order_by(ChangeLog.id.desc())
    )
    who = "Somebody"
    for actor, values in await work.session.execute(query):
        if key in values:
            who = actor
            break
    field = key.removesuffix("_id").removesuffix("_at").replace("_", " ")
    return Refusal(
        "later_changes", f"{who} changed the {field} of {sku} since; change it by hand.", field="of",
        details={"sku": sku},
    )  # fmt: skip
