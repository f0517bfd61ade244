"""The small records that rows name: categories, suppliers and units that do not exist yet are made."""

from __future__ import annotations

from inventory_app.actions.changes import PARTY
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.change_json import boolean


async def create_categories(batch: Batch, applied: str) -> None:
    """Those that rows in force name. ``applied`` is the condition on a staged row ``s``."""
    await batch.run(_insert("category (name)", "category", "category", "name", applied))


async def create_uoms(batch: Batch, applied: str) -> None:
    """Units of measure, as above."""
    await batch.run(_insert("uom (code)", "uom", "uom", "code", applied))


async def create_suppliers(batch: Batch, applied: str) -> None:
    """Parties, as above; a customer of that name is a supplier as well from now on, which is written down."""
    named = f"SELECT s.supplier FROM stage_row s WHERE s.supplier IS NOT NULL AND {applied}"
    build = "jsonb_build_object" if batch.is_postgresql else "json_object"
    old, new = (f"{build}('is_supplier', {boolean(batch, value)})" for value in ("false", "true"))
    await batch.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PARTY}', p.id, {old}, {new} FROM party p"
        f" WHERE NOT p.is_supplier AND p.name IN ({named}) ORDER BY p.id"
    )
    await batch.run(f"UPDATE party SET is_supplier = true WHERE NOT is_supplier AND name IN ({named})")
    columns = "party (name, is_supplier, action_id)"
    await batch.run(_insert(columns, "supplier", "party", "name", applied, ", true, :action_id"))


def _insert(into: str, staged: str, table: str, column: str, applied: str, more: str = "") -> str:
    return (
        f"INSERT INTO {into} SELECT DISTINCT s.{staged}{more} FROM stage_row s WHERE s.{staged} IS NOT NULL"
        f" AND NOT EXISTS (SELECT 1 FROM {table} k WHERE k.{column} = s.{staged}) AND {applied}"
        f" ORDER BY s.{staged} ON CONFLICT DO NOTHING"
    )
