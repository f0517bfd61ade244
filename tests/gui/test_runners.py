"""Action runner and query runner on a real SQLite file."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Action
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import (
    Cancelled,
    Committed,
    Failed,
    Outcome,
    Phase,
    Progress,
    Refused,
    Topic,
    Unknown,
)
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
from inventory_app.ui.runtime.query_runner import QueryFailed, QueryFault, QueryRunner
from tests.support.databases import opened
from tests.support.waiting import until
from tests.support.window import carry_out

MUG = CreateProduct(sku="00417", name="Blue enamel mug")


def no_connection_thread() -> bool:
    """A thread of a connection ends a moment after it has answered that it is closed."""
    return not any("_connection_worker_thread" in one.name for one in threading.enumerate())


def adjust(change: int) -> AdjustStock:
    return AdjustStock(sku="00417", location="MAIN", quantity=Decimal(change), reason="FOUND")


@pytest.fixture
async def database(sqlite_stockroom_url: str) -> AsyncIterator[Database]:
    async with opened(sqlite_stockroom_url) as database:
        yield database
    await until(no_connection_thread)


@pytest.fixture
async def runner(database: Database) -> AsyncIterator[ActionRunner]:
    made = ActionRunner(carry_out)
    made.use(database)
    yield made
    await made.drain(cancel=True)
    made.deleteLater()


class Told:
    """What the runner's signals said, in order."""

    def __init__(self, runner: ActionRunner) -> None:
        self.events: list[tuple[str, Any]] = []
        for name in ("started", "finished", "touched"):
            getattr(runner, name).connect(self._noter(name))

    def _noter(self, name: str) -> Callable[[object], None]:
        def note(what: object) -> None:
            self.events.append((name, what))

        return note

    def names(self) -> list[str]:
        return [name for name, _ in self.events]


async def test_a_commit_is_told_with_what_it_touched(runner: ActionRunner) -> None:
    told = Told(runner)
    run = runner.start(MUG)
    assert run.running
    assert list(runner.runs) == [run]
    outcome = await run.wait()
    await until(lambda: len(told.events) == 3)
    assert isinstance(outcome, Committed)
    assert told.names() == ["started", "finished", "touched"]
    assert Topic.PRODUCTS in told.events[2][1]
    assert run.outcome is outcome
    assert list(runner.runs) == []


async def test_a_refusal_touches_nothing(runner: ActionRunner) -> None:
    await runner.start(MUG).wait()
    told = Told(runner)
    outcome = await runner.start(adjust(-5)).wait()
    await until(lambda: told.events[-1][0] == "finished")
    assert isinstance(outcome, Refused)
    assert "touched" not in told.names()


async def test_two_at_once_each_have_their_outcome(runner: ActionRunner) -> None:
    await runner.start(MUG).wait()
    runs = [runner.start(adjust(n)) for n in (1, 2, 3, 4)]
    outcomes = await asyncio.gather(*(run.wait() for run in runs))
    assert all(isinstance(outcome, Committed) for outcome in outcomes)


async def test_the_same_id_again_is_a_repeat(runner: ActionRunner) -> None:
    first = runner.start(MUG)
    await first.wait()
    outcome = await runner.again(first).wait()
    assert isinstance(outcome, Committed)
    assert outcome.repeated


async def test_cancel_before_it_began(runner: ActionRunner) -> None:
    told = Told(runner)
    run = runner.start(MUG)
    runner.cancel(run)
    assert not run.can_be_cancelled
    await until(lambda: not run.running)
    assert isinstance(run.outcome, Cancelled)
    assert told.names() == ["started", "finished"]
    assert isinstance(await runner.start(MUG).wait(), Committed)  # nothing was saved: the id is free


async def test_cancel_while_it_waits_for_its_turn(runner: ActionRunner, database: Database) -> None:
    async with database.writer_slot():
        run = runner.start(MUG)
        await until(lambda: run.progress is not None and run.progress.phase is Phase.WAITING)
        runner.cancel(run)
        assert isinstance(await run.wait(), Cancelled)


async def test_a_fault_of_the_program_is_an_outcome_too(database: Database) -> None:
    async def broken(_database: Database, _action: Action, *, report: Callable[[Progress], None]) -> Outcome:  # noqa: ARG001
        raise LookupError("on purpose")

    runner = ActionRunner(broken)
    runner.use(database)
    crashes: list[tuple[ActionRun, BaseException]] = []
    runner.crashed.connect(lambda run, error: crashes.append((run, error)))
    run = runner.start(MUG)
    outcome = await run.wait()
    assert isinstance(outcome, Failed)
    assert "on purpose" in outcome.detail
    assert len(crashes) == 1


