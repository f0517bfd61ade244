"""What only the database can say against a row of products: one statement per reason, for all rows at once."""

from __future__ import annotations

from inventory_app.domain.stock import NegativeStock
from inventory_app.importing.options import NegativeQuantity, OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.places import make_place_table, place
from inventory_app.importing.saving.products.plan import IS_NEW, NO, REFERENCES, YES, ProductPlan
from inventory_app.importing.saving.verdicts import add_problems, make_problem_table


async def find_known(batch: Batch, plan: ProductPlan) -> None:
    """Which rows name a product that exists. An archived one comes back to life, and counts as created."""
    await make_problem_table(batch)
    await batch.measure()
    await batch.make_table("import_target", "record BIGINT, product_id BIGINT, revived BOOLEAN")
    if await batch.scalar("SELECT 1 FROM product LIMIT 1"):
        archived = ", archived" if plan.archives else ""
        rows = batch.in_order(f"SELECT record, sku{archived} FROM stage_row WHERE sku IS NOT NULL", "sku")
        revived = f"p.archived_at IS NOT NULL{f' AND NOT {plan.archives}' if plan.archives else ''}"
        await batch.run(
            "INSERT INTO import_target (record, product_id, revived)"
            f" SELECT s.record, p.id, {revived} FROM {rows} s CROSS JOIN product p WHERE p.sku = s.sku"
        )
    await batch.run("CREATE UNIQUE INDEX import_target_record ON import_target (record)")
    await batch.analyze("import_target")
    await make_place_table(batch, plan.paths)


async def check(batch: Batch, plan: ProductPlan) -> None:
    """All reasons that do not depend on the order of the rows."""
    if not plan.maps("name"):
        await add_problems(batch, "name_missing", f"stage_row s WHERE s.sku IS NOT NULL AND {IS_NEW}", field="name")
        # A file without names (prices only) makes no product, and does not bring one back either.
        archived = "stage_row s CROSS JOIN import_target t WHERE t.record = s.record AND t.revived"
        await add_problems(batch, "name_missing", archived, field="name")
    for field in plan.references:
        await _check_reference(batch, field)
    if plan.options.on_existing is OnExisting.REJECT:
        query = "stage_row s CROSS JOIN import_target t WHERE t.record = s.record AND NOT t.revived"
        await add_problems(batch, "sku_exists", query, field="sku", value="s.sku")
    await _check_places(batch, plan)
    await _check_words(batch, plan)


async def _check_words(batch: Batch, plan: ProductPlan) -> None:
    """Of fields that have a few words for values; an existing product is tracked as it is."""
    if plan.maps("archived"):
        query = f"stage_row s WHERE lower(s.archived) NOT IN {YES} AND lower(s.archived) NOT IN {NO}"
        await add_problems(batch, "archived_invalid", query, field="archived", value="s.archived")
    if plan.maps("tracking"):
        unknown = "lower(s.tracking) NOT IN ('none', 'lot', 'serial')"
        opens = [f"s.{slot.column} <> 0" for slot, _ in plan.slots]
        tracked = f"lower(s.tracking) IN ('lot', 'serial') AND ({' OR '.join(opens)})" if opens else "false"
        query = f"stage_row s WHERE {unknown} OR ({tracked} AND {IS_NEW})"
        await add_problems(batch, "tracking_invalid", query, field="tracking", value="s.tracking")
        query = (
            "import_target t CROSS JOIN stage_row s CROSS JOIN product p WHERE s.record = t.record"
            " AND p.id = t.product_id AND lower(s.tracking) <> p.tracking"
        )
        await add_problems(batch, "tracking_kept", query, field="tracking", value="s.tracking")


async def _check_reference(batch: Batch, field: str) -> None:
    refused = batch.missing_names.refused(field, f"s.{field}")
    if not refused:
        return
    table, column, _, _ = REFERENCES[field]
    also = " AND k.is_supplier" if field == "supplier" else ""
    known = f"SELECT 1 FROM {table} k WHERE k.{column} = s.{field}{also}"
    query = f"stage_row s WHERE s.{field} IS NOT NULL AND {refused} AND NOT EXISTS ({known})"
    await add_problems(batch, f"unknown_{field}", query, field=field, value=f"s.{field}")


async def _check_places(batch: Batch, plan: ProductPlan) -> None:
    """Locations that cannot be used, and quantities below 0 where the location's policy does not allow them."""
    if plan.maps("reorder_point") and not (await place(batch, plan.options.location)).is_usable(plan.options):
        await _unusable(batch, "reorder_point", "reorder_point", plan.options.location)
    for slot, path in plan.slots:
        found = await place(batch, path)
        if not found.is_usable(plan.options):
            await _unusable(batch, slot.column, slot.label, path)
        if plan.options.negative_quantity is NegativeQuantity.KEEP and found.policy is not NegativeStock.ALLOW:
            query = f"stage_row s WHERE s.{slot.column} < 0"
            await add_problems(batch, "quantity_negative", query, field=slot.label)


async def _unusable(batch: Batch, column: str, field: str, path: str) -> None:
    query = f"stage_row s WHERE s.{column} IS NOT NULL"
    await add_problems(batch, "unknown_location", query, field=field, value="CAST(:path AS TEXT)", path=path)
