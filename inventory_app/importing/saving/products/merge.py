"""Products created and updated from their rows in force, in sorted sets; unchanged ones are not written at all."""

from __future__ import annotations

from dataclasses import dataclass

from inventory_app.importing.options import OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.master_data import create_categories, create_suppliers, create_uoms
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

_MAKERS = {"category": create_categories, "supplier": create_suppliers, "uom": create_uoms}


@dataclass(frozen=True, slots=True)
class Merged:
    """How many products were made (or brought back), and how many changed."""

    created: int
    updated: int


async def merge(batch: Batch, plan: ProductPlan) -> Merged:
    """Write the products. All verdicts are known."""
    for field in plan.references:
        await _MAKERS[field](batch, plan.applied)
    await _find_updates(batch, plan)
    await change_barcodes(batch, plan)
    await change_reorder_points(batch, plan)
    await _update(batch, plan)
    changed = await write_changes(batch, plan)
    revived = int(await batch.scalar("SELECT count(*) FROM import_update WHERE revived"))
    created = await _create(batch, plan)
    await create_barcodes(batch, plan)
    await create_reorder_points(batch, plan)
    return Merged(created + revived, changed - revived)


async def _find_updates(batch: Batch, plan: ProductPlan) -> None:
    """The rows that may change a product, with its old values and those it shall have."""
    columns = ["s.record", "t.product_id", "t.revived", "p.archived_at AS old_archived_at"]
    joins = []
    for field in plan.own:
        column, cleared = OWN_COLUMNS[field]
        columns += [
            f"p.{column} AS old_{column}",
            f"{_new(plan, f's.{field}', f'p.{column}', cleared)} AS new_{column}",
        ]
    for field in plan.references:
        table, text, column, cleared = REFERENCES[field]
        columns += [
            f"p.{column} AS old_{column}",
            f"{_new(plan, f'{field}.id', f'p.{column}', cleared)} AS new_{column}",
        ]
        joins.append(f"LEFT JOIN {table} {field} ON {field}.{text} = s.{field}")
    wanted = "true" if plan.options.on_existing is OnExisting.UPDATE else "t.revived"
    await batch.make_table_as(
        "import_update",
        f"SELECT {', '.join(columns)} FROM import_target t CROSS JOIN stage_row s CROSS JOIN product p"
        f" {' '.join(joins)}"
        f" WHERE s.record = t.record AND p.id = t.product_id AND {wanted} AND {NOT_REJECTED} AND {NOT_ADDED}",
    )
    await batch.run("CREATE UNIQUE INDEX import_update_product ON import_update (product_id)")
    await batch.analyze("import_update")


def _new(plan: ProductPlan, staged: str, current: str, cleared: str) -> str:
    return f"coalesce({staged}, {cleared if plan.clears else current})"


async def _update(batch: Batch, plan: ProductPlan) -> None:
    """Give the products their new values, those only that differ."""
    columns = [OWN_COLUMNS[field][0] for field in plan.own] + [REFERENCES[field][2] for field in plan.references]
    assignments = [f"{column} = u.new_{column}" for column in columns]
    differ = [f"u.old_{column} IS DISTINCT FROM u.new_{column}" for column in columns]
    await batch.run(
        f"UPDATE product SET {', '.join([*assignments, 'archived_at = NULL'])} FROM import_update u"
        f" WHERE product.id = u.product_id AND ({' OR '.join([*differ, 'u.revived'])})"
    )


async def _create(batch: Batch, plan: ProductPlan) -> int:
    """The products that do not exist yet, in the order of their sku, which both indexes like."""
    columns, values, joins = ["sku", "tracking", "action_id"], ["s.sku", "'none'", ":action_id"], []
    for field in plan.own:
        columns.append(OWN_COLUMNS[field][0])
        values.append(f"coalesce(s.{field}, '')" if field == "description" else f"s.{field}")
    for field in plan.references:
        table, text, column, cleared = REFERENCES[field]
        columns.append(column)
        values.append(f"coalesce({field}.id, {cleared})")
        joins.append(f"LEFT JOIN {table} {field} ON {field}.{text} = s.{field}")
    return await batch.run(
        f"INSERT INTO product ({', '.join(columns)}) SELECT {', '.join(values)} FROM stage_row s {' '.join(joins)}"
        f" WHERE {IS_NEW} AND {NOT_REJECTED} AND {NOT_ADDED} ORDER BY s.sku"
    )
