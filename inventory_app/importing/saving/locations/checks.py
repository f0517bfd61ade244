"""What only the database can say against a row of locations."""

from __future__ import annotations

from inventory_app.importing.options import InFileDuplicates, Missing, OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.locations.plan import LocationPlan
from inventory_app.importing.saving.verdicts import STILL_GOOD, add_problems

_OF_SITE = "import_site s CROSS JOIN location l WHERE l.id = s.location_id"
_KINDS_CHANGED = f"{_OF_SITE} AND s.kind IS NOT NULL AND s.kind <> l.kind"
_USED = """(
SELECT location_id FROM stock_level UNION SELECT location_id FROM sales_order
UNION SELECT location_id FROM purchase_order UNION SELECT location_id FROM goods_return
UNION SELECT from_location_id FROM stock_move UNION SELECT to_location_id FROM stock_move)
"""
_BLOCKS = (
    f"{_OF_SITE} AND s.negative_stock = 'block' AND l.negative_stock <> 'block' AND EXISTS ("
    "SELECT 1 FROM stock_level v WHERE v.location_id = l.id AND (v.on_hand < 0 OR v.reserved > v.on_hand))"
)


async def lock_levels(batch: Batch) -> None:
    """Hold the levels of places that shall block what is below 0, in the order in which all actions lock them."""
    if batch.is_postgresql:
        await batch.scalar(
            "SELECT count(*) FROM (SELECT v.product_id FROM stock_level v JOIN location l ON l.id = v.location_id"
            " WHERE l.negative_stock <> 'block' AND l.id IN ("
            "SELECT s.location_id FROM import_site s WHERE s.negative_stock = 'block')"
            " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
        )


async def check(batch: Batch, plan: LocationPlan) -> None:
    """All reasons; the duplicates last, since a rejected row is nobody's double."""
    if plan.options.on_existing is OnExisting.REJECT:
        await add_problems(batch, "location_exists", _OF_SITE, field="path", value="s.path")
    if plan.options.on_existing is OnExisting.UPDATE:
        if plan.mapping.maps("kind"):
            await _check_kinds(batch)
        if plan.mapping.maps("negative_stock"):
            await add_problems(batch, "below_zero", _BLOCKS, field="negative_stock", value="s.negative_stock")
    if plan.options.missing is Missing.REJECT:
        await _check_parents(batch)
    await _check_duplicates(batch, plan)


async def _check_kinds(batch: Batch) -> None:
    """The places of the outside world stay what they are, and so does a place that anything refers to."""
    if await batch.scalar(f"SELECT 1 FROM {_KINDS_CHANGED} LIMIT 1"):
        used = f"{_KINDS_CHANGED} AND (l.kind NOT IN ('storage', 'transit') OR l.id IN {_USED})"
        await add_problems(batch, "location_in_use", used, field="kind", value="s.kind")


async def _check_parents(batch: Batch) -> None:
    """A parent has to exist or to be made by a good row; whoever loses its parent is no parent either."""
    good, parent_good = STILL_GOOD.format("s"), STILL_GOOD.format("o")
    orphans = (
        "import_site s WHERE s.location_id IS NULL AND s.parent <> ''"
        " AND NOT EXISTS (SELECT 1 FROM location l WHERE l.path = s.parent)"
        f" AND NOT EXISTS (SELECT 1 FROM import_site o WHERE o.path = s.parent AND {parent_good}) AND {good}"
    )
    while await add_problems(batch, "unknown_location", orphans, field="parent", value="s.parent"):
        pass


async def _check_duplicates(batch: Batch, plan: LocationPlan) -> None:
    last = plan.options.in_file_duplicates is InFileDuplicates.LAST
    later, good = ("<" if last else ">"), STILL_GOOD.format("o")
    query = (
        f"import_site s WHERE {STILL_GOOD.format('s')} AND EXISTS ("
        f"SELECT 1 FROM import_site o WHERE o.path = s.path AND s.record {later} o.record AND {good})"
    )
    await add_problems(batch, "duplicate_location", query, field="path", value="s.path")
