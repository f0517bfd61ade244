"""Opening stock of the products that an import creates: moves in the ledger, and the levels that are their sum."""

from __future__ import annotations

from inventory_app.domain.stock import LocationKind
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.ledger import BILLIONS, fill_values, refuse_out_of_range
from inventory_app.importing.saving.places import create_places, outside_id
from inventory_app.importing.saving.products.plan import NOT_REJECTED, ProductPlan
from inventory_app.importing.saving.verdicts import add_problems

_REASON = "OPENING"
# Which rows open which product: the row that creates it or brings it back, and those that are added up to that one.
_OPENERS = """
SELECT record, product_id FROM import_new
UNION ALL SELECT record, product_id FROM import_update WHERE revived
UNION ALL SELECT a.record, n.product_id FROM import_added a JOIN import_new n ON n.record = a.into_record
UNION ALL SELECT a.record, u.product_id FROM import_added a JOIN import_update u ON u.record = a.into_record
    WHERE u.revived
"""


async def create_opening_places(batch: Batch, plan: ProductPlan) -> None:
    """The locations that the file has something for, where rows in force name them."""
    for path in plan.paths:
        columns = [slot.column for slot, at in plan.slots if at == path]
        if path == plan.options.location and plan.maps("reorder_point"):
            columns.append("reorder_point")
        named = " OR ".join(f"s.{column} IS NOT NULL" for column in columns)
        if await batch.scalar(f"SELECT 1 FROM stage_row s WHERE ({named}) AND {plan.applied} LIMIT 1"):
            await create_places(batch, "SELECT CAST(:path AS TEXT)", path=path)


async def post_opening(batch: Batch, plan: ProductPlan) -> bool:
    """Post the quantities; whether there were any."""
    await _collect(batch, plan)
    await batch.analyze("import_opening")
    if not await batch.scalar("SELECT 1 FROM import_opening LIMIT 1"):
        return False
    await refuse_out_of_range(
        batch,
        f"SELECT product_id, location_id, {BILLIONS} FROM import_opening GROUP BY product_id, location_id",
    )
    await fill_values(batch, "import_opening")
    outside = await outside_id(batch, LocationKind.ADJUSTMENT)
    await batch.run(
        "INSERT INTO stock_move (product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code,"
        " action_id, value)"
        " SELECT product_id, 0, CASE WHEN quantity > 0 THEN CAST(:outside AS BIGINT) ELSE location_id END,"
        " CASE WHEN quantity > 0 THEN location_id ELSE CAST(:outside AS BIGINT) END, abs(quantity), :now,"
        f" '{_REASON}', :action_id, abs(value) FROM import_opening ORDER BY product_id, location_id, record, slot",
        outside=outside,
    )
    await batch.run(
        "INSERT INTO stock_level (product_id, location_id, lot_id, on_hand, may_go_negative, is_serial)"
        " SELECT o.product_id, o.location_id, 0, sum(o.quantity), l.may_go_negative, false"
        " FROM import_opening o JOIN location l ON l.id = o.location_id"
        " GROUP BY o.product_id, o.location_id, l.may_go_negative ORDER BY o.product_id, o.location_id"
        " ON CONFLICT (product_id, location_id, lot_id) DO UPDATE SET on_hand = stock_level.on_hand + excluded.on_hand"
    )
    return True


async def _collect(batch: Batch, plan: ProductPlan) -> None:
    """The quantities of products that this import creates, one row for each location of a record."""
    await batch.make_table(
        "import_opening",
        "record BIGINT, slot BIGINT, product_id BIGINT, location_id BIGINT, quantity BIGINT, value BIGINT",
    )
    for number, (slot, path) in enumerate(plan.slots):
        await _ignore_existing(batch, slot.column, slot.label)
        await batch.run(
            "INSERT INTO import_opening (record, slot, product_id, location_id, quantity, value)"
            f" SELECT s.record, {number}, o.product_id, l.location_id, s.{slot.column},"
            f" {f's.{slot.value}' if slot.value else 'NULL'}"
            f" FROM ({_OPENERS}) o CROSS JOIN stage_row s CROSS JOIN import_place l"
            f" WHERE s.record = o.record AND l.path = :path AND s.{slot.column} <> 0",
            path=path,
        )


async def _ignore_existing(batch: Batch, column: str, label: str) -> None:
    """The product was there before: its quantity is a matter of stock, not of the catalogue."""
    query = (
        f"import_target t CROSS JOIN stage_row s WHERE s.record = t.record AND NOT t.revived AND s.{column} <> 0"
        f" AND {NOT_REJECTED}"
    )
    await add_problems(batch, "opening_ignored", query, field=label)
