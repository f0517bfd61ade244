"""Reorder points at the chosen location."""

from __future__ import annotations

from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.places import location_id
from inventory_app.importing.saving.products.plan import ProductPlan


async def change_reorder_points(batch: Batch, plan: ProductPlan) -> None:
    """Those of existing products that differ. A blank cell clears to 0, since a rule may hold more than the point."""
    await batch.make_table(
        "import_reorder", "product_id BIGINT PRIMARY KEY, location_id BIGINT, old_point BIGINT, new_point BIGINT"
    )
    if not plan.maps("reorder_point"):
        return
    location = await location_id(batch, plan.options.location)
    point = "CASE WHEN r.product_id IS NULL THEN s.reorder_point ELSE coalesce(s.reorder_point, 0) END"
    point = point if plan.clears else "s.reorder_point"
    await batch.run(
        "INSERT INTO import_reorder (product_id, location_id, old_point, new_point)"
        f" SELECT u.product_id, CAST(:location AS BIGINT), r.reorder_point, {point}"
        " FROM import_update u CROSS JOIN stage_row s"
        " LEFT JOIN reorder_rule r ON r.product_id = u.product_id AND r.location_id = CAST(:location AS BIGINT)"
        f" WHERE s.record = u.record AND {point} IS NOT NULL AND {point} IS DISTINCT FROM r.reorder_point",
        location=location,
    )
    await batch.run(
        "INSERT INTO reorder_rule (product_id, location_id, reorder_point)"
        " SELECT product_id, location_id, new_point FROM import_reorder WHERE true ORDER BY product_id"
        " ON CONFLICT (product_id, location_id) DO UPDATE SET reorder_point = excluded.reorder_point"
    )


async def create_reorder_points(batch: Batch, plan: ProductPlan) -> None:
    """Those of the products that this import has made."""
    if plan.maps("reorder_point"):
        await batch.run(
            "INSERT INTO reorder_rule (product_id, location_id, reorder_point)"
            " SELECT product_id, CAST(:location AS BIGINT), reorder_point FROM import_new"
            " WHERE reorder_point IS NOT NULL ORDER BY product_id",
            location=await location_id(batch, plan.options.location),
        )
