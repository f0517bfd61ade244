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
    known, joined = _known_lots(plan, lot, serial)
    expires_on, unit_cost = plan.staged("expires_on", "NULL"), plan.staged("unit_cost", "NULL")
    for number, slot in enumerate(plan.mapping.slots):
        value = f"s.{slot.value}" if slot.value else "NULL"
        await batch.run(
            "INSERT INTO import_entry (record, slot, product_id, path, location_id, lot, serial, lot_id, expires_on,"
            " quantity, value, unit_cost)"
            f" SELECT s.record, {number}, p.id, {plan.path_of(slot)}, l.location_id, {lot}, {serial},"
            f" CASE WHEN {lot} = '' AND {serial} = '' THEN 0 ELSE {known} END, {expires_on}, s.{slot.column}, {value},"
            f" {unit_cost} FROM stage_row s CROSS JOIN product p"
            f" LEFT JOIN import_place l ON l.path = {plan.path_of(slot)}"
            f"{joined} WHERE p.sku = s.sku AND s.{slot.column} IS NOT NULL",
            path=plan.default_of(slot),
        )
    await batch.run("CREATE INDEX import_entry_record ON import_entry (record)")
    await batch.run("CREATE INDEX import_entry_product ON import_entry (product_id)")
    await batch.analyze("import_entry")


def _known_lots(plan: StockPlan, lot: str, serial: str) -> tuple[str, str]:
    """SQL for the id of the lot of a staged row ``s`` of a product ``p``, and the joins that it needs.

    A serial number names the piece by itself, whatever lot it is written with. Each is found by an index of its own.
    """
    found, joins = [], []
    if plan.mapping.maps("serial"):
        found.append("n.id")
        joins.append(f" LEFT JOIN lot n ON n.product_id = p.id AND n.serial = {serial} AND n.is_serial")
    if plan.mapping.maps("lot"):
        found.append("o.id")
        joins.append(
            f" LEFT JOIN lot o ON o.product_id = p.id AND o.lot_number = {lot} AND o.serial = '' AND {serial} = ''"
        )
    return f"coalesce({', '.join((*found, 'CAST(NULL AS BIGINT)', 'CAST(NULL AS BIGINT)'))})", "".join(joins)


async def lock_levels(batch: Batch) -> None:
    """Hold the levels that exist, in the order in which all actions lock them, so that what is checked stays true."""
    if batch.is_postgresql:
        await batch.scalar(
            "SELECT count(*) FROM (SELECT v.product_id FROM stock_level v"
            " JOIN (SELECT DISTINCT product_id, location_id, lot_id FROM import_entry) e ON e.product_id = v.product_id"
            " AND e.location_id = v.location_id AND e.lot_id = v.lot_id"
            " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
        )
