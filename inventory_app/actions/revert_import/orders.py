"""Reverting imports of orders: cancelled, with everything they held or shipped back where it was.

An order with which anybody went on since (shipped, cancelled, goods returned) stays as it is and is listed.
"""

from __future__ import annotations

from inventory_app.actions.changes import PURCHASE_ORDER, SALES_ORDER
from inventory_app.actions.outcome import Json
from inventory_app.actions.revert_import.others import IN_FORCE, Reverting

_TABLE = (
    "CREATE TEMP TABLE revert_order (order_id BIGINT PRIMARY KEY, status TEXT, kept BOOLEAN NOT NULL DEFAULT false)"
)
_FIND = "INSERT INTO revert_order (order_id, status) SELECT id, status FROM {table} WHERE action_id = :import_id"
_LOCK = (
    "SELECT count(*) FROM (SELECT o.id FROM {table} o JOIN revert_order r ON r.order_id = o.id"
    " ORDER BY o.id FOR UPDATE OF o) held"
)
_KEEP = "UPDATE revert_order SET kept = true WHERE NOT kept AND {condition}"
_WENT_ON = (
    "EXISTS (SELECT 1 FROM change_log c JOIN action_log a ON a.id = c.action_id"
    " WHERE c.record_kind = '{kind}' AND c.record_id = revert_order.order_id AND " + IN_FORCE + ")"
)
_RETURNED = "EXISTS (SELECT 1 FROM goods_return g WHERE g.order_id = revert_order.order_id AND g.status = 'posted')"
# A piece that was shipped and is in stock again cannot come back a second time.
_PIECE_IS_BACK = (
    "order_id IN (SELECT s.order_id FROM sales_order_line s JOIN sales_order_allocation h ON h.line_id = s.id"
    " JOIN lot t ON t.id = h.lot_id JOIN stock_level v ON v.product_id = s.product_id AND v.lot_id = h.lot_id"
    " JOIN revert_order r ON r.order_id = s.order_id WHERE t.is_serial AND h.shipped > 0 AND v.on_hand > 0)"
)
_HELD = """
CREATE TEMP TABLE revert_held AS
SELECT s.order_id, s.id AS line_id, s.product_id, o.location_id, h.lot_id, h.reserved, h.shipped
FROM revert_order r JOIN sales_order o ON o.id = r.order_id JOIN sales_order_line s ON s.order_id = o.id
JOIN sales_order_allocation h ON h.line_id = s.id WHERE NOT r.kept
"""
_LEVELS = """
CREATE TEMP TABLE revert_level AS
SELECT product_id, location_id, lot_id, CAST(sum(reserved) AS BIGINT) AS reserved,
       CAST(sum(shipped) AS BIGINT) AS shipped
FROM revert_held GROUP BY product_id, location_id, lot_id
"""
_LOCK_LEVELS = (
    "SELECT count(*) FROM (SELECT v.product_id FROM stock_level v JOIN revert_level l ON l.product_id = v.product_id"
    " AND l.location_id = v.location_id AND l.lot_id = v.lot_id"
    " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
)
_PUT_BACK = (
    "UPDATE stock_level SET on_hand = stock_level.on_hand + l.shipped, reserved = stock_level.reserved - l.reserved"
    " FROM revert_level l WHERE stock_level.product_id = l.product_id AND stock_level.location_id = l.location_id"
    " AND stock_level.lot_id = l.lot_id",
    "INSERT INTO stock_move (product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code,"
    " action_id, sales_order_line_id, document, value) SELECT m.product_id, m.lot_id, m.to_location_id,"
    " m.from_location_id, m.quantity, :now, 'UNDO', :action_id, m.sales_order_line_id, m.document, m.value"
    " FROM stock_move m JOIN sales_order_line s ON s.id = m.sales_order_line_id"
    " JOIN revert_order r ON r.order_id = s.order_id WHERE m.action_id = :import_id AND NOT r.kept ORDER BY m.id",
    "UPDATE sales_order_allocation SET reserved = 0, shipped = 0 FROM revert_held h"
    " WHERE sales_order_allocation.line_id = h.line_id AND sales_order_allocation.lot_id = h.lot_id",
)
_CANCEL = "UPDATE {table} SET status = 'cancelled' WHERE id IN (SELECT order_id FROM revert_order WHERE NOT kept)"
_COUNT = "SELECT count(*) AS records, count(CASE WHEN kept THEN 1 END) AS kept FROM revert_order"
_KEPT_ROWS = (
    "SELECT o.number AS record, a.actor AS actor, a.recorded_at AS at, a.id AS action_id FROM revert_order r"
    " JOIN {table} o ON o.id = r.order_id LEFT JOIN action_log a ON a.id = (SELECT a.id FROM action_log a WHERE "
    + IN_FORCE
    + " AND a.id IN (SELECT c.action_id FROM change_log c WHERE c.record_kind = '{kind}' AND c.record_id = o.id{more})"
    " ORDER BY a.recorded_at DESC, a.id LIMIT 1) WHERE r.kept ORDER BY o.id LIMIT :many"
)


