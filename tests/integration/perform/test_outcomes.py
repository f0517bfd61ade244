"""One action, one transaction, one outcome: saved whole, or not at all, and always said."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from inventory_app.actions.outcome import (
    Cancelled,
    Committed,
    Conflict,
    DryRun,
    Failed,
    Phase,
    Progress,
    Refused,
    Topic,
    word_of,
)
from inventory_app.database.tables import ActionLog, ActionResult, Location, Party, Product
from inventory_app.domain.errors import ConflictFound, FieldDifference, Refusal
from tests.support.trials import CONTEXT, Reports, Trial, carry_out, is_logged, mark, marks

if TYPE_CHECKING:
    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database


async def test_committed_is_saved_whole_and_said(database: Database) -> None:
    reports = Reports()
    action = Trial(says="first")
    outcome = await carry_out(database, action, report=reports)
    assert isinstance(outcome, Committed)
    assert (outcome.message, dict(outcome.result), outcome.tries) == ("first done", {"says": "first"}, 1)
    assert (outcome.topics, outcome.notes, outcome.repeated) == (frozenset({Topic.PARTIES}), ("a side remark",), False)
    assert outcome.action_id == action.action_id
    assert outcome.seconds > 0
    assert word_of(outcome) == "committed"
    assert reports.phases == [Phase.RUNNING, Phase.COMMITTING]
    assert await marks(database) == ["first"]
    async with database.read() as session:
        log = (await session.scalars(select(ActionLog).where(ActionLog.id == action.action_id))).one()
        result = (await session.scalars(select(ActionResult).where(ActionResult.id == action.action_id))).one()
    assert (log.kind, log.actor, log.workstation) == ("trial", CONTEXT.actor, CONTEXT.workstation)
    assert log.fingerprint == action.fingerprint()
    assert log.recorded_at.utcoffset() is not None
    assert (result.title, result.summary) == ("Try first", "first done")
    assert (result.result, result.topics, result.notes) == ({"says": "first"}, ["parties"], ["a side remark"])


async def test_the_log_has_the_servers_own_words_of_who_and_when(database: Database) -> None:
    action = Trial()
    await carry_out(database, action)
    async with database.read() as session:
        log = (await session.scalars(select(ActionLog).where(ActionLog.id == action.action_id))).one()
    if database.dialect.name == "sqlite":
        assert (log.transaction_id, log.database_user) == (None, None)
    else:
        assert log.transaction_id is not None
        assert log.database_user == "app"


async def test_the_log_is_written_first_and_the_result_last(database: Database) -> None:
    seen: list[tuple[int, int]] = []

    async def look(work: Work) -> None:
        counts = [
            await work.session.scalar(text(f"SELECT count(*) FROM {table}"))
            for table in ("action_log", "action_result")
        ]
        seen.append((int(counts[0] or 0), int(counts[1] or 0)))

    await carry_out(database, Trial(body=look))
    assert seen == [(1, 0)]


async def test_refused_saves_nothing_and_keeps_the_figures(database: Database) -> None:
    async def refuse(_work: Work) -> None:
        raise Refusal(
            "not_available", "Only 8 available at MAIN.", field="lines.2.quantity", details={"available": "8"}
        )

    action = Trial(body=refuse)
    outcome = await carry_out(database, action)
    assert isinstance(outcome, Refused)
    assert (outcome.message, outcome.code, outcome.field) == (
        "Only 8 available at MAIN.", "not_available", "lines.2.quantity",
    )  # fmt: skip
    assert dict(outcome.details) == {"available": "8"}
    assert outcome.tries == 1
    assert await marks(database) == []
    assert not await is_logged(database, action.action_id)


async def test_a_refused_id_runs_again(database: Database) -> None:
    answers = iter([Refusal("no", "Not yet."), None])

    async def perhaps(_work: Work) -> None:
        answer = next(answers)
        if answer is not None:
            raise answer

    action = Trial(body=perhaps)
    assert isinstance(await carry_out(database, action), Refused)
    again = await carry_out(database, action)
    assert isinstance(again, Committed)
    assert not again.repeated
    assert await marks(database) == ["trial"]


async def test_conflict_tells_who_when_and_which_fields(database: Database) -> None:
    difference = FieldDifference("price", "1.50", "1.75", "2", changed_by="Grace")

    async def find(_work: Work) -> None:
        raise ConflictFound("Grace changed 00417 meanwhile.", (difference,))

    outcome = await carry_out(database, Trial(body=find))
    assert isinstance(outcome, Conflict)
    assert outcome.differences == (difference,)
    assert outcome.message == "Grace changed 00417 meanwhile."
    assert await marks(database) == []


CONSTRAINTS = {
    "unique": (
        insert(Party).values([{"name": "twice"}, {"name": "twice"}]),
        "A record with the same key exists already",
    ),
    "check": (insert(Party).values(name=""), "A value breaks a rule of the database"),
    "foreign key": (
        insert(Location).values(path="X", code="X", parent_id=999_999),
        "A record that this one refers to is missing, or others still refer to it",
    ),
    "not null": (insert(Product).values(sku="S", name=None, action_id=Trial().action_id), "A value is missing"),
}


@pytest.mark.parametrize("constraint", CONSTRAINTS)
async def test_a_broken_constraint_is_failed_in_plain_words(database: Database, constraint: str) -> None:
    statement, words = CONSTRAINTS[constraint]

    async def break_it(work: Work) -> None:
        await work.session.execute(statement)

    action = Trial(body=break_it)
    outcome = await carry_out(database, action)
    assert isinstance(outcome, Failed)
    # On a server somebody else may have been quicker: it is looked at once more.
    twice = database.dialect.name == "postgresql" and constraint in ("unique", "foreign key")
    assert outcome.message == f"{words}{' (2 tries)' if twice else ''}. Nothing was saved."
    assert outcome.tries == (2 if twice else 1)
    assert not outcome.unreachable
    assert await marks(database) == []
    assert not await is_logged(database, action.action_id)


async def test_the_details_of_a_failure_show_no_values(database: Database) -> None:
    """They are for copying into a report: what people typed must not stand in them."""

    async def break_it(work: Work) -> None:
        await work.session.execute(insert(Party).values([{"name": "secret-9f2c"}, {"name": "secret-9f2c"}]))

    outcome = await carry_out(database, Trial(body=break_it))
    assert isinstance(outcome, Failed)
    assert "INSERT INTO party" in outcome.detail
    assert "secret-9f2c" not in outcome.detail


async def test_after_a_failed_flush_the_next_action_of_the_same_runner_commits(database: Database) -> None:
    async def flush_badly(work: Work) -> None:
        work.session.add(Party(name=""))
        await work.session.flush()

    assert isinstance(await carry_out(database, Trial(says="bad", body=flush_badly)), Failed)
    assert isinstance(await carry_out(database, Trial(says="good")), Committed)
    assert await marks(database) == ["good"]


async def test_what_was_only_added_is_flushed_before_the_commit(database: Database) -> None:
    async def add(work: Work) -> None:
        work.session.add(Party(name="added"))

    assert isinstance(await carry_out(database, Trial(body=add)), Committed)
    assert await marks(database) == ["added", "trial"]


async def test_an_error_of_the_program_is_failed_and_rolled_back(database: Database) -> None:
    async def trip(_work: Work) -> None:
        raise KeyError("not found in the program")

    outcome = await carry_out(database, Trial(body=trip))
    assert isinstance(outcome, Failed)
    assert outcome.message == "Something unexpected happened. Nothing was saved."
    assert "KeyError" in outcome.detail
    assert await marks(database) == []


async def test_a_missing_file_is_not_taken_for_a_missing_database(database: Database) -> None:
    async def open_file(_work: Work) -> None:
        raise FileNotFoundError(2, "No such file or directory", "/nowhere/import.csv")

    outcome = await carry_out(database, Trial(body=open_file))
    assert isinstance(outcome, Failed)
    assert not outcome.unreachable
    assert outcome.tries == 1


async def test_a_savepoint_that_fails_leaves_the_rest(database: Database) -> None:
    """Rule 9: the optional part of an action."""

    async def part_twice(work: Work) -> None:
        async with work.session.begin_nested():
            await mark(work, "part")
            await mark(work, "part")

    async def try_a_part(work: Work) -> None:
        with pytest.raises(IntegrityError):
            await part_twice(work)
        async with work.session.begin_nested():
            await mark(work, "other part")

    assert isinstance(await carry_out(database, Trial(body=try_a_part)), Committed)
    assert await marks(database) == ["other part", "trial"]


async def test_a_savepoint_does_not_survive_the_refusal_of_the_whole(database: Database) -> None:
    async def part_then_refuse(work: Work) -> None:
        async with work.session.begin_nested():
            await mark(work, "part")
        raise Refusal("no", "No.")

    assert isinstance(await carry_out(database, Trial(body=part_then_refuse)), Refused)
    assert await marks(database) == []


async def test_a_dry_run_does_everything_and_saves_nothing(database: Database) -> None:
    reports = Reports()
    action = Trial(rolls_back=True)
    outcome = await carry_out(database, action, report=reports)
    assert isinstance(outcome, DryRun)
    assert (outcome.message, dict(outcome.result)) == ("trial done", {"says": "trial"})
    assert word_of(outcome) == "dry_run"
    assert Phase.COMMITTING not in reports.phases
    assert await marks(database) == []
    assert not await is_logged(database, action.action_id)
    assert isinstance(await carry_out(database, Trial(action_id=action.action_id)), Committed)


async def test_a_dry_run_that_a_rule_forbids_is_refused(database: Database) -> None:
    async def refuse(_work: Work) -> None:
        raise Refusal("no", "No.")

    assert isinstance(await carry_out(database, Trial(rolls_back=True, body=refuse)), Refused)


async def test_whoever_watches_cannot_break_the_action(database: Database) -> None:
    """A window that fails while it paints progress must neither stop an action nor change what is said of it."""

    def fail(progress: Progress) -> None:
        raise RuntimeError(f"cannot show {progress.phase}")

    outcome = await carry_out(database, Trial(), report=fail)
    assert isinstance(outcome, Committed)
    assert await marks(database) == ["trial"]


@pytest.mark.parametrize("broken", [Refusal("no", "No."), KeyError("x"), None], ids=["refused", "failed", "committed"])
async def test_nothing_stays_open(database: Database, broken: Exception | None) -> None:
    async def end(_work: Work) -> None:
        if broken is not None:
            raise broken

    before = asyncio.all_tasks()
    await carry_out(database, Trial(body=end))
    assert asyncio.all_tasks() == before
    assert not database.writers_waiting


async def test_cancelling_a_runner_that_waits_for_the_outcome_is_told_as_such(database: Database) -> None:
    task = asyncio.create_task(carry_out(database, Trial()))
    await asyncio.sleep(0)
    task.cancel()
    outcome = await task
    assert isinstance(outcome, Cancelled)
    assert outcome.message == "Stopped. Nothing was saved."
    assert await marks(database) == []
