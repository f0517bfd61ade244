"""Purchase orders as they were ordered; nothing of them has come yet."""

from __future__ import annotations

from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.orders.plan import OrderPlan
from inventory_app.importing.saving.orders.saving import (
    Numbered,
    create_parties,
    day_of,
    moment_of,
    number_of,
    number_orders,
)
from inventory_app.importing.saving.places import create_places


async def save_purchases(batch: Batch, plan: OrderPlan) -> Numbered:
    """Write the orders; how many, with how many lines."""
    await create_places(batch, "SELECT location FROM import_document WHERE state IS NULL")
    await batch.run(
        "UPDATE import_document SET location_id = l.location_id FROM import_place l"
        " WHERE l.path = import_document.location AND import_document.location_id IS NULL"
    )
    await create_parties(batch, plan)
    numbered = await number_orders(batch, plan)
    await batch.run(
        "INSERT INTO purchase_order (id, number, reference, status, supplier_id, location_id, ordered_at, expected_on,"
        f" action_id) SELECT o.order_id, {number_of(batch, plan, 'o.order_id')}, d.reference, 'ordered', d.party_id,"
        f" d.location_id, {moment_of(batch, 'd.order_date')}, {day_of(batch, 'd.expected_on')}, :action_id"
        " FROM import_order o JOIN import_document d ON d.document = o.document ORDER BY o.order_id"
    )
    await batch.run(
        "INSERT INTO purchase_order_line (id, order_id, line_no, product_id, ordered, unit_cost)"
        " SELECT line_id, order_id, line_no, product_id, quantity, amount FROM import_item ORDER BY line_id"
    )
    return numbered
