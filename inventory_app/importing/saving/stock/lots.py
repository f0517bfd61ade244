"""Lots and serial numbers that rows in force name: made when new, and the products' tracking raised to them."""

from __future__ import annotations

from inventory_app.actions.changes import LOT, PRODUCT
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.verdicts import add_problems

_NEW_LOTS = """
INSERT INTO lot (product_id, lot_number, serial, is_serial, expires_on)
SELECT product_id, lot, serial, serial <> '', {expires_on} FROM (
    SELECT product_id, max(lot) OVER same AS lot, serial, expires_on,
           row_number() OVER (same ORDER BY expires_on IS NULL, record, slot) AS place
    FROM import_entry WHERE lot_id IS NULL
    WINDOW same AS (PARTITION BY product_id, serial, CASE WHEN serial = '' THEN lot ELSE '' END)) firsts
WHERE place = 1 ORDER BY product_id, lot, serial
"""
# Serial numbers and lots apart, so that each is found by its own index however many the product has.
_FIND_NEW = (
    """
UPDATE import_entry SET lot_id = o.id FROM lot o
WHERE import_entry.lot_id IS NULL AND import_entry.serial <> '' AND o.product_id = import_entry.product_id
  AND o.serial = import_entry.serial AND o.is_serial
""",
    """
UPDATE import_entry SET lot_id = o.id FROM lot o
WHERE import_entry.lot_id IS NULL AND import_entry.serial = '' AND o.product_id = import_entry.product_id
  AND o.lot_number = import_entry.lot AND o.serial = ''
""",
)
_DATES = """
SELECT e.lot_id, min(e.expires_on) AS expires_on FROM import_entry e JOIN lot o ON o.id = e.lot_id
WHERE e.expires_on IS NOT NULL AND e.lot_id <> 0 AND o.expires_on IS NULL GROUP BY e.lot_id
"""
# How closely each row needs its product to be tracked, and how closely it is by then: 0 not, 1 by lot, 2 by serial.
_RAISES = """
SELECT record, product_id, needed FROM (
    SELECT e.record, e.product_id, e.needed,
           CASE p.tracking WHEN 'serial' THEN 2 WHEN 'lot' THEN 1 ELSE 0 END AS tracked,
           coalesce(max(e.needed) OVER (PARTITION BY e.product_id ORDER BY e.record, e.slot
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM (SELECT record, slot, product_id, CASE WHEN serial <> '' THEN 2 ELSE 1 END AS needed
          FROM import_entry WHERE serial <> '' OR lot <> '') e JOIN product p ON p.id = e.product_id) found
WHERE needed > tracked AND needed > before
"""


async def create_lots(batch: Batch) -> None:
    """The lots that do not exist yet; a date is kept with a lot that had none, and that is written down."""
    expires_on = "CAST(expires_on AS DATE)" if batch.is_postgresql else "expires_on"
    await batch.run(_NEW_LOTS.format(expires_on=expires_on))
    for find in _FIND_NEW:
        await batch.run(find)
    await batch.make_table_as("import_expiry", _DATES)
    build = "jsonb_build_object" if batch.is_postgresql else "json_object"
    await batch.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{LOT}', lot_id, {build}('expires_on', NULL), {build}('expires_on', expires_on)"
        " FROM import_expiry ORDER BY lot_id"
    )
    await batch.run(
        f"UPDATE lot SET expires_on = {expires_on.replace('expires_on', 'e.expires_on')} FROM import_expiry e"
        " WHERE lot.id = e.lot_id"
    )


async def raise_tracking(batch: Batch) -> None:
    """Products that did not track lots or serial numbers do so from now on; each is a warning and a change."""
    await batch.make_table_as("import_raise", _RAISES)
    await add_problems(batch, "tracking_raised", "import_raise s", field="lot")
    name = "CASE {} WHEN 2 THEN 'serial' ELSE 'lot' END".format("max(n.needed)")
    build = "jsonb_build_object" if batch.is_postgresql else "json_object"
    await batch.make_table_as(
        "import_tracking",
        f"SELECT n.product_id, p.tracking AS old_tracking, {name} AS new_tracking FROM import_raise n"
        " JOIN product p ON p.id = n.product_id GROUP BY n.product_id, p.tracking",
    )
    await batch.run(
        "UPDATE product SET tracking = t.new_tracking FROM import_tracking t WHERE product.id = t.product_id"
    )
    await batch.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PRODUCT}', product_id, {build}('tracking', old_tracking),"
        f" {build}('tracking', new_tracking) FROM import_tracking ORDER BY product_id"
    )
