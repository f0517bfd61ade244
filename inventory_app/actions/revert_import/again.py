"""Undoing the revert of an import of orders, or the undo of that: thousands of orders get their former state in sets.

What `undo.documents` does for the few orders of other actions, with the same rules.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from inventory_app.actions.action import Work
from inventory_app.actions.changes import SALES_ORDER
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.database.tables import ActionLog
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import QUANTITY

_ORDERS = f"""
CREATE TEMP TABLE again_order AS
SELECT c.record_id AS order_id, c.old_values ->> 'status' AS old_status, c.new_values ->> 'status' AS new_status
FROM change_log c WHERE c.action_id = :import_id AND c.record_kind = '{SALES_ORDER}'
"""
_LOCK_ORDERS = (
    "SELECT count(*) FROM (SELECT o.id FROM sales_order o JOIN again_order r ON r.order_id = o.id"
    " ORDER BY o.id FOR UPDATE OF o) held"
)
# The allocations of an order stand in change_log as {"line:lot": [reserved, shipped]}; SQL names a colon by its number.
_HELD = """
CREATE TEMP TABLE again_held AS
SELECT h.order_id, h.line_id, h.lot_id, l.product_id, o.location_id,
       CAST(sum(h.old_reserved) AS BIGINT) AS old_reserved, CAST(sum(h.old_shipped) AS BIGINT) AS old_shipped,
       CAST(sum(h.new_reserved) AS BIGINT) AS new_reserved, CAST(sum(h.new_shipped) AS BIGINT) AS new_shipped
FROM (
    SELECT c.record_id AS order_id, {line} AS line_id, {lot} AS lot_id, {reserved} AS old_reserved,
           {shipped} AS old_shipped, 0 AS new_reserved, 0 AS new_shipped FROM change_log c {old}
    WHERE c.action_id = :import_id AND c.record_kind = 'sales_order'
    UNION ALL
    SELECT c.record_id, {line}, {lot}, 0, 0, {reserved}, {shipped} FROM change_log c {new}
    WHERE c.action_id = :import_id AND c.record_kind = 'sales_order') h
JOIN sales_order_line l ON l.id = h.line_id JOIN sales_order o ON o.id = h.order_id
GROUP BY h.order_id, h.line_id, h.lot_id, l.product_id, o.location_id
"""
_WENT_ON = """
SELECT o.number FROM again_order r JOIN sales_order o ON o.id = r.order_id WHERE o.status <> r.new_status
UNION SELECT o.number FROM again_held h JOIN sales_order o ON o.id = h.order_id
JOIN sales_order_allocation a ON a.line_id = h.line_id AND a.lot_id = h.lot_id
WHERE a.reserved <> h.new_reserved OR a.shipped <> h.new_shipped
UNION SELECT o.number FROM again_held h JOIN sales_order o ON o.id = h.order_id
JOIN goods_return g ON g.order_id = o.id AND g.status = 'posted' WHERE h.old_shipped < h.new_shipped
ORDER BY 1 LIMIT 1
"""
_LEVELS = """
CREATE TEMP TABLE again_level AS
SELECT product_id, location_id, lot_id, CAST(sum(old_reserved - new_reserved) AS BIGINT) AS reserved,
       CAST(sum(new_shipped - old_shipped) AS BIGINT) AS on_hand
