"""The dates on which lots expire: what an import of stock wrote where there was none goes with it, and comes again."""

from __future__ import annotations

from inventory_app.actions.changes import LOT
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.domain.errors import Refusal

_OURS = f"change_log c JOIN lot t ON t.id = c.record_id WHERE c.action_id = :import_id AND c.record_kind = '{LOT}'"
_FIND = f"""
CREATE TEMP TABLE revert_lot AS
SELECT c.record_id AS lot_id, c.id AS change_id, c.old_values, c.new_values FROM {_OURS}
"""
_LOG = f"""
INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)
SELECT :action_id, '{LOT}', r.lot_id, r.new_values, r.old_values FROM revert_lot r ORDER BY r.change_id
"""
# Goods that stay keep their date.
_STAYS = "SELECT l.lot_id FROM revert_level l WHERE l.kept"


async def revert_lot_dates(reverting: Reverting) -> None:
    """Take the import's dates back, except those that are others by now and those of stock that stays."""
    await _put_back(reverting, f" AND {_is_new(reverting)} AND t.id NOT IN ({_STAYS})")


async def restore_lot_dates(reverting: Reverting) -> int:
    """What an undo has to do; how many dates. Raises Refusal when one is another by now."""
    sku = "(SELECT p.sku FROM product p WHERE p.id = t.product_id) AS sku"
    query = f"SELECT {sku}, t.lot_number, t.serial FROM {_OURS} AND NOT {_is_new(reverting)} LIMIT 1"
    for row in await reverting.all(query):
        message = f"The date of {row.sku} {row.serial or row.lot_number} was changed since; change it by hand."
        raise Refusal("later_changes", message, field="of", details={"sku": row.sku})
    return await _put_back(reverting, "")


async def _put_back(reverting: Reverting, condition: str) -> int:
    await reverting.run(_FIND + condition)
    count = await reverting.run(
        f"UPDATE lot SET expires_on = {_day(reverting, 'r.old_values')} FROM revert_lot r WHERE lot.id = r.lot_id"
    )
    await reverting.run(_LOG)
    await reverting.run("DROP TABLE revert_lot")
    return count


def _is_new(reverting: Reverting) -> str:
    return f"t.expires_on IS NOT DISTINCT FROM {_day(reverting, 'c.new_values')}"


def _day(reverting: Reverting, document: str) -> str:
    day = f"({document} ->> 'expires_on')"
    return f"CAST({day} AS DATE)" if reverting.is_postgresql else day
