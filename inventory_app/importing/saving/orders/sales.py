"""Sales orders: reserved by lots as placing them one by one would do, or gone at once."""

from __future__ import annotations

from inventory_app.domain.stock import LocationKind
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.ledger import BILLIONS, fill_values, refuse_out_of_range
from inventory_app.importing.saving.orders.plan import OrderPlan
from inventory_app.importing.saving.orders.saving import (
    Numbered,
    create_parties,
    moment_of,
    number_of,
    number_orders,
)
from inventory_app.importing.saving.places import outside_id

# What lots can give, first expired first: up to where each reaches behind those before it. Products without lots are
# not here.
_SUPPLY = """
SELECT v.product_id, v.location_id, v.lot_id, row_number() OVER turn AS place,
       CAST(sum(v.on_hand - v.reserved) OVER (turn ROWS UNBOUNDED PRECEDING) AS BIGINT) AS upto
FROM (SELECT DISTINCT product_id, location_id FROM import_item) k
JOIN stock_level v ON v.product_id = k.product_id AND v.location_id = k.location_id
JOIN lot o ON o.id = v.lot_id
WHERE v.on_hand > v.reserved AND EXISTS (
    SELECT 1 FROM stock_level n WHERE n.product_id = k.product_id AND n.location_id = k.location_id
    AND n.lot_id <> 0 AND n.on_hand > n.reserved)
WINDOW turn AS (PARTITION BY v.product_id, v.location_id ORDER BY o.expires_on IS NULL, o.expires_on, v.lot_id)
"""
_WANTED = """
SELECT i.line_id, i.product_id, i.location_id,
       CAST(sum(i.quantity) OVER (PARTITION BY i.product_id, i.location_id
            ORDER BY i.line_id ROWS UNBOUNDED PRECEDING) AS BIGINT) AS upto
FROM import_item i WHERE EXISTS (
    SELECT 1 FROM import_supply s WHERE s.product_id = i.product_id AND s.location_id = i.location_id)
"""
_TAKE = "INSERT INTO import_take (record, slot, product_id, location_id, quantity) "
_TAKE_PLAIN = f"""{_TAKE}
SELECT i.line_id, 0, i.product_id, i.location_id, i.quantity FROM import_item i WHERE NOT EXISTS (
    SELECT 1 FROM import_supply s WHERE s.product_id = i.product_id AND s.location_id = i.location_id)
ORDER BY i.line_id
"""
# The ends of lines and lots in their order: the stretch before each belongs to the line and the lot that end next.
# Joining lines to lots instead would look at every pair of them.
_STRETCHES = """
SELECT product_id, location_id, min(line_id) OVER back AS line_id, min(place) OVER back AS place,
       upto - coalesce(lead(upto) OVER back, 0) AS quantity
FROM (SELECT product_id, location_id, upto, max(line_id) AS line_id, max(place) AS place FROM (
        SELECT product_id, location_id, upto, line_id, CAST(NULL AS BIGINT) AS place FROM import_lot_wanted
        UNION ALL
        SELECT product_id, location_id, upto, CAST(NULL AS BIGINT), place FROM import_supply) ends
      GROUP BY product_id, location_id, upto) cuts
WINDOW back AS (PARTITION BY product_id, location_id ORDER BY upto DESC ROWS UNBOUNDED PRECEDING)
"""
# What is beyond all lots falls on stock without a lot.
_TAKE_LOTS = f"""{_TAKE}
SELECT t.line_id, coalesce(s.lot_id, 0), t.product_id, t.location_id, CAST(sum(t.quantity) AS BIGINT)
FROM import_stretch t LEFT JOIN import_supply s
  ON s.product_id = t.product_id AND s.location_id = t.location_id AND s.place = t.place
WHERE t.line_id IS NOT NULL
GROUP BY t.line_id, coalesce(s.lot_id, 0), t.product_id, t.location_id ORDER BY t.line_id, coalesce(s.lot_id, 0)
"""


