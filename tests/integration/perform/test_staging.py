"""An import stages first, then acts: staging saves nothing, is no try, outlives retries, and leaves nothing behind."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from typing_extensions import override

from inventory_app.actions.outcome import Cancelled, Committed, DryRun, Failed, Phase, Refused
from inventory_app.domain.errors import Refusal
from tests.support.raw import CommitGate, another_process_holds, another_program, connect_postgresql
from tests.support.trials import Gate, Reports, StagedTrial, Trial, carry_out, fail_once, is_logged, marks, start
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from inventory_app.actions.action import Work
    from inventory_app.actions.outcome import Progress
    from inventory_app.database.database import Database

STAGED = ["trial", "trial one", "trial three", "trial two"]
SAVED = STAGED[1:]


@pytest.fixture
def one_connection(stockroom_url: str, open_database: Callable[..., Database]) -> Database:
    """The pool has one connection: what an action leaves on it the next one finds."""
    return open_database(stockroom_url, pool_size=1, max_overflow=0, pool_timeout=0.5)


async def temp_tables(database: Database) -> int:
    """How many TEMP tables the pool's connection has."""
    query = "SELECT count(*) FROM sqlite_temp_master"
    if database.dialect.name == "postgresql":
        query = "SELECT count(*) FROM pg_class WHERE relpersistence = 't' AND pg_table_is_visible(oid)"
    async with database.read() as session:
        return int(await session.scalar(text(query)) or 0)


def placed(where: str, what: Callable[[Any], Awaitable[object]]) -> StagedTrial:
    """An import in which ``what`` happens while it stages, or in its body."""
    return StagedTrial(staging=what) if where == "staging" else StagedTrial(body=what)


async def test_what_was_staged_is_saved_and_the_staging_is_gone(one_connection: Database) -> None:
    reports, action = Reports(), StagedTrial()
    outcome = await carry_out(one_connection, action, report=reports)
    assert isinstance(outcome, Committed)
    assert (outcome.tries, dict(outcome.result)) == (1, {"rows": 3})
    assert reports.phases == [Phase.STAGING, Phase.RUNNING, Phase.COMMITTING]
    assert await marks(one_connection) == SAVED
    assert await temp_tables(one_connection) == 0
    again = await carry_out(one_connection, StagedTrial(says="again"))
    assert isinstance(again, Committed)


async def test_a_retry_keeps_what_was_staged(one_connection: Database) -> None:
    tries: list[int] = []

    async def body(work: Work) -> None:
        tries.append(1)
        if len(tries) < 3:
            await fail_once(work)

    action = StagedTrial(body=body)
    outcome = await carry_out(one_connection, action)
    assert isinstance(outcome, Committed)
    assert outcome.tries == 3
    assert len(action.stagings) == 1
    assert await marks(one_connection) == SAVED
    assert await temp_tables(one_connection) == 0


async def test_a_lost_connection_stages_again(postgresql: Database, postgresql_stockroom_url: str) -> None:
    backends: list[int] = []

    async def body(work: Work) -> None:
        backends.append(int(await work.session.scalar(text("SELECT pg_backend_pid()")) or 0))
        if len(backends) == 1:
            admin = await connect_postgresql(postgresql_stockroom_url)
            await admin.execute("SELECT pg_terminate_backend($1)", backends[0])
            await admin.close()
            await work.session.execute(text("SELECT pg_sleep(10)"))

    action = StagedTrial(body=body)
    outcome = await carry_out(postgresql, action)
    assert isinstance(outcome, Committed)
    assert outcome.tries == 2
    assert len(action.stagings) == 2
    assert backends[0] != backends[1]
    assert await marks(postgresql) == SAVED


async def test_a_connection_lost_while_staging(postgresql: Database, postgresql_stockroom_url: str) -> None:
    losses: list[int] = []

    async def lose(connection: AsyncConnection) -> None:
        if not losses:
            losses.append(int(await connection.scalar(text("SELECT pg_backend_pid()")) or 0))
            admin = await connect_postgresql(postgresql_stockroom_url)
            await admin.execute("SELECT pg_terminate_backend($1)", losses[0])
            await admin.close()
            await connection.execute(text("SELECT pg_sleep(10)"))

    action = StagedTrial(staging=lose)
    outcome = await carry_out(postgresql, action)
    assert isinstance(outcome, Committed)
    assert (outcome.tries, len(action.stagings)) == (2, 2)
    assert await marks(postgresql) == SAVED


