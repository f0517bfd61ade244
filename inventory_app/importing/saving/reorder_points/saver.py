"""An import of reorder points: each product's at the places that the rows name."""

from __future__ import annotations

from typing_extensions import override

from inventory_app.actions.changes import PRODUCT, REORDER_POINTS
from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions, InFileDuplicates, OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.places import create_places, make_place_table
from inventory_app.importing.saving.saver import Saved, Saver
from inventory_app.importing.saving.verdicts import STILL_GOOD, add_problems, make_problem_table

_POINTS = """
SELECT s.record, p.id AS product_id, {path} AS path, l.location_id, s.reorder_point AS new_point,
       r.reorder_point AS old_point
FROM stage_row s JOIN product p ON p.sku = s.sku JOIN import_place l ON l.path = {path}
LEFT JOIN reorder_rule r ON r.product_id = p.id AND r.location_id = l.location_id
WHERE s.reorder_point IS NOT NULL
"""
_PLACED = """
(SELECT c.record, row_number() OVER (PARTITION BY c.product_id, c.path ORDER BY c.record {way}) AS place
 FROM import_point c WHERE {good}) s
"""
_GOOD = "NOT EXISTS (SELECT 1 FROM import_rejected r WHERE r.record = c.record)"


class ReorderPointSaver(Saver):
    """Reorder points; the counts are of them."""

    topics = frozenset({Topic.PRODUCTS, Topic.STOCK, Topic.LOCATIONS, Topic.IMPORTS})
    locks = ("product", "reorder_rule")

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._options = options
        self._has_places = mapping.maps("location")

    @override
    async def check(self) -> None:
        batch, options = self._batch, self._options
        await make_problem_table(batch)
        await make_place_table(batch, (options.location,), "location" if self._has_places else "")
        default = "CAST(:path AS TEXT)"
        path = f"coalesce(s.location, {default})" if self._has_places else default
        await batch.make_table_as("import_point", _POINTS.format(path=path), path=options.location)
        await batch.analyze("import_point")
        unknown = "stage_row s WHERE s.sku IS NOT NULL AND NOT EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku)"
        await add_problems(batch, "sku_unknown", unknown, field="sku", value="s.sku")
        refused = batch.missing_names.refused("location", "s.path")
        missing = f"(s.location_id IS NULL AND {refused}) OR" if refused else ""
        unusable = f"import_point s JOIN import_place l ON l.path = s.path WHERE ({missing} l.kind <> 'storage')"
        await add_problems(batch, "unknown_location", unusable, field="location", value="s.path")
        if options.on_existing is OnExisting.REJECT:
            known = "import_point s WHERE s.old_point IS NOT NULL"
            await add_problems(batch, "reorder_point_exists", known, field="sku", value="s.path")
        way = "DESC" if options.in_file_duplicates is InFileDuplicates.LAST else "ASC"
        doubles = f"{_PLACED.format(way=way, good=STILL_GOOD.format('c'))} WHERE s.place > 1"
        await add_problems(batch, "duplicate_reorder_point", doubles, field="sku")

    @override
    async def save(self, accepted: int) -> Saved:
        batch = self._batch
        wanted = "(c.old_point IS NULL OR c.old_point <> c.new_point)"
        if self._options.on_existing is OnExisting.SKIP:
            wanted = "c.old_point IS NULL"
        await batch.make_table_as("import_rule", f"SELECT c.* FROM import_point c WHERE {wanted} AND {_GOOD}")
        await create_places(batch, "SELECT path FROM import_rule")
        await batch.run(
            "UPDATE import_rule SET location_id = l.location_id FROM import_place l"
            " WHERE l.path = import_rule.path AND import_rule.location_id IS NULL"
        )
        await batch.analyze("import_rule")
        await batch.run(
            "INSERT INTO reorder_rule (product_id, location_id, reorder_point)"
            " SELECT product_id, location_id, new_point FROM import_rule WHERE true ORDER BY product_id, location_id"
            " ON CONFLICT (product_id, location_id) DO UPDATE SET reorder_point = excluded.reorder_point"
        )
        group = "jsonb_object_agg" if batch.is_postgresql else "json_group_object"
        place, build = "CAST(location_id AS TEXT)", "jsonb_build_object" if batch.is_postgresql else "json_object"
        await batch.run(
            "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
            f" SELECT :action_id, '{PRODUCT}', product_id,"
            f" {build}('{REORDER_POINTS}', {group}({place}, old_point)),"
            f" {build}('{REORDER_POINTS}', {group}({place}, new_point))"
            " FROM import_rule GROUP BY product_id ORDER BY product_id"
        )
        created = int(await batch.scalar("SELECT count(*) FROM import_rule WHERE old_point IS NULL"))
        updated = int(await batch.scalar("SELECT count(*) FROM import_rule WHERE old_point IS NOT NULL"))
        return Saved(created, updated, accepted - created - updated)
