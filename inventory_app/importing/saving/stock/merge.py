"""Entries into the ledger and the levels: receipts, or the differences to what is there."""

from __future__ import annotations

from dataclasses import dataclass

from inventory_app.domain.stock import LocationKind
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.ledger import BILLIONS, fill_values, refuse_out_of_range
from inventory_app.importing.saving.places import create_places, outside_id
from inventory_app.importing.saving.stock.lots import create_lots, raise_tracking
from inventory_app.importing.saving.stock.plan import NOT_REJECTED, StockPlan

_SAME_LEVEL = "v.product_id = e.product_id AND v.location_id = e.location_id AND v.lot_id = e.lot_id"
# Only zeros where there is no level say nothing: no place, lot or level is made for them. What is nothing but zeros is
# found by sorting: PostgreSQL compares with each row of a NOT IN that does not fit into its memory.
_NOTHING = (
    f"e.quantity = 0 AND NOT EXISTS (SELECT 1 FROM stock_level v WHERE {_SAME_LEVEL})"
    " AND (e.product_id, e.path, e.lot, e.serial) IN (SELECT product_id, path, lot, serial FROM import_entry"
    " GROUP BY product_id, path, lot, serial HAVING max(abs(quantity)) = 0)"
)
_LEVELS = """
SELECT e.product_id, e.location_id, e.lot_id, v.on_hand AS old_on_hand, {change} AS change
FROM (SELECT product_id, location_id, lot_id, sum(quantity) AS quantity
      FROM {entries} GROUP BY product_id, location_id, lot_id) e
LEFT JOIN stock_level v ON v.product_id = e.product_id AND v.location_id = e.location_id AND v.lot_id = e.lot_id
"""
_SUMS = f"""
SELECT product_id, location_id, {BILLIONS} FROM (
    SELECT product_id, location_id, lot_id, quantity FROM import_entry
    UNION ALL SELECT v.product_id, v.location_id, v.lot_id, v.on_hand
    FROM (SELECT DISTINCT product_id, location_id, lot_id FROM import_entry) e CROSS JOIN stock_level v
    WHERE {_SAME_LEVEL}) summed
GROUP BY product_id, location_id, lot_id
"""
# With `set` the last of several entries for one level is what there is in the end.
_LAST = (
    "(SELECT product_id, location_id, lot_id, quantity, row_number() OVER (PARTITION BY product_id, location_id, lot_id"
    " ORDER BY record DESC, slot DESC) AS place FROM import_entry) lasts WHERE place = 1"
)


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """What became of the levels that the file names."""

    created: int
    updated: int
    unchanged: int


async def merge(batch: Batch, plan: StockPlan) -> LevelCounts:
    """Write places, lots, moves and levels. All verdicts are known."""
    await batch.run(f"DELETE FROM import_entry WHERE NOT ({NOT_REJECTED.replace('e.record', 'import_entry.record')})")
    if await batch.scalar("SELECT 1 FROM import_entry WHERE quantity = 0 LIMIT 1"):
        await batch.run(f"DELETE FROM import_entry WHERE ({_NOTHING.replace('e.', 'import_entry.')})")
    await create_places(batch, "SELECT path FROM import_entry")
    await batch.run(
        "UPDATE import_entry SET location_id = l.location_id FROM import_place l"
        " WHERE l.path = import_entry.path AND import_entry.location_id IS NULL"
    )
    await create_lots(batch)
    await raise_tracking(batch)
    entries = _LAST if plan.sets else "import_entry"
    change = "e.quantity - coalesce(v.on_hand, 0)" if plan.sets else "e.quantity"
    if not plan.sets:
        await refuse_out_of_range(batch, _SUMS)
    await batch.make_table_as("import_level", _LEVELS.format(change=f"CAST({change} AS BIGINT)", entries=entries))
    await batch.analyze("import_entry", "import_level")
    if plan.sets:
        await _post_differences(batch)
    else:
        await _post_receipts(batch)
    await _write_levels(batch)
    return await _count(batch)


async def _post_receipts(batch: Batch) -> None:
    """Each quantity as it came; one below 0 goes out again as a correction."""
    await fill_values(batch, "import_entry")
    supplier = await outside_id(batch, LocationKind.SUPPLIER)
    adjustment = await outside_id(batch, LocationKind.ADJUSTMENT)
    await _post(batch, "import_entry", "quantity > 0", "RECEIPT", supplier, comes=True)
    await _post(batch, "import_entry", "quantity < 0", "COUNT", adjustment, comes=False)


async def _post_differences(batch: Batch) -> None:
    """What was counted differs from what the ledger says: a correction in either direction."""
    await batch.make_table(
        "import_difference",
        "record BIGINT, slot BIGINT, product_id BIGINT, location_id BIGINT, lot_id BIGINT, quantity BIGINT,"
        " value BIGINT",
    )
    await batch.run(
        "INSERT INTO import_difference (record, slot, product_id, location_id, lot_id, quantity)"
        " SELECT row_number() OVER (ORDER BY product_id, location_id, lot_id), 0, product_id, location_id, lot_id,"
        " change FROM import_level WHERE change <> 0"
    )
    await fill_values(batch, "import_difference")
    adjustment = await outside_id(batch, LocationKind.ADJUSTMENT)
    await _post(batch, "import_difference", "quantity > 0", "COUNT", adjustment, comes=True)
    await _post(batch, "import_difference", "quantity < 0", "COUNT", adjustment, comes=False)


async def _post(batch: Batch, table: str, which: str, reason: str, outside: int, *, comes: bool) -> None:
    ends = ("CAST(:outside AS BIGINT)", "location_id") if comes else ("location_id", "CAST(:outside AS BIGINT)")
    await batch.run(
        "INSERT INTO stock_move (product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code,"
        f" action_id, value) SELECT product_id, lot_id, {ends[0]}, {ends[1]}, abs(quantity), :now, '{reason}',"
        f" :action_id, abs(value) FROM {table} WHERE {which} ORDER BY product_id, location_id, lot_id, record, slot",
        outside=outside,
    )


async def _write_levels(batch: Batch) -> None:
    """What goes down first: a serial number may be in one place only, also between two statements."""
    await batch.run(
        "UPDATE stock_level SET on_hand = stock_level.on_hand + e.change FROM import_level e WHERE e.change < 0"
        f" AND e.old_on_hand IS NOT NULL AND {_SAME_LEVEL.replace('v.', 'stock_level.')}"
    )
    await batch.run(
        "INSERT INTO stock_level (product_id, location_id, lot_id, on_hand, may_go_negative, is_serial)"
        " SELECT e.product_id, e.location_id, e.lot_id, e.change, l.may_go_negative, o.is_serial"
        " FROM import_level e JOIN location l ON l.id = e.location_id JOIN lot o ON o.id = e.lot_id"
        " WHERE e.change > 0 OR e.old_on_hand IS NULL ORDER BY e.product_id, e.location_id, e.lot_id"
        " ON CONFLICT (product_id, location_id, lot_id) DO UPDATE SET on_hand = stock_level.on_hand + excluded.on_hand"
    )


async def _count(batch: Batch) -> LevelCounts:
    row = (
        await batch.all(
            "SELECT count(CASE WHEN old_on_hand IS NULL THEN 1 END) AS created,"
            " count(CASE WHEN old_on_hand IS NOT NULL AND change <> 0 THEN 1 END) AS updated,"
            " count(CASE WHEN old_on_hand IS NOT NULL AND change = 0 THEN 1 END) AS unchanged FROM import_level"
        )
    )[0]
    return LevelCounts(row.created, row.updated, row.unchanged)
