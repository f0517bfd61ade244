"""Whom a row means, and what only the database can say against it."""

from __future__ import annotations

from inventory_app.importing.options import OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.parties.plan import PartyPlan
from inventory_app.importing.saving.verdicts import add_problems, make_problem_table


async def find_known(batch: Batch, plan: PartyPlan) -> None:
    """The party of each row that exists: the one with the row's code, else the one of its name if it has no other."""
    await make_problem_table(batch)
    await batch.make_table(
        "import_target", "record BIGINT PRIMARY KEY, party_id BIGINT, joins BOOLEAN, of_other_code BOOLEAN"
    )
    columns = "INSERT INTO import_target (record, party_id, joins, of_other_code)"
    if plan.has_codes:
        await batch.run(
            f"{columns} SELECT s.record, p.id, NOT p.{plan.flag}, false FROM stage_row s CROSS JOIN party p"
            f" WHERE s.code IS NOT NULL AND p.{plan.code} = s.code AND s.code <> ''"
        )
    other = f"(s.code IS NOT NULL AND p.{plan.code} <> '')" if plan.has_codes else "false"
    await batch.run(
        f"{columns} SELECT s.record, p.id, NOT p.{plan.flag}, {other} FROM stage_row s CROSS JOIN party p"
        " WHERE s.name IS NOT NULL AND p.name = s.name"
        " AND NOT EXISTS (SELECT 1 FROM import_target t WHERE t.record = s.record)"
    )
    await batch.run("CREATE INDEX import_target_party ON import_target (party_id)")
    await batch.analyze("import_target")


async def check(batch: Batch, plan: PartyPlan) -> None:
    """All reasons that do not depend on the order of the rows."""
    # The name of somebody else: of one who has another code, or of anybody but the one whom the code means.
    taken = "stage_row s CROSS JOIN import_target t WHERE t.record = s.record AND t.of_other_code"
    await add_problems(batch, "name_taken", taken, field="name", value="s.name")
    renamed = (
        "stage_row s CROSS JOIN import_target t CROSS JOIN party other WHERE t.record = s.record"
        " AND NOT t.of_other_code AND s.name IS NOT NULL AND other.name = s.name AND other.id <> t.party_id"
    )
    await add_problems(batch, "name_taken", renamed, field="name", value="s.name")
    if plan.options.on_existing is OnExisting.REJECT:
        there = "stage_row s CROSS JOIN import_target t WHERE t.record = s.record AND NOT t.joins"
        await add_problems(batch, "party_exists", there, field="name", value="s.name")
