"""What only the database can say against a row of stock."""

from __future__ import annotations

from inventory_app.importing.options import NegativeQuantity
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.stock.plan import StockPlan
from inventory_app.importing.saving.verdicts import add_problems

_OF_ENTRY = "import_entry e CROSS JOIN stage_row s"


async def check(batch: Batch, plan: StockPlan) -> None:
    """All reasons that do not depend on the order of the rows."""
    unknown = "stage_row s WHERE s.sku IS NOT NULL AND NOT EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku)"
    await add_problems(batch, "sku_unknown", unknown, field="sku", value="s.sku")
    await _check_places(batch, plan)
    if plan.options.negative_quantity is NegativeQuantity.KEEP:
        query = (
            f"{_OF_ENTRY} CROSS JOIN import_place l WHERE s.record = e.record AND l.path = e.path"
            " AND e.quantity < 0 AND l.policy <> 'allow'"
        )
        await add_problems(batch, "quantity_negative", query, field="quantity")
    if plan.mapping.maps("serial") and plan.mapping.maps("lot"):
        query = (
            f"{_OF_ENTRY} CROSS JOIN lot o WHERE s.record = e.record AND o.id = e.lot_id"
            " AND e.serial <> '' AND e.lot <> '' AND o.lot_number <> e.lot"
        )
        await add_problems(batch, "serial_duplicate", query, field="serial", value="e.serial")
    if plan.sets:
        query = (
            f"{_OF_ENTRY} CROSS JOIN stock_level v CROSS JOIN import_place l WHERE s.record = e.record"
            " AND v.product_id = e.product_id AND v.location_id = e.location_id AND v.lot_id = e.lot_id"
            " AND l.path = e.path AND l.policy <> 'allow' AND e.quantity < v.reserved"
        )
        await add_problems(batch, "below_reserved", query, field="quantity")


async def _check_places(batch: Batch, plan: StockPlan) -> None:
    """Places that are missing and may not be made, and those that cannot keep stock; also of rows without a product."""
    unusable = "l.kind <> 'storage'"
    if refused := batch.missing_names.refused("location", "l.path"):
        unusable = f"((l.location_id IS NULL AND {refused}) OR {unusable})"
    for slot in plan.mapping.slots:
        path = plan.path_of(slot)
        query = f"stage_row s JOIN import_place l ON l.path = {path} WHERE {unusable} AND s.{slot.column} IS NOT NULL"
        await add_problems(
            batch, "unknown_location", query, field="location", value="l.path", path=plan.default_of(slot)
        )
