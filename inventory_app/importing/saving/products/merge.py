"""Products created and updated from their rows in force, in sorted sets; unchanged ones are not written at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inventory_app.database.bulk import search_index_later
from inventory_app.importing.options import OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.master_data import create_categories, create_suppliers, create_uoms
from inventory_app.importing.saving.products import costs
from inventory_app.importing.saving.products.barcodes import change_barcodes, create_barcodes
from inventory_app.importing.saving.products.changes import write_changes
from inventory_app.importing.saving.products.plan import (
    IS_NEW,
    NOT_ADDED,
    NOT_REJECTED,
    OWN_COLUMNS,
    REFERENCES,
    ProductPlan,
)
from inventory_app.importing.saving.products.reorder import change_reorder_points, create_reorder_points
from inventory_app.importing.saving.steps import slices

# Columns of a product that stand in an index or refer to another table.
_INDEXED = frozenset({"name", "category_id", "supplier_id", "uom_id"})
_MAKERS = {"category": create_categories, "supplier": create_suppliers, "uom": create_uoms}


@dataclass(frozen=True, slots=True)
class Merged:
    """How many products were made (or brought back), and how many changed."""

    created: int
    updated: int


async def merge(batch: Batch, plan: ProductPlan, accepted: int) -> Merged:
    """Write the products. All verdicts are known."""
    for field in plan.references:
        await _MAKERS[field](batch, plan.applied)
    found = await _find_updates(batch, plan)
    new = max(accepted - found, 0) * costs.new(batch, plan)
    batch.steps.expect(found * (costs.UPDATE + costs.LOG) + new)
    changed = revived = 0
    if found:
        batch.tell(f"Updating {found:,} products")
        await change_barcodes(batch, plan)
        await change_reorder_points(batch, plan)
        await _update(batch, plan, found)
        changed = await write_changes(batch, plan)
        batch.steps.advance(found * costs.LOG)
        revived = int(await batch.scalar("SELECT count(*) FROM import_update WHERE revived"))
    created = await _find_new(batch, plan)
    batch.steps.expect(created * costs.new(batch, plan))
    batch.steps.advance(created * costs.FIND_NEW)
    if created:
        await _create(batch, plan, created)
    return Merged(created + revived, changed - revived)


async def _find_updates(batch: Batch, plan: ProductPlan) -> int:
    """The rows that may change a product, with its old values and those it shall have; how many."""
    made = ["product_id BIGINT PRIMARY KEY", "record BIGINT", "revived BOOLEAN", "old_archived_at MOMENT"]
    made += ["archives BOOLEAN"]
    made += [f"{which}_{column} {kind}" for column, kind in plan.columns.items() for which in ("old", "new")]
    await batch.make_table("import_update", ", ".join(made))
    values = ["t.product_id", "t.record", "t.revived", "p.archived_at"]
    values.append(f"p.archived_at IS NULL AND {plan.archives}" if plan.archives else "false")
    joins = []
    for field in plan.own:
        values += [f"p.{field}", _new(plan, f"s.{field}", f"p.{field}", OWN_COLUMNS[field][0])]
    for field in plan.references:
        table, text, column, cleared = REFERENCES[field]
        values += [f"p.{column}", _new(plan, f"{field}.id", f"p.{column}", cleared)]
        joins.append(f"LEFT JOIN {table} {field} ON {field}.{text} = s.{field}")
    wanted = "true" if plan.options.on_existing is OnExisting.UPDATE else "t.revived"
    found = await batch.run(
        f"INSERT INTO import_update SELECT {', '.join(values)} FROM import_target t CROSS JOIN stage_row s"
        f" CROSS JOIN product p {' '.join(joins)} WHERE s.record = t.record AND p.id = t.product_id AND {wanted}"
        f" AND {NOT_REJECTED} AND {NOT_ADDED}"
    )
    await batch.analyze("import_update")
    return found


def _new(plan: ProductPlan, staged: str, current: str, cleared: str) -> str:
    return f"coalesce({staged}, {cleared if plan.clears else current})"


async def _update(batch: Batch, plan: ProductPlan, found: int) -> None:
    """Give the products their new values, those only that differ.

    PostgreSQL writes a row once, whatever changes. SQLite writes an index anew when its column is assigned, the same
    value or not, and asks for the parent of a foreign key: there those columns are changed for their own rows only.
    """
    plain = [column for column in plan.columns if batch.is_postgresql or column not in _INDEXED]
    statements = [_assign(plain, revived=True)]
    statements += [_assign([column], revived=False) for column in plan.columns if column not in plain]
    for first, last, share in await _slices(batch, "import_update"):
        for statement in statements:
            await batch.run(statement, first=first, last=last)
        batch.steps.advance(found * costs.UPDATE * share)


def _assign(columns: Sequence[str], *, revived: bool) -> str:
    assignments = [f"{column} = u.new_{column}" for column in columns]
    differ = [f"u.old_{column} IS DISTINCT FROM u.new_{column}" for column in columns]
    if revived:
        assignments.append("archived_at = CASE WHEN u.archives THEN :now WHEN NOT u.revived THEN u.old_archived_at END")
        differ.append("u.revived OR u.archives")
    return (
        f"UPDATE product SET {', '.join(assignments)} FROM import_update u"
        f" WHERE product.id = u.product_id AND ({' OR '.join(differ)})"
        " AND u.product_id BETWEEN :first AND :last AND product.id BETWEEN :first AND :last"
    )


async def _slices(batch: Batch, table: str) -> list[tuple[int, int, float]]:
    """The product ids of one of our tables in ranges, each with its share of the whole."""
    row = (await batch.all(f"SELECT min(product_id) AS low, max(product_id) AS high, count(*) AS n FROM {table}"))[0]
    ranges = list(slices(row.low, row.high, row.n)) if row.n else []
    return [(first, last, 1 / len(ranges)) for first, last in ranges]


async def _find_new(batch: Batch, plan: ProductPlan) -> int:
    """The rows of products that do not exist yet, sorted by sku and with the ids that they will have; how many."""
    made = ["product_id BIGINT PRIMARY KEY", "record BIGINT", "sku TEXT"]
    made += [f"{column} {kind}" for column, kind in plan.columns.items()]
    values, joins = ["s.record", "s.sku"], []
    for field in plan.own:
        values.append(f"coalesce(s.{field}, '')" if field == "description" else f"s.{field}")
    for field in plan.references:
        table, text, _, cleared = REFERENCES[field]
        values.append(f"coalesce({field}.id, {cleared})")
        joins.append(f"LEFT JOIN {table} {field} ON {field}.{text} = s.{field}")
    for field, kind in (("barcode", "TEXT"), ("reorder_point", "BIGINT"), ("tracking", "TEXT")):
        if plan.maps(field):
            made.append(f"{field} {kind}")
            values.append(f"s.{field}")
    if plan.archives:
        made.append("archives BOOLEAN")
        values.append(plan.archives)
    await batch.make_table("import_new", ", ".join(made))
    number = await _start_numbers(batch)
    found = await batch.run(
        f"INSERT INTO import_new SELECT {number}, n.* FROM (SELECT {', '.join(values)} FROM stage_row s"
        f" {' '.join(joins)} WHERE {IS_NEW} AND {NOT_REJECTED} AND {NOT_ADDED} ORDER BY s.sku) n"
    )
    await batch.run("DELETE FROM import_new WHERE record IS NULL")
    await batch.analyze("import_new")
    return found


async def _start_numbers(batch: Batch) -> str:
    """SQL for the id of the next product. On SQLite nobody else makes one before we commit: the row numbers go on."""
    if batch.is_postgresql:
        return "nextval('product_id_seq')"
    # Not after the highest that is there: what was deleted keeps its number for good.
    await batch.run(
        "INSERT INTO import_new (product_id) SELECT max((SELECT coalesce(max(id), 0) FROM product),"
        " (SELECT coalesce(max(seq), 0) FROM main.sqlite_sequence WHERE name = 'product'))"
    )
    return "NULL"


async def _create(batch: Batch, plan: ProductPlan, created: int) -> None:
    """The products that do not exist yet, with their barcodes and reorder points."""
    batch.tell(f"Creating {created:,} products")
    async with search_index_later(batch.connection, created):
        await _insert(batch, plan, created)
        if costs.search(batch):
            batch.tell("Filling the search index")
    batch.steps.advance(created * costs.search(batch))
    batch.tell("Saving barcodes and reorder points")
    await create_barcodes(batch, plan)
    await create_reorder_points(batch, plan)
    batch.steps.advance(created * costs.BESIDE)


async def _insert(batch: Batch, plan: ProductPlan, created: int) -> None:
    """Their own rows, in the order of id and sku, which both indexes like."""
    columns = ["sku", *plan.columns]
    tracking = "coalesce(lower(tracking), 'none')" if plan.maps("tracking") else "'none'"
    archived = "CASE WHEN archives THEN :now END" if plan.archives else "NULL"
    for first, last, share in await _slices(batch, "import_new"):
        await batch.run(
            f"INSERT INTO product (id, tracking, archived_at, action_id, {', '.join(columns)})"
            f" SELECT product_id, {tracking}, {archived}, :action_id, {', '.join(columns)} FROM import_new"
            " WHERE product_id BETWEEN :first AND :last ORDER BY product_id",
            first=first,
            last=last,
        )
        batch.steps.advance(created * costs.CREATE * share)
