"""Stop: heard at once until the point of no return, never heard half, and what is said of it is true."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from inventory_app.actions.outcome import Cancelled, Committed, Failed, Phase, Progress, Unknown
from inventory_app.actions.perform import Policy
from tests.support.raw import CommitGate, another_process_holds, another_program
from tests.support.trials import Gate, Reports, Trial, carry_out, is_logged, mark, marks, start, stopped
from tests.support.waiting import until, until_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database

AT_ONCE = 1.0


class Computing:
    """A statement that the database computes at for very long, and that says when it does."""

    def __init__(self) -> None:
        self.started = threading.Event()

    async def __call__(self, work: Work) -> None:
        await self.prepare(work)
        await self.compute(work)

    async def prepare(self, work: Work) -> None:
        if work.dialect.name == "sqlite":
            await (await driver_of(work)).create_function("tick", 1, self._tick)

    async def compute(self, work: Work) -> None:
        if work.dialect.name == "postgresql":
            await work.session.execute(text("SELECT pg_sleep(60)"))
            return
        numbers = "WITH RECURSIVE n(i) AS (SELECT tick(1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"
        await work.session.execute(text(f"{numbers} SELECT max(i) FROM n"))

    def _tick(self, number: int) -> int:
        self.started.set()
        return number

    async def is_running(self, database: Database) -> bool:
        if database.dialect.name == "sqlite":
            return self.started.is_set()
        return await _sleeping(database) == 1


async def driver_of(work: Work) -> Any:
    """The driver's own connection."""
    return (await (await work.session.connection()).get_raw_connection()).driver_connection


async def _sleeping(database: Database) -> int:
    async with database.read() as session:
        query = text("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND wait_event = 'PgSleep'")
        return int(await session.scalar(query) or 0)


@pytest.mark.parametrize("times", [1, 2, 5])
async def test_in_the_body_it_is_heard_at_once_and_rolled_back(database: Database, times: int) -> None:
    gate = Gate()
    action = Trial(body=gate)
    task = start(database, action)
    await gate.reached.wait()
    outcome, seconds = await stopped(task, times=times)
    assert isinstance(outcome, Cancelled)
    assert outcome.message == "Stopped. Nothing was saved."
    assert seconds < AT_ONCE
    assert await marks(database) == []
    assert not await is_logged(database, action.action_id)
    # The same id may be carried out afterwards, on the same database.
    assert isinstance(await carry_out(database, Trial(action_id=action.action_id)), Committed)


@pytest.mark.parametrize("times", [1, 2])
async def test_while_the_database_computes_it_is_heard_at_once(database: Database, times: int) -> None:
    computing = Computing()
    task = start(database, Trial(body=computing))
    await until_answer(lambda: computing.is_running(database))
    outcome, seconds = await stopped(task, times=times)
    assert isinstance(outcome, Cancelled)
    assert seconds < AT_ONCE
    if database.dialect.name == "postgresql":  # and the server does not go on computing for nobody
        await until_answer(lambda: _nobody_sleeps(database))
    assert isinstance(await carry_out(database, Trial(says="next")), Committed)
    assert await marks(database) == ["next"]


async def _nobody_sleeps(database: Database) -> bool:
    return await _sleeping(database) == 0


async def test_the_task_that_was_stopped_can_wait_again(database: Database) -> None:
    """The window's runner goes on after the outcome; a cancel that lingered would break its next await."""
    gate = Gate()
    after: list[object] = []

    async def runner() -> None:
        after.append(await carry_out(database, Trial(body=gate)))
        current = asyncio.current_task()
        assert current is not None
        after.append(current.cancelling())
        await asyncio.sleep(0.01)
        after.append("waited")

    task = asyncio.create_task(runner())
    await gate.reached.wait()
    task.cancel()
    await task
    assert isinstance(after[0], Cancelled)
    assert after[1:] == [0, "waited"]