@pytest.mark.parametrize("where", ["staging", "body"])
async def test_refused_leaves_nothing(one_connection: Database, where: str) -> None:
    async def refuse(_place: object) -> None:
        raise Refusal("file_empty", "The file has no rows.")

    action = placed(where, refuse)
    outcome = await carry_out(one_connection, action)
    assert isinstance(outcome, Refused)
    assert outcome.code == "file_empty"
    assert await marks(one_connection) == []
    assert await temp_tables(one_connection) == 0
    assert not await is_logged(one_connection, action.action_id)


@pytest.mark.parametrize("where", ["staging", "body"])
async def test_failed_leaves_nothing(one_connection: Database, where: str) -> None:
    async def fail(_place: object) -> None:
        raise ValueError("a bug in the import")

    outcome = await carry_out(one_connection, placed(where, fail))
    assert isinstance(outcome, Failed)
    assert await marks(one_connection) == []
    assert await temp_tables(one_connection) == 0
    assert isinstance(await carry_out(one_connection, StagedTrial()), Committed)


@pytest.mark.parametrize("where", ["staging", "body"])
async def test_stopped_leaves_nothing(one_connection: Database, where: str) -> None:
    gate = Gate()
    task = start(one_connection, placed(where, gate))
    await gate.reached.wait()
    task.cancel()
    outcome = await asyncio.wait_for(task, 5)
    assert isinstance(outcome, Cancelled)
    assert await marks(one_connection) == []
    assert await temp_tables(one_connection) == 0
    assert isinstance(await carry_out(one_connection, StagedTrial()), Committed)


async def test_a_stop_at_the_very_end_of_staging_is_heard(database: Database) -> None:
    tasks: list[asyncio.Task[Any]] = []

    class StoppedAtTheEnd(StagedTrial):
        @override
        async def stage(self, connection: AsyncConnection, report: Callable[[Progress], None]) -> None:
            await super().stage(connection, report)
            # As late as can be: when the last of it is done, before perform has looked.
            current = asyncio.current_task()
            assert current is not None
            current.add_done_callback(lambda _done: tasks[0].cancel())

    action = StoppedAtTheEnd()
    tasks.append(start(database, action))
    outcome = await asyncio.wait_for(tasks[0], 5)
    assert isinstance(outcome, Cancelled)
    assert not await is_logged(database, action.action_id)


async def test_a_dry_run_of_an_import(one_connection: Database) -> None:
    outcome = await carry_out(one_connection, StagedTrial(rolls_back=True))
    assert isinstance(outcome, DryRun)
    assert dict(outcome.result) == {"rows": 3}
    assert await marks(one_connection) == []
    assert await temp_tables(one_connection) == 0


async def test_staging_holds_nobody_up(database: Database) -> None:
    """Reading a long file must not keep others from selling."""
    gate = Gate()
    staging = start(database, StagedTrial(staging=gate))
    await gate.reached.wait()
    assert isinstance(await asyncio.wait_for(carry_out(database, Trial(says="sold meanwhile")), 5), Committed)
    gate.opened.set()
    assert isinstance(await staging, Committed)


async def test_two_imports_at_once_both_commit(database: Database) -> None:
    both = asyncio.Barrier(2)
    imports = [StagedTrial(says=f"import {n}", staging=lambda _connection: both.wait()) for n in range(2)]
    outcomes = await asyncio.gather(*(carry_out(database, one) for one in imports))
    assert [type(one) for one in outcomes] == [Committed, Committed]
    assert len(await marks(database)) == 6


async def test_the_limit_for_statements_is_not_for_imports(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url, statement_timeout=0.05)

    async def take_long(place: Any) -> None:
        await getattr(place, "session", place).execute(text("SELECT pg_sleep(0.15)"))

    assert isinstance(await carry_out(database, StagedTrial(staging=take_long, body=take_long)), Committed)
    assert isinstance(await carry_out(database, Trial(body=take_long)), Failed)
    assert await temp_tables(database) == 0


