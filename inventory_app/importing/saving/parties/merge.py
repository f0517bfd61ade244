"""Parties created and updated from their rows in force, in sets; unchanged ones are not written at all."""

from __future__ import annotations

from inventory_app.actions.changes import PARTY
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.change_json import boolean, differing
from inventory_app.importing.saving.parties.plan import NOT_REJECTED, PartyPlan
from inventory_app.importing.saving.saver import Saved


async def merge(batch: Batch, plan: PartyPlan, accepted: int) -> Saved:
    """Write the parties. Who gets the role by the file counts as created."""
    joined = changed = 0
    if await _find_updates(batch, plan):
        await _update(batch, plan)
        await _write_changes(batch, plan)
        joined = int(await batch.scalar("SELECT count(*) FROM import_update WHERE joins"))
        changed = int(
            await batch.scalar(f"SELECT count(*) FROM import_update u WHERE NOT u.joins AND ({_differ(plan)})")
        )
    created = joined + await _create(batch, plan)
    return Saved(created, changed, accepted - created - changed)


async def _find_updates(batch: Batch, plan: PartyPlan) -> int:
    """The rows that may change a party, with its old values and those it shall have."""
    made = ["party_id BIGINT PRIMARY KEY", "record BIGINT", "joins BOOLEAN"]
    made += [f"{which}_{column} TEXT" for column in plan.sources for which in ("old", "new")]
    await batch.make_table("import_update", ", ".join(made))
    values = [value for column in plan.sources for value in (f"p.{column}", plan.becomes(column))]
    found = await batch.run(
        f"INSERT INTO import_update SELECT t.party_id, t.record, t.joins, {', '.join(values)}"
        " FROM import_target t CROSS JOIN stage_row s CROSS JOIN party p"
        f" WHERE s.record = t.record AND p.id = t.party_id AND {'true' if plan.updates else 't.joins'}"
        f" AND {NOT_REJECTED}"
    )
    await batch.analyze("import_update")
    return found


def _differ(plan: PartyPlan) -> str:
    return " OR ".join(f"u.old_{column} <> u.new_{column}" for column in plan.sources)


async def _update(batch: Batch, plan: PartyPlan) -> None:
    """New names and codes are nobody's before the import, so that the order of the rows does not matter."""
    assignments = ", ".join(f"{column} = u.new_{column}" for column in plan.sources)
    await batch.run(
        f"UPDATE party SET {assignments}, {plan.flag} = true FROM import_update u"
        f" WHERE party.id = u.party_id AND (u.joins OR {_differ(plan)})"
    )


async def _write_changes(batch: Batch, plan: PartyPlan) -> None:
    differ = {column: f"u.old_{column} <> u.new_{column}" for column in plan.sources} | {plan.flag: "u.joins"}
    old = {column: f"u.old_{column}" for column in plan.sources} | {plan.flag: boolean(batch, "false")}
    new = {column: f"u.new_{column}" for column in plan.sources} | {plan.flag: boolean(batch, "true")}
    await batch.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PARTY}', u.party_id, {differing(batch, old, differ)}, {differing(batch, new, differ)}"
        f" FROM import_update u WHERE u.joins OR {_differ(plan)} ORDER BY u.party_id"
    )


async def _create(batch: Batch, plan: PartyPlan) -> int:
    columns = ", ".join(plan.sources)
    values = ", ".join(f"coalesce(s.{staged}, '')" for staged in plan.sources.values())
    return await batch.run(
        f"INSERT INTO party ({columns}, {plan.flag}, action_id) SELECT {values}, true, :action_id FROM stage_row s"
        " WHERE NOT EXISTS (SELECT 1 FROM import_target t WHERE t.record = s.record)"
        f" AND {NOT_REJECTED} ORDER BY s.name"
    )