async def test_from_the_point_of_no_return_it_is_not_heard_and_the_truth_is_told(database: Database) -> None:
    tasks: list[asyncio.Task[Any]] = []

    def stop_in_commit(progress: Progress) -> None:
        if progress.phase is Phase.COMMITTING:
            tasks[0].cancel()
            tasks[0].cancel()

    action = Trial()
    tasks.append(start(database, action, report=stop_in_commit))
    outcome = await tasks[0]
    assert isinstance(outcome, Committed)
    assert await is_logged(database, action.action_id)


async def test_while_the_connection_goes_back_to_its_pool_it_changes_nothing(database: Database) -> None:
    """After COMMIT there are still things to clear away; a Stop just then must not say “nothing was saved”."""
    tasks: list[asyncio.Task[Any]] = []
    heard: list[bool] = []

    @event.listens_for(database.engine.sync_engine, "checkin")
    def stop(*_arguments: object) -> None:
        heard.append(tasks[0].cancel())

    action = Trial()
    tasks.append(start(database, action))
    outcome = await tasks[0]
    event.remove(database.engine.sync_engine, "checkin", stop)
    assert heard == [True]
    assert isinstance(outcome, Committed)
    assert await is_logged(database, action.action_id)


async def test_in_a_commit_that_the_server_holds_up(postgresql: Database, postgresql_stockroom_url: str) -> None:
    action = Trial()
    async with CommitGate(postgresql_stockroom_url) as gate:
        task = start(postgresql, action)
        await gate.waiting()
        task.cancel()
        await asyncio.sleep(0)
        task.cancel()
        done, _ = await asyncio.wait({task}, timeout=0.1)
        assert not done
        await gate.open()
        assert isinstance(await task, Committed)
    assert await is_logged(postgresql, action.action_id)


