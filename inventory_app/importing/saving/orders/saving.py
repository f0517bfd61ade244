"""Documents in force as orders with their lines: the part that sales and purchases have in common."""

from __future__ import annotations

from typing import NamedTuple

from inventory_app.actions.changes import PARTY
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.change_json import boolean
from inventory_app.importing.saving.orders.plan import OrderPlan

_ITEM = (
    "line_id BIGINT PRIMARY KEY, record BIGINT, order_id BIGINT, line_no BIGINT, product_id BIGINT,"
    " location_id BIGINT, quantity BIGINT, amount BIGINT, total BIGINT"
)


async def create_parties(batch: Batch, plan: OrderPlan) -> None:
    """Customers or suppliers that documents in force name and that are none yet; each change is written down."""
    flag = f"is_{plan.party}"
    named = "SELECT party FROM import_document WHERE state IS NULL AND party IS NOT NULL AND party_id IS NULL"
    build = "jsonb_build_object" if batch.is_postgresql else "json_object"
    await batch.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PARTY}', p.id, {build}('{flag}', {boolean(batch, 'false')}),"
        f" {build}('{flag}', {boolean(batch, 'true')}) FROM party p"
        f" WHERE NOT p.{flag} AND p.name IN ({named}) ORDER BY p.id"
    )
    await batch.run(f"UPDATE party SET {flag} = true WHERE NOT {flag} AND name IN ({named})")
    await batch.run(
        f"INSERT INTO party (name, {flag}, action_id) SELECT n.party, true, :action_id FROM"
        f" (SELECT DISTINCT party FROM import_document WHERE state IS NULL AND party IS NOT NULL) n"
        " WHERE NOT EXISTS (SELECT 1 FROM party p WHERE p.name = n.party) ORDER BY n.party"
    )
    await batch.run(
        "UPDATE import_document SET party_id = p.id FROM party p"
        " WHERE p.name = import_document.party AND import_document.party_id IS NULL"
    )


class Numbered(NamedTuple):
    """How many documents are in force, with how many lines."""

    documents: int
    lines: int


async def number_orders(batch: Batch, plan: OrderPlan) -> Numbered:
    """Give the documents in force their ids, and their lines theirs, in the order of the file."""
    await batch.make_table("import_order", "order_id BIGINT PRIMARY KEY, document BIGINT")
    next_order = await _start(batch, plan.table, "import_order", "order_id")
    documents = await batch.run(
        f"INSERT INTO import_order (order_id, document) SELECT {next_order}, d.document FROM"
        " (SELECT document FROM import_document WHERE state IS NULL ORDER BY document) d"
    )
    await batch.run("DELETE FROM import_order WHERE document IS NULL")
    await batch.run("CREATE UNIQUE INDEX import_order_document ON import_order (document)")
    await batch.analyze("import_order")
    await batch.make_table("import_item", _ITEM)
    next_line = await _start(batch, f"{plan.table}_line", "import_item", "line_id")
    lines = await batch.run(
        "INSERT INTO import_item (line_id, record, order_id, line_no, product_id, location_id, quantity, amount, total)"
        f" SELECT {next_line}, n.* FROM (SELECT l.record, o.order_id,"
        " row_number() OVER (PARTITION BY o.order_id ORDER BY l.record) AS line_no, l.product_id, d.location_id,"
        " l.quantity, l.amount, l.total FROM import_order o JOIN import_document d ON d.document = o.document"
        " JOIN import_line l ON l.document = o.document ORDER BY o.order_id, l.record) n"
    )
    await batch.run("DELETE FROM import_item WHERE record IS NULL")
    await batch.analyze("import_item")
    return Numbered(documents, lines)


async def _start(batch: Batch, table: str, numbered: str, column: str) -> str:
    """SQL for the next id of ``table``. On SQLite nobody else takes one before we commit: row numbers go on."""
    if batch.is_postgresql:
        return f"nextval('{table}_id_seq')"
    await batch.run(f"INSERT INTO {numbered} ({column}) SELECT coalesce(max(id), 0) FROM {table}")
    return "NULL"


def number_of(batch: Batch, plan: OrderPlan, order_id: str) -> str:
    """SQL for an order's number, as `domain.orders.order_number` writes it."""
    if batch.is_postgresql:
        digits = f"CAST({order_id} AS TEXT)"
        return f"'{plan.prefix}-' || lpad({digits}, greatest(6, length({digits})), '0')"
    return f"printf('{plan.prefix}-%06d', {order_id})"


def moment_of(batch: Batch, day: str) -> str:
    """SQL for the moment of an order: noon of the day that the file says, the same day nearly everywhere; else now."""
    if batch.is_postgresql:
        return f"coalesce(CAST({day} || ' 12:00:00+00' AS TIMESTAMPTZ), :now)"
    return f"coalesce({day} || 'T12:00:00.000000Z', :now)"


def day_of(batch: Batch, day: str) -> str:
    """SQL for a date."""
    return f"CAST({day} AS DATE)" if batch.is_postgresql else day
