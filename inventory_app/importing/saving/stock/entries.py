"""The quantities of a stock file, one entry each, with the product, place and lot that they mean."""

from __future__ import annotations

from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.places import make_place_table
from inventory_app.importing.saving.stock.plan import StockPlan
from inventory_app.importing.saving.verdicts import make_problem_table

_COLUMNS = (
    "record BIGINT, slot BIGINT, product_id BIGINT, path TEXT, location_id BIGINT, lot TEXT, serial TEXT,"
    " lot_id BIGINT, expires_on TEXT, quantity BIGINT, value BIGINT, unit_cost BIGINT"
)


async def find_entries(batch: Batch, plan: StockPlan) -> None:
    """Everything that the readable rows say, looked up as far as it exists."""
    await make_problem_table(batch)
    await make_place_table(batch, plan.paths, plan.location_column)
    await batch.make_table("import_entry", _COLUMNS)
    lot, serial = plan.staged("lot", "''"), plan.staged("serial", "''")
    expires_on, unit_cost = plan.staged("expires_on", "NULL"), plan.staged("unit_cost", "NULL")
    for number, slot in enumerate(plan.mapping.slots):
        value = f"s.{slot.value}" if slot.value else "NULL"
        await batch.run(
            "INSERT INTO import_entry (record, slot, product_id, path, location_id, lot, serial, lot_id, expires_on,"
            " quantity, value, unit_cost)"
            f" SELECT s.record, {number}, p.id, {plan.path_of(slot)}, l.location_id, {lot}, {serial},"
            f" CASE WHEN {lot} = '' AND {serial} = '' THEN 0 ELSE o.id END, {expires_on}, s.{slot.column}, {value},"
            f" {unit_cost} FROM stage_row s CROSS JOIN product p"
            f" LEFT JOIN import_place l ON l.path = {plan.path_of(slot)}"
            # A serial number names the piece by itself, whatever lot it is written with.
            f" LEFT JOIN lot o ON o.product_id = p.id AND o.serial = {serial}"
            f" AND ({serial} <> '' OR o.lot_number = {lot})"
            f" WHERE p.sku = s.sku AND s.{slot.column} IS NOT NULL",
            path=plan.default_of(slot),
        )
    await batch.run("CREATE INDEX import_entry_record ON import_entry (record)")
    await batch.run("CREATE INDEX import_entry_product ON import_entry (product_id)")
    await batch.analyze("import_entry")


async def lock_levels(batch: Batch) -> None:
    """Hold the levels that exist, in the order in which all actions lock them, so that what is checked stays true."""
    if batch.is_postgresql:
        await batch.scalar(
            "SELECT count(*) FROM (SELECT v.product_id FROM stock_level v"
            " JOIN (SELECT DISTINCT product_id, location_id, lot_id FROM import_entry) e ON e.product_id = v.product_id"
            " AND e.location_id = v.location_id AND e.lot_id = v.lot_id"
            " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
        )