async def test_in_a_commit_that_finds_the_file_busy(
    sqlite_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(sqlite_stockroom_url, lock_timeout=0.05)
    reports = Reports()

    @event.listens_for(database.engine.sync_engine, "connect")
    def without_wal(connection: Any, _record: object) -> None:
        connection.cursor().execute("PRAGMA journal_mode = DELETE")

    assert await marks(database) == []
    with another_process_holds(sqlite_stockroom_url, "BEGIN", "SELECT count(*) FROM party") as reader:
        task = start(database, Trial(), report=reports)
        await until(lambda: Phase.COMMITTING in reports.phases)
        task.cancel()
        done, _ = await asyncio.wait({task}, timeout=0.3)
        assert not done
        reader.release()
        outcome = await task
    assert isinstance(outcome, Committed)
    assert await marks(database) == ["trial"]


async def test_a_loop_that_is_torn_down_in_commit_does_not_lie(
    postgresql: Database, postgresql_stockroom_url: str
) -> None:
    """At its end asyncio.run cancels every task, also the one that perform keeps out of reach of a Stop."""
    action = Trial()
    ours = asyncio.all_tasks()
    async with CommitGate(postgresql_stockroom_url) as gate:
        task = start(postgresql, action)
        await gate.waiting()
        for one in asyncio.all_tasks() - ours:
            one.cancel()
        outcome = await task
        await gate.open()
    assert isinstance(outcome, Unknown | Failed | Committed)
    if isinstance(outcome, Failed):
        assert not await is_logged(postgresql, action.action_id)


async def test_while_another_process_holds_the_file(sqlite: Database, sqlite_stockroom_url: str) -> None:
    reports = Reports()
    with another_process_holds(sqlite_stockroom_url):
        task = start(sqlite, Trial(), report=reports)
        await until(lambda: Phase.RUNNING in reports.phases)
        await asyncio.sleep(0.1)  # it asks for the lock by now; that it does not get it is certain
        outcome, seconds = await stopped(task)
    assert isinstance(outcome, Cancelled)
    assert seconds < AT_ONCE
    assert isinstance(await carry_out(sqlite, Trial()), Committed)


async def test_while_another_action_of_this_process_writes(sqlite: Database) -> None:
    gate, reports = Gate(), Reports()
    first = start(sqlite, Trial(says="first", body=gate))
    await gate.reached.wait()
    second = start(sqlite, Trial(says="second"), report=reports)
    await until(lambda: reports.phases == [Phase.WAITING])
    assert reports.words(Phase.WAITING) == ["Waiting for another change on this computer"]
    outcome, seconds = await stopped(second)
    assert isinstance(outcome, Cancelled)
    assert seconds < AT_ONCE
    gate.opened.set()
    assert isinstance(await first, Committed)
    assert await marks(sqlite) == ["first"]


async def test_while_it_waits_for_a_row(postgresql: Database, postgresql_stockroom_url: str) -> None:
    async def lock(work: Work) -> None:
        await work.session.execute(text("SELECT * FROM location WHERE code = 'MAIN' FOR UPDATE"))

    async with another_program(postgresql_stockroom_url) as other:
        await other.run("BEGIN")
        await other.run("SELECT * FROM location WHERE code = 'MAIN' FOR UPDATE")
        task = start(postgresql, Trial(body=lock))
        waits = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        await until_answer(lambda: _any(other.rows(waits)))
        outcome, seconds = await stopped(task)
    assert isinstance(outcome, Cancelled)
    assert seconds < AT_ONCE


async def _any(rows: Any) -> bool:
    return bool((await rows)[0][0])


async def test_while_all_connections_are_busy(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url, pool_size=1, max_overflow=0)
    gate = Gate()
    first = start(database, Trial(says="first", body=gate))
    await gate.reached.wait()
    second = start(database, Trial(says="second"))
    await asyncio.sleep(0.05)
    outcome, seconds = await stopped(second)
    assert isinstance(outcome, Cancelled)
    assert seconds < AT_ONCE
    gate.opened.set()
    assert isinstance(await first, Committed)


async def test_between_two_tries(database: Database) -> None:
    reports = Reports()

    async def be_locked(work: Work) -> None:
        if work.dialect.name == "sqlite":
            raise OperationalError("UPDATE", {}, _busy())
        await work.session.execute(text("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$"))

    patient = Policy(base_delay=60, max_delay=60)
    task = start(database, Trial(body=be_locked), policy=patient, report=reports)
    await until(lambda: Phase.RETRYING in reports.phases)
    outcome, seconds = await stopped(task)
    assert isinstance(outcome, Cancelled)
    assert seconds < AT_ONCE
    assert outcome.tries == 1


def _busy() -> Exception:
    import sqlite3

    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorname = "SQLITE_BUSY"
    return busy


async def test_a_body_that_does_not_listen_is_committed_and_said_so(database: Database) -> None:
    """The truth wins over the wish: what was saved is never called stopped."""
    gate = Gate()

    async def deaf(work: Work) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await gate(work)
        await mark(work, "went on")

    action = Trial(body=deaf)
    task = start(database, action)
    await gate.reached.wait()
    outcome, _ = await stopped(task)
    assert isinstance(outcome, Committed)
    assert await is_logged(database, action.action_id)


async def test_an_interrupt_that_comes_before_the_statement_is_repeated(sqlite: Database) -> None:
    """Between handing a statement to the thread and its start SQLite forgets an interrupt."""
    computing = Computing()
    tasks: list[asyncio.Task[Any]] = []

    async def stop_just_before(work: Work) -> None:
        await computing.prepare(work)
        hold, loop, queue = threading.Event(), asyncio.get_running_loop(), (await driver_of(work))._tx

        @event.listens_for(sqlite.engine.sync_engine, "before_cursor_execute", once=True)
        def handing_over(*_arguments: object) -> None:
            # The thread is busy with something that is no statement when the Stop comes; ours waits behind it.
            queue.put_nowait((None, hold.wait))
            loop.call_later(0.02, tasks[0].cancel)
            loop.call_later(0.04, hold.set)

        await computing.compute(work)

    tasks.append(start(sqlite, Trial(body=stop_just_before)))
    outcome, seconds = await asyncio.wait_for(timed(tasks[0]), 20)
    assert isinstance(outcome, Cancelled)
    assert computing.started.is_set()
    assert seconds < AT_ONCE
    assert await marks(sqlite) == []


async def timed(task: asyncio.Task[Any]) -> tuple[Any, float]:
    began = time.monotonic()
    return await task, time.monotonic() - began