async def test_unknown_is_asked_about_until_it_is_known(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inventory_app.ui.runtime.action_runner._ASK_AGAIN", 0.01)
    answers: list[Outcome | None] = [None, None, Committed(action_id=MUG.action_id, message="saved")]

    async def lost(_database: Database, action: Action, *, report: Callable[[Progress], None]) -> Outcome:  # noqa: ARG001
        return Unknown(action_id=action.action_id, message="lost")

    async def resolve(_database: Database, _action: Action, _outcome: Unknown) -> Outcome | None:
        return answers.pop(0)

    runner = ActionRunner(lost, resolve)
    runner.use(database)
    outcome = await runner.start(MUG).wait()
    assert isinstance(outcome, Committed)
    assert answers == []


async def test_draining_does_not_wait_for_what_is_asked_about(database: Database) -> None:
    async def lost(_database: Database, action: Action, *, report: Callable[[Progress], None]) -> Outcome:  # noqa: ARG001
        return Unknown(action_id=action.action_id, message="lost")

    async def never(_database: Database, _action: Action, _outcome: Unknown) -> Outcome | None:
        return None

    runner = ActionRunner(lost, never)
    runner.use(database)
    run = runner.start(MUG)
    await until(lambda: run.resolving)
    await asyncio.wait_for(runner.drain(), 5)
    assert isinstance(run.outcome, Unknown)


async def test_without_a_database_nothing_starts() -> None:
    with pytest.raises(RuntimeError, match="no database"):
        ActionRunner(carry_out).start(MUG)


# ------------------------------------------------------------------------------------------------------- queries


async def one(session: AsyncSession) -> int:
    return int(await session.scalar(text("SELECT 1")) or 0)


@pytest.fixture
async def queries(database: Database) -> AsyncIterator[QueryRunner]:
    made = QueryRunner()
    made.use(database)
    yield made
    await made.drain()
    made.deleteLater()


async def test_an_answer_arrives_and_is_measured(queries: QueryRunner) -> None:
    owner, seen, took = QObject(), list[int](), list[float]()
    queries.answered_in.connect(took.append)
    queries.ask(owner, "one", one, seen.append)
    await until(lambda: seen)
    assert seen == [1]
    assert len(took) == 1
    assert await queries.read(one) == 1


async def test_only_the_newest_question_of_a_slot_is_answered(queries: QueryRunner) -> None:
    owner, seen = QObject(), list[str]()
    gates = [asyncio.Event() for _ in range(3)]

    def question(at: int) -> Callable[[AsyncSession], Any]:
        async def ask(session: AsyncSession) -> str:
            await gates[at].wait()
            await session.execute(text("SELECT 1"))
            return f"answer {at}"

        return ask

    for at in range(3):
        queries.ask(owner, "search", question(at), seen.append)
    queries.ask(owner, "other", one, lambda _: seen.append("other"))
    for gate in reversed(gates):
        gate.set()
    await until(lambda: len(seen) == 2)
    await asyncio.sleep(0.02)
    assert sorted(seen) == ["answer 2", "other"]


async def test_the_same_question_comes_to_its_end_and_is_asked_once_more(queries: QueryRunner) -> None:
    owner, go = QObject(), asyncio.Event()
    begun: list[str] = []
    answers: list[str] = []

    async def slow(words: str, _session: AsyncSession) -> str:
        begun.append(words)
        await go.wait()
        return words

    for _ in range(5):  # as when things are saved once a second
        queries.refresh(owner, "around", partial(slow, "all"), answers.append)
        await until(lambda: begun)
    assert begun == ["all"]
    go.set()
    await until(lambda: answers == ["all", "all"])
    assert begun == ["all", "all"]

    go.clear()
    queries.refresh(owner, "around", partial(slow, "all"), answers.append)
    await until(lambda: len(begun) == 3)
    queries.refresh(owner, "around", partial(slow, "all"), answers.append)
    queries.refresh(owner, "around", partial(slow, "few"), answers.append)  # another question replaces
    await until(lambda: len(begun) == 4)
    go.set()
    await until(lambda: len(answers) == 3)
    await queries.drain()
    assert (begun[3:], answers[2:]) == (["few"], ["few"])


async def test_a_fault_is_told_in_words(queries: QueryRunner) -> None:
    owner, faults = QObject(), list[QueryFault]()

    async def wrong(session: AsyncSession) -> None:
        await session.execute(text("SELECT * FROM no_such_table"))

    queries.ask(owner, "wrong", wrong, lambda _: None, failed=faults.append)
    await until(lambda: faults)
    assert "tables" in faults[0].message
    assert "no_such_table" in faults[0].detail
    with pytest.raises(QueryFailed):
        await queries.read(wrong)


async def test_nobody_is_called_who_is_gone(queries: QueryRunner) -> None:
    owner, seen = QObject(), list[int]()
    gate = asyncio.Event()

    async def late(session: AsyncSession) -> int:
        await gate.wait()
        return await one(session)

    queries.ask(owner, "late", late, seen.append)
    await asyncio.sleep(0)
    owner.deleteLater()
    await asyncio.sleep(0.02)
    gate.set()
    await asyncio.sleep(0.02)
    assert seen == []


async def test_answers_of_the_former_database_are_dropped(queries: QueryRunner, database: Database) -> None:
    owner, seen = QObject(), list[int]()
    queries.ask(owner, "one", one, seen.append)
    queries.use(None)
    await asyncio.sleep(0.05)
    assert seen == []
    with pytest.raises(QueryFailed, match="No database"):
        await queries.read(one)
    queries.use(database)
    queries.ask(owner, "one", one, seen.append)
    await until(lambda: seen)


async def test_a_slow_answer_is_announced(queries: QueryRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inventory_app.ui.runtime.query_runner.SLOW_AFTER", 0.01)
    owner, events = QObject(), list[str]()
    gate = asyncio.Event()

    async def slow(session: AsyncSession) -> int:
        await gate.wait()
        return await one(session)

    queries.ask(owner, "slow", slow, lambda _: events.append("answer"), slow=lambda: events.append("slow"))
    await until(lambda: events == ["slow"])
    gate.set()
    await until(lambda: events == ["slow", "answer"])


async def test_unreachable_is_told_apart(tmp_path: Any) -> None:
    missing = Database.open(DatabaseConfig.from_url(f"sqlite+aiosqlite:///{tmp_path / 'a.db'}"))
    (tmp_path / "a.db").unlink(missing_ok=True)
    (tmp_path / "a.db").mkdir()
    runner = QueryRunner()
    runner.use(missing)
    told: list[QueryFault] = []
    runner.unreachable.connect(told.append)
    try:
        with pytest.raises(QueryFailed) as failure:
            await runner.read(one)
    finally:
        await missing.close()
        await until(no_connection_thread)
    assert failure.value.fault.unreachable
    assert len(told) == 1