async def test_an_import_killed_in_commit_is_resolved_with_one_connection(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    """The probe needs a connection: what the import held is let go before it is asked."""
    database = open_database(postgresql_stockroom_url, pool_size=1, max_overflow=0, pool_timeout=0.2)
    action = StagedTrial()
    async with CommitGate(postgresql_stockroom_url) as gate:
        task = start(database, action)
        await gate.admin.execute("SELECT pg_terminate_backend($1)", await gate.waiting())
        outcome = await asyncio.wait_for(task, 10)
    assert isinstance(outcome, Failed)
    assert not await is_logged(database, action.action_id)


async def test_the_same_import_twice_with_one_connection(one_connection: Database) -> None:
    action = StagedTrial()
    assert isinstance(await carry_out(one_connection, action), Committed)
    repeated = await carry_out(one_connection, StagedTrial(action_id=action.action_id))
    assert isinstance(repeated, Committed)
    assert repeated.repeated
    assert dict(repeated.result) == {"rows": 3}
    assert await marks(one_connection) == SAVED


# --- behind a transaction pooler


@pytest.fixture
def pooled(postgresql_stockroom_url: str, open_database: Callable[..., Database]) -> Database:
    """As behind PgBouncer: no connection is kept, nothing outlives a transaction."""
    return open_database(postgresql_stockroom_url, pooler=True, lock_timeout=0.2, statement_timeout=7.0)


async def test_behind_a_pooler_staging_is_part_of_the_transaction(
    pooled: Database, postgresql_stockroom_url: str
) -> None:
    backends: list[list[int]] = []

    async def note(place: Any) -> None:
        backend = await getattr(place, "session", place).scalar(text("SELECT txid_current()"))
        backends.append([int(backend or 0)])

    action = StagedTrial(staging=note, body=note)
    outcome = await carry_out(pooled, action)
    assert isinstance(outcome, Committed)
    assert backends[0] == backends[1]
    assert await marks(pooled) == SAVED
    async with another_program(postgresql_stockroom_url) as other:
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        assert (await other.rows(others))[0][0] == 0  # no connection is kept


async def test_behind_a_pooler_each_try_stages_for_itself(pooled: Database) -> None:
    tries: list[int] = []

    async def body(work: Work) -> None:
        tries.append(1)
        if len(tries) == 1:
            await fail_once(work)

    action = StagedTrial(body=body)
    outcome = await carry_out(pooled, action)
    assert isinstance(outcome, Committed)
    assert (outcome.tries, len(action.stagings)) == (2, 2)
    assert await marks(pooled) == SAVED


async def test_behind_a_pooler_the_limits_are_set_in_each_transaction(pooled: Database) -> None:
    limits: dict[str, list[str]] = {}

    async def look(work: Work) -> None:
        shown = [await work.session.scalar(text(f"SHOW {name}")) for name in ("lock_timeout", "statement_timeout")]
        limits[type(work).__name__ + str(len(limits))] = [str(one) for one in shown]
        prepared = await work.session.scalar(text("SELECT count(*) FROM pg_prepared_statements"))
        assert (prepared or 0) <= 1  # the one that asks

    for _ in range(3):
        assert isinstance(await carry_out(pooled, Trial(says=f"look {len(limits)}", body=look)), Committed)
    assert list(limits.values()) == [["200ms", "7s"]] * 3
    limits.clear()
    assert isinstance(await carry_out(pooled, StagedTrial(body=look)), Committed)
    assert list(limits.values()) == [["200ms", "0"]]


async def test_behind_a_pooler_a_lock_does_not_wait_for_ever(pooled: Database, postgresql_stockroom_url: str) -> None:
    async with another_program(postgresql_stockroom_url) as other:
        await other.run("BEGIN")
        await other.run("LOCK TABLE product IN ACCESS EXCLUSIVE MODE")
        outcome = await asyncio.wait_for(carry_out(pooled, StagedTrial()), 10)
        assert isinstance(outcome, Failed)
        assert outcome.tries == 5
    assert isinstance(await carry_out(pooled, StagedTrial()), Committed)


async def test_an_import_on_a_file_that_another_process_holds(
    sqlite_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database, reports = open_database(sqlite_stockroom_url, lock_timeout=0.05), Reports()
    action = StagedTrial()
    with another_process_holds(sqlite_stockroom_url) as holder:
        task = start(database, action, report=reports)
        await until(lambda: Phase.RETRYING in reports.phases)
        holder.release()
        outcome = await task
    assert isinstance(outcome, Committed)
    assert outcome.tries > 1
    assert len(action.stagings) == 1
    assert await marks(database) == SAVED
