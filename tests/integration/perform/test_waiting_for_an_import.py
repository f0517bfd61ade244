"""Waiting for a running import is no try: it is said, it can be stopped, and it ends with the import."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from inventory_app.actions.outcome import Cancelled, Committed, Failed, Phase
from inventory_app.actions.perform import Policy
from inventory_app.database.database import Database
from tests.support.raw import another_process_holds, connect_postgresql
from tests.support.trials import Gate, Reports, StagedTrial, Trial, carry_out, fail_once, marks, start
from tests.support.waiting import until, until_answer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from inventory_app.actions.action import Work

WORDS = "Waiting for a running import"
BRIEF = 0.05

_IMPORTING = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.readline()
"""


class RunningImport:
    """An import of somebody else, as the others see it: its mark, and the lock that it holds until `end`."""

    def __init__(self) -> None:
        self._ending = contextlib.AsyncExitStack()

    async def begin(self, url: str) -> RunningImport:
        if url.startswith("sqlite"):
            self._ending.enter_context(another_process_holds(url))
            mark = subprocess.Popen(
                [sys.executable, "-c", _IMPORTING, f"{make_url(url).database}.import"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            self._ending.callback(mark.communicate)
            self._ending.callback(mark.kill)
            assert mark.stdout is not None
            assert mark.stdout.readline() == "held\n"
            return self
        other = await connect_postgresql(url)
        self._ending.push_async_callback(other.close)
        await other.execute("BEGIN")
        await other.execute("LOCK TABLE product, product_barcode IN SHARE ROW EXCLUSIVE MODE")
        await other.execute(f"SELECT pg_advisory_xact_lock({0x53544F434B524F4D})")
        return self

    async def end(self) -> None:
        await self._ending.aclose()


@pytest.fixture
async def running_import(stockroom_url: str) -> AsyncIterator[RunningImport]:
    running = await RunningImport().begin(stockroom_url)
    yield running
    await running.end()


@pytest.fixture
def database(stockroom_url: str, open_database: Callable[..., Database]) -> Database:
    return open_database(stockroom_url, lock_timeout=BRIEF)


async def edit_a_product(work: Work) -> None:
    await work.session.execute(text("UPDATE product SET name = name"))


def edit() -> Trial:
    return Trial(says="edit", body=edit_a_product)


async def test_it_is_said_and_is_no_try(database: Database, running_import: RunningImport) -> None:
    reports = Reports()
    task = start(database, edit(), report=reports)
    await until(lambda: WORDS in reports.words(Phase.WAITING))
    assert await database.import_is_running()
    await running_import.end()
    outcome = await asyncio.wait_for(task, 10)
    assert isinstance(outcome, Committed)
    assert outcome.tries == 1
    assert Phase.RETRYING not in reports.phases
    assert not await database.import_is_running()


async def test_it_does_not_use_up_the_time_for_trying(database: Database, running_import: RunningImport) -> None:
    """Waiting takes longer here than trying may; a fault that comes afterwards is tried again all the same."""
    reports, bodies = Reports(), list[int]()

    async def fail_once_then_edit(work: Work) -> None:
        await edit_a_product(work)
        bodies.append(1)
        if len(bodies) == 1:
            await fail_once(work)

    action = Trial(says="edit", body=fail_once_then_edit)
    task = start(database, action, policy=Policy(max_seconds=1.0, max_tries=2, base_delay=0.001), report=reports)
    await until(lambda: len(reports.words(Phase.WAITING)) >= 7)
    await running_import.end()
    outcome = await asyncio.wait_for(task, 10)
    assert isinstance(outcome, Committed)
    assert outcome.tries == 2


async def test_it_can_be_stopped(database: Database, running_import: RunningImport) -> None:
    reports = Reports()
    task = start(database, edit(), report=reports)
    await until(lambda: WORDS in reports.words(Phase.WAITING))
    task.cancel()
    assert isinstance(await asyncio.wait_for(task, 1), Cancelled)
    await running_import.end()
    assert await marks(database) == []


async def test_it_ends_with_the_limit(database: Database, running_import: RunningImport) -> None:
    outcome = await asyncio.wait_for(carry_out(database, edit(), policy=Policy(import_wait=0.1, max_seconds=0.1)), 10)
    assert isinstance(outcome, Failed)
    assert outcome.message.startswith("Another workstation held the rows")
    await running_import.end()


@pytest.mark.usefixtures("running_import")
async def test_reading_does_not_wait(database: Database) -> None:
    async with database.read() as session:
        assert await asyncio.wait_for(session.scalar(text("SELECT count(*) FROM product")), 5) == 0


async def test_an_import_waits_for_an_import(database: Database, running_import: RunningImport) -> None:
    reports, action = Reports(), StagedTrial()
    task = start(database, action, report=reports)
    await until(lambda: WORDS in reports.words(Phase.WAITING))
    await running_import.end()
    outcome = await asyncio.wait_for(task, 10)
    assert isinstance(outcome, Committed)
    assert outcome.tries == 1
    assert len(action.stagings) == 1


async def test_an_import_with_the_only_connection_waits_for_an_import(
    stockroom_url: str, open_database: Callable[..., Database], running_import: RunningImport
) -> None:
    database = open_database(stockroom_url, lock_timeout=BRIEF, pool_size=1, max_overflow=0, pool_timeout=0.2)
    reports = Reports()
    task = start(database, StagedTrial(), report=reports)
    await until(lambda: WORDS in reports.words(Phase.WAITING))
    await running_import.end()
    outcome = await asyncio.wait_for(task, 10)
    assert isinstance(outcome, Committed)
    assert outcome.tries == 1


async def test_others_can_tell_that_we_import(database: Database, stockroom_url: str) -> None:
    other, gate = Database.open(database.config), Gate()
    try:
        assert not await other.import_is_running()
        task = start(database, StagedTrial(body=gate))
        await gate.reached.wait()
        assert await other.import_is_running()
        waiting, reports = Reports(), edit()
        second = start(other, reports, report=waiting)
        await until(lambda: WORDS in waiting.words(Phase.WAITING))
        gate.opened.set()
        assert isinstance(await task, Committed)
        assert isinstance(await second, Committed)
        assert not await other.import_is_running()
    finally:
        await other.close()
    assert stockroom_url


async def test_on_postgresql_sales_go_on_while_an_import_runs(postgresql: Database) -> None:
    gate = Gate()
    task = start(postgresql, StagedTrial(body=gate))
    await gate.reached.wait()
    assert isinstance(await asyncio.wait_for(carry_out(postgresql, Trial(says="sale")), 5), Committed)
    gate.opened.set()
    assert isinstance(await task, Committed)


async def test_the_mark_of_an_import_in_another_database_is_not_ours(postgresql: Database, postgresql_url: str) -> None:
    """Advisory locks belong to one database; the server lists those of all."""
    other = await connect_postgresql(postgresql_url)
    await other.execute(f"SELECT pg_advisory_lock({0x53544F434B524F4D})")
    assert not await postgresql.import_is_running()
    await other.close()


async def test_the_mark_is_gone_with_the_process(sqlite_stockroom_url: str, sqlite: Database) -> None:
    running = await RunningImport().begin(sqlite_stockroom_url)
    assert await sqlite.import_is_running()
    await running.end()  # killed, not ended in order
    await until_answer(lambda: _not(sqlite.import_is_running()))


async def _not(answer: object) -> bool:
    return not await answer  # type: ignore[misc]
