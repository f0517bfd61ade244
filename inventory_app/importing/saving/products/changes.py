"""change_log of the products that an import changes: one row each, with the old and new values of what differs.

Values stand in the stored form of `actions.changes`, which puts them back on a revert.
"""

from __future__ import annotations

from inventory_app.actions.changes import BARCODES, PRODUCT, REORDER_POINTS
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.change_json import differing, json_text
from inventory_app.importing.saving.products.barcodes import barcodes_json
from inventory_app.importing.saving.products.plan import ProductPlan


async def write_changes(batch: Batch, plan: ProductPlan) -> int:
    """How many products have changed. The tables of changes are filled, the products themselves are written."""
    columns = plan.columns
    differ = {column: f"u.old_{column} IS DISTINCT FROM u.new_{column}" for column in columns}
    differ |= {
        "archived_at": "(u.revived OR u.archives)",
        BARCODES: "b.product_id IS NOT NULL",
        REORDER_POINTS: "r.product_id IS NOT NULL",
    }
    old = {column: f"u.old_{column}" for column in columns}
    new = {column: f"u.new_{column}" for column in columns}
    old |= {
        "archived_at": _time(batch, "u.old_archived_at"),
        BARCODES: json_text(batch, "coalesce(b.old, '[]')"),
        REORDER_POINTS: _point(batch, "old"),
    }
    new |= {
        "archived_at": f"CASE WHEN u.archives THEN {_time(batch, ':now')} END",
        BARCODES: json_text(
            batch, f"CASE WHEN b.product_id IS NULL THEN '[]' ELSE {barcodes_json(batch, 'u.product_id')} END"
        ),
        REORDER_POINTS: _point(batch, "new"),
    }
    return await batch.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PRODUCT}', u.product_id, {differing(batch, old, differ)},"
        f" {differing(batch, new, differ)}"
        " FROM import_update u LEFT JOIN import_barcode b ON b.product_id = u.product_id"
        " LEFT JOIN import_reorder r ON r.product_id = u.product_id"
        f" WHERE {' OR '.join(differ.values())} ORDER BY u.product_id"
    )


def _point(batch: Batch, which: str) -> str:
    """The reorder point of the one location, keyed by its id."""
    key = "CAST(coalesce(r.location_id, 0) AS TEXT)"
    build = "jsonb_build_object" if batch.is_postgresql else "json_object"
    return f"{build}({key}, r.{which}_point)"


def _time(batch: Batch, moment: str) -> str:
    """A moment of archiving as ISO text."""
    if batch.is_postgresql:
        return f"to_char({moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') || '+00:00'"
    return f"replace({moment}, 'Z', '+00:00')"