FROM again_held GROUP BY product_id, location_id, lot_id
"""
_SAME_LEVEL = "v.product_id = l.product_id AND v.location_id = l.location_id AND v.lot_id = l.lot_id"
_LOCK_LEVELS = (
    f"SELECT count(*) FROM (SELECT v.product_id FROM stock_level v JOIN again_level l ON {_SAME_LEVEL}"
    " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
)
_SHORT = f"""
SELECT p.sku, o.path, v.on_hand - v.reserved AS have, l.reserved - l.on_hand AS wanted
FROM again_level l JOIN stock_level v ON {_SAME_LEVEL} JOIN product p ON p.id = l.product_id
JOIN location o ON o.id = l.location_id
WHERE l.reserved > l.on_hand AND o.negative_stock <> 'allow' AND v.on_hand - v.reserved < l.reserved - l.on_hand
ORDER BY p.sku LIMIT 1
"""
_PUT_BACK = (
    "UPDATE stock_level SET on_hand = stock_level.on_hand + l.on_hand, reserved = stock_level.reserved + l.reserved"
    " FROM again_level l WHERE stock_level.product_id = l.product_id AND stock_level.location_id = l.location_id"
    " AND stock_level.lot_id = l.lot_id",
    "INSERT INTO stock_move (product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code,"
    " action_id, sales_order_line_id, document, value) SELECT m.product_id, m.lot_id, m.to_location_id,"
    " m.from_location_id, m.quantity, :now, 'UNDO', :action_id, m.sales_order_line_id, m.document, m.value"
    " FROM stock_move m WHERE m.action_id = :import_id ORDER BY m.id",
    "UPDATE sales_order_allocation SET reserved = h.old_reserved, shipped = h.old_shipped FROM again_held h"
    " WHERE sales_order_allocation.line_id = h.line_id AND sales_order_allocation.lot_id = h.lot_id",
    "UPDATE sales_order SET status = r.old_status FROM again_order r WHERE sales_order.id = r.order_id",
    "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
    " SELECT :action_id, c.record_kind, c.record_id, c.new_values, c.old_values FROM change_log c"
    f" WHERE c.action_id = :import_id AND c.record_kind = '{SALES_ORDER}' ORDER BY c.id",
)


async def restore_imported_orders(work: Work, action_id: UUID) -> int:
    """How many orders got back what ``action_id``, the revert of an import or the undo of one, took from them.

    Raises Refusal when somebody went on with one of them, or sold what they held.
    """
    reverting = Reverting(work, {"import_id": action_id, "action_id": work.action_id, "now": work.now})
    await reverting.run(_ORDERS)
    count = int((await reverting.all("SELECT count(*) AS orders FROM again_order"))[0].orders)
    if count:
        await _restore(reverting)
    await reverting.run("DROP TABLE again_order")
    return count


async def _restore(reverting: Reverting) -> None:
    if reverting.is_postgresql:
        await reverting.all(_LOCK_ORDERS)
    await reverting.run(_HELD.format(**_json_words(reverting)))
    for row in await reverting.all(_WENT_ON):
        message = f"Order {row.number} went on since; undo what came after first."
        raise Refusal("later_changes", message, field="of", details={"order": row.number})
    await reverting.run(_LEVELS)
    if reverting.is_postgresql:
        await reverting.all(_LOCK_LEVELS)
    for row in await reverting.all(_SHORT):
        have, wanted = (plain(QUANTITY.from_scaled(int(one))) for one in (max(row.have, 0), row.wanted))
        message = f"Later moves depend on this one. Only {have} of {wanted} available at {row.path}: {row.sku}."
        raise Refusal("later_moves", message, field="of", details={"sku": row.sku, "location": row.path})
    for statement in _PUT_BACK:
        await reverting.run(statement)
    for table in ("again_level", "again_held"):
        await reverting.run(f"DROP TABLE {table}")


def _json_words(reverting: Reverting) -> dict[str, str]:
    """How each engine takes the allocations of a row of change_log apart."""
    if reverting.is_postgresql:
        return {
            "line": "CAST(split_part(j.key, chr(58), 1) AS BIGINT)",
            "lot": "CAST(split_part(j.key, chr(58), 2) AS BIGINT)",
            "reserved": "CAST(j.value ->> 0 AS BIGINT)",
            "shipped": "CAST(j.value ->> 1 AS BIGINT)",
            "old": "CROSS JOIN LATERAL jsonb_each(c.old_values -> 'allocations') j",
            "new": "CROSS JOIN LATERAL jsonb_each(c.new_values -> 'allocations') j",
        }
    return {
        "line": "CAST(substr(j.key, 1, instr(j.key, char(58)) - 1) AS INTEGER)",
        "lot": "CAST(substr(j.key, instr(j.key, char(58)) + 1) AS INTEGER)",
        "reserved": "json_extract(j.value, '$[0]')",
        "shipped": "json_extract(j.value, '$[1]')",
        "old": "CROSS JOIN json_each(c.old_values, '$.allocations') j",
        "new": "CROSS JOIN json_each(c.new_values, '$.allocations') j",
    }


async def is_of_an_import(work: Work, action_id: UUID) -> bool:
    """Whether the action is an undo at whose beginning stands an import."""
    kind, before = "", await _log(work, action_id)
    while before is not None and before[1] is not None:
        before = await _log(work, before[1])
        kind = "" if before is None else before[0]
    return kind.startswith("import")


async def _log(work: Work, action_id: UUID) -> tuple[str, UUID | None] | None:
    row = (
        await work.session.execute(select(ActionLog.kind, ActionLog.reverses).where(ActionLog.id == action_id))
    ).one_or_none()
    return None if row is None else (row.kind, row.reverses)
