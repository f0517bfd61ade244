"""The documents of a file and their lines, looked up as far as they exist."""

from __future__ import annotations

from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY
from inventory_app.importing.checks.rows import VALUE_LIMIT, scaled_value
from inventory_app.importing.reasons import NUMBER_OF
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.orders.plan import OrderPlan
from inventory_app.importing.saving.places import make_place_table
from inventory_app.importing.saving.verdicts import make_problem_table

# A document is named by the number of its first record: so documents stand in the order of the file.
_DOCUMENT = (
    "document BIGINT PRIMARY KEY, reference TEXT, party TEXT, order_date TEXT, expected_on TEXT, location TEXT,"
    " party_id BIGINT, location_id BIGINT, policy TEXT, state TEXT"
)
_LINE = "record BIGINT PRIMARY KEY, document BIGINT, product_id BIGINT, quantity BIGINT, amount BIGINT, total BIGINT"
# What the first line says that says anything: other programs leave the later lines of a document blank.
_FIRST_SAID = """
UPDATE import_document SET {column} = f.said FROM (
    SELECT d.document, s.{field} AS said, row_number() OVER (PARTITION BY d.document ORDER BY s.record) AS place
    FROM stage_row s JOIN import_document d ON d.reference = s.reference WHERE s.{field} IS NOT NULL) f
WHERE f.place = 1 AND f.document = import_document.document
"""


async def find_documents(batch: Batch, plan: OrderPlan) -> None:
    """Fill ``import_document`` and ``import_line`` with everything that has a number."""
    await make_problem_table(batch)
    await make_place_table(batch, (plan.options.location,), "location" if plan.mapping.maps("location") else "")
    await batch.make_table("import_document", _DOCUMENT)
    await batch.run(
        "INSERT INTO import_document (document, reference) SELECT min(record), reference FROM stage_row"
        " WHERE reference IS NOT NULL GROUP BY reference ORDER BY min(record)"
    )
    await batch.run("CREATE UNIQUE INDEX import_document_reference ON import_document (reference)")
    await batch.analyze("import_document")
    for column, field in plan.headers.items():
        await batch.run(_FIRST_SAID.format(column=column, field=field))
    await _look_up(batch, plan)
    await batch.make_table("import_line", _LINE)
    total = plan.mapping.slots[0].value if plan.is_sale else ""
    await batch.run(
        "INSERT INTO import_line (record, document, product_id, quantity, amount, total)"
        f" SELECT s.record, d.document, p.id, s.quantity,"
        f" {_amount(plan)},"
        f" {f's.{total}' if total else 'CAST(NULL AS BIGINT)'} FROM stage_row s"
        " JOIN import_document d ON d.reference = s.reference LEFT JOIN product p ON p.sku = s.sku ORDER BY s.record"
    )
    await batch.run("CREATE INDEX import_line_document ON import_line (document)")
    await batch.run("CREATE INDEX import_line_product ON import_line (product_id)")
    await batch.analyze("import_document", "import_line")
    if plan.is_sale:
        await _fill_totals(batch)


def _amount(plan: OrderPlan) -> str:
    """SQL for what a piece costs: what the line says, else the product. Our own export says it of every line."""
    if not plan.mapping.maps(plan.amount):
        return f"p.{plan.worth}"
    said = f"s.{plan.amount}"
    return said if plan.mapping.is_own else f"coalesce({said}, p.{plan.worth})"


async def _look_up(batch: Batch, plan: OrderPlan) -> None:
    await batch.run(
        "UPDATE import_document SET location = coalesce(location, CAST(:path AS TEXT))", path=plan.options.location
    )
    await batch.run(
        "UPDATE import_document SET location_id = l.location_id, policy = l.policy FROM import_place l"
        " WHERE l.path = import_document.location"
    )
    await batch.run(
        "UPDATE import_document SET party_id = p.id FROM party p"
        f" WHERE p.name = import_document.party AND p.is_{plan.party}"
    )


async def _fill_totals(batch: Batch) -> None:
    """Of lines that are sold at the product's price. SQL cannot multiply scaled numbers exactly, so we do."""
    await batch.make_table("import_total", "record BIGINT PRIMARY KEY, total BIGINT")
    code = "quantity_invalid"
    lines = (
        "SELECT record, quantity, amount FROM import_line"
        " WHERE total IS NULL AND amount IS NOT NULL AND quantity IS NOT NULL"
    )
    async for part in batch.stream(lines):
        totals = [(row.record, scaled_value(row.quantity, row.amount)) for row in part]
        await batch.load("import_total", [one for one in totals if abs(one[1]) < VALUE_LIMIT])
        too_much = [row for row, (_, total) in zip(part, totals, strict=True) if abs(total) >= VALUE_LIMIT]
        await batch.load(
            "import_problem",
            [
                (row.record, "quantity", str(QUANTITY.from_scaled(row.quantity)), code, NUMBER_OF[code])
                for row in too_much
            ],
        )
    await batch.run("UPDATE import_line SET total = t.total FROM import_total t WHERE t.record = import_line.record")


MOST_BILLIONS = MONEY.limit * 10**MONEY.scale // 10**9