async def revert_sales(reverting: Reverting) -> tuple[tuple[int, int], list[Json]]:
    """How many orders there were and how many are kept, and the list of these."""
    reverting.tell("Looking for what somebody went on with")
    await _find(reverting, "sales_order")
    for condition in (_WENT_ON.format(kind=SALES_ORDER), _RETURNED, _PIECE_IS_BACK):
        await reverting.run(_KEEP.format(condition=condition))
    await reverting.run(_KEEP.format(condition="status NOT IN ('placed', 'shipped')"))
    await reverting.run(_HELD)
    await reverting.run(_LEVELS)
    if reverting.is_postgresql:
        await reverting.all(_LOCK_LEVELS)
    steps = len(_PUT_BACK) + 2
    reverting.tell("Cancelling the orders", 0, steps)
    await _write_sales_changes(reverting)
    for place, statement in enumerate(_PUT_BACK, start=1):
        reverting.tell("Cancelling the orders", place, steps)
        await reverting.run(statement)
    reverting.tell("Cancelling the orders", steps - 1, steps)
    await reverting.run(_CANCEL.format(table="sales_order"))
    found = await _told(reverting, "sales_order", SALES_ORDER)
    for table in ("revert_level", "revert_held", "revert_order"):
        await reverting.run(f"DROP TABLE {table}")
    return found


async def revert_purchases(reverting: Reverting) -> tuple[tuple[int, int], list[Json]]:
    """The same for purchase orders of which nothing has come yet."""
    await _find(reverting, "purchase_order")
    received = "order_id IN (SELECT order_id FROM purchase_order_line WHERE received > 0)"
    for condition in (_WENT_ON.format(kind=PURCHASE_ORDER), "status <> 'ordered'", received):
        await reverting.run(_KEEP.format(condition=condition))
    build = "jsonb_build_object" if reverting.is_postgresql else "json_object"
    await reverting.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PURCHASE_ORDER}', order_id, {build}('status', status),"
        f" {build}('status', 'cancelled') FROM revert_order WHERE NOT kept ORDER BY order_id"
    )
    await reverting.run(_CANCEL.format(table="purchase_order"))
    found = await _told(reverting, "purchase_order", PURCHASE_ORDER)
    await reverting.run("DROP TABLE revert_order")
    return found


async def _find(reverting: Reverting, table: str) -> None:
    await reverting.run(_TABLE)
    await reverting.run(_FIND.format(table=table))
    if reverting.is_postgresql:
        await reverting.all(_LOCK.format(table=table))
        # Somebody may have gone on with an order while we waited for it.
        await reverting.run(
            f"UPDATE revert_order SET status = o.status FROM {table} o WHERE o.id = revert_order.order_id"
        )


async def _write_sales_changes(reverting: Reverting) -> None:
    """State and allocations of each order, in the form of `actions.order_records`."""
    colon = "chr(58)" if reverting.is_postgresql else "char(58)"  # a colon by itself would name a value
    key = f"CAST(h.line_id AS TEXT) || {colon} || CAST(h.lot_id AS TEXT)"
    if reverting.is_postgresql:
        held = f"jsonb_object_agg({key}, jsonb_build_array(h.reserved, h.shipped))"
        none = f"jsonb_object_agg({key}, jsonb_build_array(0, 0))"
        build = "jsonb_build_object"
    else:
        held = f"json_group_object({key}, json_array(h.reserved, h.shipped))"
        none = f"json_group_object({key}, json_array(0, 0))"
        build = "json_object"
    await reverting.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{SALES_ORDER}', h.order_id, {build}('status', r.status, 'allocations', {held}),"
        f" {build}('status', 'cancelled', 'allocations', {none}) FROM revert_held h"
        " JOIN revert_order r ON r.order_id = h.order_id GROUP BY h.order_id, r.status ORDER BY h.order_id"
    )


async def _told(reverting: Reverting, table: str, kind: str) -> tuple[tuple[int, int], list[Json]]:
    counts = (await reverting.all(_COUNT))[0]
    returned = " UNION SELECT g.action_id FROM goods_return g WHERE g.order_id = o.id" if kind == SALES_ORDER else ""
    rows = await reverting.kept_rows(_KEPT_ROWS.format(table=table, kind=kind, more=returned))
    return (counts.records, counts.kept), rows
