"""Locations created, parents first, and updated from their rows in force; unchanged ones are not written at all."""

from __future__ import annotations

from inventory_app.actions.changes import LOCATION
from inventory_app.importing.options import OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.change_json import differing
from inventory_app.importing.saving.locations.plan import NOT_REJECTED, LocationPlan
from inventory_app.importing.saving.locations.sites import ancestors
from inventory_app.importing.saving.saver import Saved

_NEW = f"SELECT s.path FROM import_site s WHERE s.location_id IS NULL AND {NOT_REJECTED}"


async def merge(batch: Batch, plan: LocationPlan, accepted: int) -> Saved:
    """Write the locations. Parents that no row names are made by the way and not counted."""
    changed = await _update(batch, plan) if plan.columns else 0
    created = int(await batch.scalar(f"SELECT count(*) FROM ({_NEW}) n"))
    if created:
        await _create(batch, plan)
    return Saved(created, changed, accepted - created - changed)


async def _update(batch: Batch, plan: LocationPlan) -> int:
    if plan.options.on_existing is not OnExisting.UPDATE:
        return 0
    made = [f"{which}_{column} TEXT" for column in plan.columns for which in ("old", "new")]
    await batch.make_table("import_update", ", ".join(["location_id BIGINT PRIMARY KEY", *made]))
    values = [value for column in plan.columns for value in (f"l.{column}", plan.becomes(column))]
    await batch.run(
        f"INSERT INTO import_update SELECT l.id, {', '.join(values)} FROM import_site s CROSS JOIN location l"
        f" WHERE l.id = s.location_id AND {NOT_REJECTED}"
    )
    differ = {column: f"u.old_{column} <> u.new_{column}" for column in plan.columns}
    any_differs = " OR ".join(differ.values())
    assignments = [f"{column} = u.new_{column}" for column in plan.columns]
    if "negative_stock" in plan.columns:
        assignments.append("may_go_negative = (u.new_negative_stock <> 'block')")
    await batch.run(
        f"UPDATE location SET {', '.join(assignments)} FROM import_update u"
        f" WHERE location.id = u.location_id AND ({any_differs})"
    )
    old = {column: f"u.old_{column}" for column in plan.columns}
    new = {column: f"u.new_{column}" for column in plan.columns}
    return await batch.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{LOCATION}', u.location_id, {differing(batch, old, differ)},"
        f" {differing(batch, new, differ)} FROM import_update u WHERE {any_differs} ORDER BY u.location_id"
    )


async def _create(batch: Batch, plan: LocationPlan) -> None:
    await batch.make_table("import_above", "path TEXT, code TEXT, parent TEXT, depth BIGINT")
    above: set[tuple[str, str, str, int]] = set()
    async for part in batch.stream(_NEW):
        above.update(one for row in part for one in ancestors(row.path))
    await batch.load("import_above", sorted(above))
    await batch.run("CREATE INDEX import_above_depth ON import_above (depth)")
    name, kind, policy = (plan.made(column) for column in ("name", "kind", "negative_stock"))
    for depth in range(max(one[3] for one in above) + 1):
        await batch.run(
            "INSERT INTO location (path, code, name, kind, negative_stock, may_go_negative, parent_id, action_id)"
            f" SELECT n.path, n.code, {name}, {kind}, {policy}, {policy} <> 'block', l.id, :action_id"
            " FROM import_above n LEFT JOIN location l ON l.path = n.parent"
            f" LEFT JOIN import_site s ON s.path = n.path AND {NOT_REJECTED}"
            " WHERE n.depth = :depth AND NOT EXISTS (SELECT 1 FROM location known WHERE known.path = n.path)"
            " ORDER BY n.path",
            depth=depth,
        )
