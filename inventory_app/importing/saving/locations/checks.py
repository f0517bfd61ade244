"""What only the database can say against a row of locations."""

from __future__ import annotations

from inventory_app.importing.options import InFileDuplicates, Missing, OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.locations.plan import LocationPlan
from inventory_app.importing.saving.verdicts import STILL_GOOD, add_problems

_OF_SITE = "import_site s CROSS JOIN location l WHERE l.id = s.location_id"
# A word that nobody knows is a reason of its own, and no blank cell.
_UNDERSTOOD = "NOT EXISTS (SELECT 1 FROM import_problem f WHERE f.record = s.record AND f.field = '{}')"
_SAID = "coalesce(s.{}, '')"
_USED = """(
SELECT location_id FROM stock_level UNION SELECT location_id FROM sales_order
UNION SELECT location_id FROM purchase_order UNION SELECT location_id FROM goods_return
UNION SELECT from_location_id FROM stock_move UNION SELECT to_location_id FROM stock_move)
"""
_BELOW_ZERO = (
    "EXISTS (SELECT 1 FROM stock_level v WHERE v.location_id = l.id AND (v.on_hand < 0 OR v.reserved > v.on_hand))"
)


def _will_block(plan: LocationPlan) -> str:
    """SQL: the site ``s`` makes its location ``l`` block what is below 0, by its cell or by a blank one that clears."""
    return f"l.negative_stock <> 'block' AND {plan.becomes('negative_stock')} = 'block'"


async def lock_levels(batch: Batch, plan: LocationPlan) -> None:
    """Hold the levels of places that shall block what is below 0, in the order in which all actions lock them."""
    if batch.is_postgresql and plan.mapping.maps("negative_stock"):
        await batch.scalar(
            "SELECT count(*) FROM (SELECT v.product_id FROM stock_level v JOIN location l ON l.id = v.location_id"
            f" WHERE EXISTS (SELECT 1 FROM import_site s WHERE s.location_id = l.id AND {_will_block(plan)})"
            " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
        )


async def check(batch: Batch, plan: LocationPlan) -> None:
    """All reasons; the duplicates last, since a rejected row is nobody's double."""
    if plan.options.on_existing is OnExisting.REJECT:
        await add_problems(batch, "location_exists", _OF_SITE, field="path", value="s.path")
    if plan.options.on_existing is OnExisting.UPDATE:
        if plan.mapping.maps("kind"):
            await _check_kinds(batch, plan)
        if plan.mapping.maps("negative_stock"):
            blocks = f"{_OF_SITE} AND {_will_block(plan)} AND {_BELOW_ZERO} AND {_UNDERSTOOD.format('negative_stock')}"
            await add_problems(
                batch, "below_zero", blocks, field="negative_stock", value=_SAID.format("negative_stock")
            )
    if plan.options.missing is Missing.REJECT:
        await _check_parents(batch)
    await _check_duplicates(batch, plan)


async def _check_kinds(batch: Batch, plan: LocationPlan) -> None:
    """The places of the outside world stay what they are, and so does a place that anything refers to."""
    changed = f"{_OF_SITE} AND {plan.becomes('kind')} <> l.kind AND {_UNDERSTOOD.format('kind')}"
    if await batch.scalar(f"SELECT 1 FROM {changed} LIMIT 1"):
        used = f"{changed} AND (l.kind NOT IN ('storage', 'transit') OR l.id IN {_USED})"
        await add_problems(batch, "location_in_use", used, field="kind", value=_SAID.format("kind"))


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