async def save_sales(batch: Batch, plan: OrderPlan) -> Numbered:
    """Write the orders; how many, with how many lines."""
    await create_parties(batch, plan)
    numbered = await number_orders(batch, plan)
    if not numbered.documents:
        return numbered
    status = "shipped" if plan.ships else "placed"
    await batch.run(
        "INSERT INTO sales_order (id, number, reference, status, customer_id, location_id, placed_at, total, action_id)"
        f" SELECT o.order_id, {number_of(batch, plan, 'o.order_id')}, d.reference, '{status}', d.party_id,"
        f" d.location_id, {moment_of(batch, 'd.order_date')}, t.total, :action_id FROM import_order o"
        " JOIN import_document d ON d.document = o.document JOIN (SELECT order_id,"
        " CASE WHEN count(*) = count(total) THEN CAST(sum(total) AS BIGINT) END AS total"
        " FROM import_item GROUP BY order_id) t ON t.order_id = o.order_id ORDER BY o.order_id"
    )
    await batch.run(
        "INSERT INTO sales_order_line (id, order_id, line_no, product_id, ordered, unit_price, total)"
        " SELECT line_id, order_id, line_no, product_id, quantity, amount, total FROM import_item ORDER BY line_id"
    )
    batch.tell("Shipping" if plan.ships else "Reserving stock")
    await _take(batch)
    await _allocate(batch, plan)
    await _write_levels(batch, plan)
    if plan.ships:
        await _post_moves(batch, plan)
    return numbered


async def _take(batch: Batch) -> None:
    """Divide the lines over lots, in the order of the documents."""
    await refuse_out_of_range(
        batch, f"SELECT product_id, location_id, {BILLIONS} FROM import_item GROUP BY product_id, location_id"
    )
    await batch.make_table_as("import_supply", _SUPPLY)
    await batch.run("CREATE INDEX import_supply_key ON import_supply (product_id, location_id, place)")
    await batch.make_table_as("import_lot_wanted", _WANTED)
    await batch.make_table_as("import_stretch", _STRETCHES)
    await batch.analyze("import_supply", "import_lot_wanted", "import_stretch")
    await batch.make_table(
        "import_take",
        "record BIGINT, slot BIGINT, product_id BIGINT, location_id BIGINT, quantity BIGINT, value BIGINT",
    )
    await batch.run(_TAKE_PLAIN)
    await batch.run(_TAKE_LOTS)
    await batch.analyze("import_take")


async def _allocate(batch: Batch, plan: OrderPlan) -> None:
    reserved, shipped = ("0", "t.quantity") if plan.ships else ("t.quantity", "0")
    await batch.run(
        "INSERT INTO sales_order_allocation (line_id, lot_id, reserved, shipped)"
        f" SELECT t.record, t.slot, {reserved}, {shipped} FROM import_take t ORDER BY t.record, t.slot"
    )


async def _write_levels(batch: Batch, plan: OrderPlan) -> None:
    """All changes of one level added up. What is not there yet can only be where a place may go below 0."""
    await batch.make_table_as(
        "import_change",
        "SELECT product_id, location_id, slot AS lot_id, CAST(sum(quantity) AS BIGINT) AS quantity FROM import_take"
        " GROUP BY product_id, location_id, slot",
    )
    await batch.analyze("import_change")
    new = "on_hand = stock_level.on_hand - c.quantity" if plan.ships else "reserved = stock_level.reserved + c.quantity"
    same = (
        "stock_level.product_id = c.product_id AND stock_level.location_id = c.location_id"
        " AND stock_level.lot_id = c.lot_id"
    )
    await batch.run(
        "INSERT INTO stock_level (product_id, location_id, lot_id, may_go_negative, is_serial)"
        " SELECT c.product_id, c.location_id, c.lot_id, l.may_go_negative, false FROM import_change c"
        f" JOIN location l ON l.id = c.location_id WHERE NOT EXISTS (SELECT 1 FROM stock_level WHERE {same})"
        " ORDER BY c.product_id, c.location_id, c.lot_id ON CONFLICT DO NOTHING"
    )
    await batch.run(f"UPDATE stock_level SET {new} FROM import_change c WHERE {same}")


async def _post_moves(batch: Batch, plan: OrderPlan) -> None:
    await fill_values(batch, "import_take")
    await batch.run(
        "INSERT INTO stock_move (product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code,"
        " action_id, sales_order_line_id, document, value)"
        " SELECT t.product_id, t.slot, t.location_id, CAST(:outside AS BIGINT), t.quantity, :now, 'SALE', :action_id,"
        f" t.record, {number_of(batch, plan, 'i.order_id')}, t.value FROM import_take t"
        " JOIN import_item i ON i.line_id = t.record ORDER BY t.record, t.slot",
        outside=await outside_id(batch, LocationKind.CUSTOMER),
    )
