"""Undoing the revert of an import of stock, or the undo of that: its moves turned round in sets, by the rules of stock.

What `undo.moves` and `posting` do for the few moves of other actions, with the same refusals.
"""

from __future__ import annotations

from uuid import UUID

from inventory_app.actions.action import Work
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import QUANTITY

_LEVELS = """
CREATE TEMP TABLE again_stock AS
SELECT t.product_id, t.location_id, t.lot_id, CAST(sum(t.change) AS BIGINT) AS change FROM (
    SELECT product_id, from_location_id AS location_id, lot_id, quantity AS change FROM stock_move
    WHERE action_id = :import_id
    UNION ALL SELECT product_id, to_location_id, lot_id, -quantity FROM stock_move WHERE action_id = :import_id
) t JOIN location l ON l.id = t.location_id AND l.kind IN ('storage', 'transit')
GROUP BY t.product_id, t.location_id, t.lot_id
"""
_SAME = "v.product_id = a.product_id AND v.location_id = a.location_id AND v.lot_id = a.lot_id"
_LOCK = (
    f"SELECT count(*) FROM (SELECT v.product_id FROM stock_level v JOIN again_stock a ON {_SAME}"
    " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
)
_SHORT = f"""
SELECT p.sku, o.path, v.on_hand - v.reserved AS have, -a.change AS wanted
FROM again_stock a JOIN stock_level v ON {_SAME} JOIN product p ON p.id = a.product_id
JOIN location o ON o.id = a.location_id
WHERE a.change < 0 AND o.negative_stock <> 'allow' AND v.on_hand - v.reserved < -a.change ORDER BY p.sku LIMIT 1
"""
# A piece that is in stock by now, wherever, cannot come a second time.
_PIECES = """
SELECT p.sku, t.serial FROM (
    SELECT v.lot_id, sum(v.on_hand + coalesce(a.change, 0)) AS there FROM stock_level v
    LEFT JOIN again_stock a ON a.product_id = v.product_id AND a.location_id = v.location_id AND a.lot_id = v.lot_id
    WHERE v.is_serial AND v.lot_id IN (SELECT lot_id FROM again_stock WHERE change > 0) GROUP BY v.lot_id
) s JOIN lot t ON t.id = s.lot_id JOIN product p ON p.id = t.product_id WHERE s.there > :one ORDER BY p.sku LIMIT 1
"""
_CHANGE = (
    "UPDATE stock_level SET on_hand = stock_level.on_hand + a.change FROM again_stock a WHERE a.change {which} 0"
    " AND stock_level.product_id = a.product_id AND stock_level.location_id = a.location_id"
    " AND stock_level.lot_id = a.lot_id"
)
_MOVES = (
    "INSERT INTO stock_move (product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code,"
    " action_id, sales_order_line_id, document, value) SELECT m.product_id, m.lot_id, m.to_location_id,"
    " m.from_location_id, m.quantity, :now, 'UNDO', :action_id, m.sales_order_line_id, m.document, m.value"
    " FROM stock_move m WHERE m.action_id = :import_id ORDER BY m.id"
)


async def restore_imported_stock(work: Work, action_id: UUID) -> int:
    """How many moves were turned round. Raises Refusal when what they brought is not there any more."""
    reverting = Reverting(work, {"import_id": action_id, "action_id": work.action_id, "now": work.now})
    moves = int((await reverting.all("SELECT count(*) AS n FROM stock_move WHERE action_id = :import_id"))[0].n)
    if not moves:
        return 0
    reverting.tell("Putting stock back", 0, moves)
    await reverting.run(_LEVELS)
    await reverting.analyze("again_stock")
    if reverting.is_postgresql:
        await reverting.all(_LOCK)
    for row in await reverting.all(_SHORT):
        have, wanted = (plain(QUANTITY.from_scaled(int(one))) for one in (max(row.have, 0), row.wanted))
        message = f"Later moves depend on this one. Only {have} of {wanted} available at {row.path}: {row.sku}."
        raise Refusal("later_moves", message, field="of", details={"sku": row.sku, "location": row.path})
    for row in await reverting.all(_PIECES, one=10**QUANTITY.scale):
        message = f"Later moves depend on this one. {row.serial} of {row.sku} is in stock again."
        raise Refusal("later_moves", message, field="of", details={"sku": row.sku, "serial": row.serial})
    for which in ("<", ">"):  # a piece leaves one place before it comes to another
        await reverting.run(_CHANGE.format(which=which))
    await reverting.run(_MOVES)
    await reverting.run("DROP TABLE again_stock")
    reverting.tell("Putting stock back", moves, moves)
    return moves
