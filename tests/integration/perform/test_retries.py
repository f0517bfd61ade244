"""Faults that pass by themselves are tried again, whole, and shown; those that do not are said at once."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, text

from inventory_app.actions.outcome import Phase
from inventory_app.actions.perform import Policy
from tests.support.raw import another_process_holds, another_program
from tests.support.trials import Gate, Reports, Trial, carry_out, committed, failed, mark, marks, start
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database
    from tests.support.raw import Raw


async def lock_location(work: Work, code: str) -> None:
    await work.session.execute(text("SELECT id FROM location WHERE code = :code FOR UPDATE"), {"code": code})


# --- transactions that stand in each other's way


async def test_two_actions_that_lock_in_opposite_order_both_commit(postgresql: Database) -> None:
    both_hold_one = asyncio.Barrier(2)
    reports = {"first": Reports(), "second": Reports()}

    def crossing(mine: str, theirs: str) -> Callable[[Work], Any]:
        tries: list[int] = []

        async def body(work: Work) -> None:
            await work.session.execute(text("SET LOCAL deadlock_timeout = '10ms'"))
            await lock_location(work, mine)
            tries.append(1)
            if len(tries) == 1:
                await both_hold_one.wait()
            await lock_location(work, theirs)

        return body

    outcomes = await asyncio.gather(
        carry_out(postgresql, Trial(says="first", body=crossing("MAIN", "TRANSIT")), report=reports["first"]),
        carry_out(postgresql, Trial(says="second", body=crossing("TRANSIT", "MAIN")), report=reports["second"]),
    )
    assert sorted(committed(one).tries for one in outcomes) == [1, 2]
    victim = "first" if outcomes[0].tries == 2 else "second"
    assert reports[victim].words(Phase.RETRYING) == ["Another workstation held the rows"]
    assert reports[victim].all[-1].attempt == 2
    assert await marks(postgresql) == ["first", "second"]


@pytest.mark.parametrize("isolation", ["SERIALIZABLE", "REPEATABLE READ"])
async def test_two_actions_that_cannot_be_put_in_an_order(
    postgresql_stockroom_url: str, open_database: Callable[..., Database], isolation: str
) -> None:
    database = open_database(postgresql_stockroom_url, isolation=isolation)
    gate = Gate()
    seen: list[str] = []

    async def count_up(work: Work) -> None:
        name = await work.session.scalar(text("SELECT name FROM location WHERE code = 'MAIN'"))
        level = await work.session.scalar(text("SHOW transaction_isolation"))
        seen.append(f"{name} {level}")
        if len(seen) == 1:
            await gate(work)
        await work.session.execute(text("UPDATE location SET name = name || '+' WHERE code = 'MAIN'"))

    reports = Reports()
    slow = start(database, Trial(says="slow", body=count_up), report=reports)
    await gate.reached.wait()
    assert committed(await carry_out(database, Trial(says="quick", body=count_up))).tries == 1
    gate.opened.set()
    assert committed(await slow).tries == 2
    assert reports.words(Phase.RETRYING) == ["Another workstation changed the same rows at the same moment"]
    level = isolation.lower()
    assert seen == [f"Main stock {level}", f"Main stock {level}", f"Main stock+ {level}"]  # the whole action ran again
    async with database.read() as session:
        assert await session.scalar(text("SELECT name FROM location WHERE code = 'MAIN'")) == "Main stock++"


async def test_write_skew_is_caught_under_serializable(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    """Each reads what the other writes: under SERIALIZABLE one of them runs again and sees the other's."""
    database = open_database(postgresql_stockroom_url, isolation="SERIALIZABLE")
    both_have_read = asyncio.Barrier(2)
    counted: list[int] = []

    async def count_and_add(work: Work) -> None:
        counted.append(int(await work.session.scalar(text("SELECT count(*) FROM party WHERE name LIKE 'skew%'")) or 0))
        if len(counted) <= 2:
            await both_have_read.wait()
        await mark(work, f"skew {len(counted)} {work.action_id}")

    outcomes = await asyncio.gather(
        *(carry_out(database, Trial(says=name, body=count_and_add)) for name in ("left", "right"))
    )
    assert sorted(committed(one).tries for one in outcomes) == [1, 2]
    assert counted == [0, 0, 1]


@asynccontextmanager
async def locations_held(url: str) -> AsyncIterator[Raw]:
    """Another program that has all locations locked."""
    async with another_program(url) as other:
        await other.run("BEGIN")
        await other.run("SELECT * FROM location FOR UPDATE")
        yield other


async def test_a_row_that_stays_locked_is_failed_and_said(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url, lock_timeout=0.05)
    reports = Reports()
    async with locations_held(postgresql_stockroom_url):
        action = Trial(body=lambda work: lock_location(work, "MAIN"))
        outcome = failed(await carry_out(database, action, report=reports))
    assert outcome.message == "Another workstation held the rows (5 tries). Nothing was saved."
    assert outcome.tries == 5
    assert reports.words(Phase.RETRYING) == ["Another workstation held the rows"] * 4
    assert await marks(database) == []
    assert committed(await carry_out(database, action)).tries == 1


async def test_a_row_that_is_let_go_meanwhile(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url, lock_timeout=0.05)
    reports = Reports()
    async with locations_held(postgresql_stockroom_url) as other:
        task = start(database, Trial(body=lambda work: lock_location(work, "MAIN")), report=reports)
        await until(lambda: Phase.RETRYING in reports.phases)
        await other.run("COMMIT")
        assert committed(await task).tries > 1


# --- the file of SQLite


async def test_another_process_holds_the_file_for_too_long(
    sqlite_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database, reports = open_database(sqlite_stockroom_url, lock_timeout=0.05), Reports()
    with another_process_holds(sqlite_stockroom_url):
        outcome = failed(await carry_out(database, Trial(), report=reports))
        assert await marks(database) == []  # reading goes on meanwhile
    assert outcome.message == "Another workstation held the rows (5 tries). Nothing was saved."
    assert outcome.tries == 5
    assert not outcome.unreachable
    assert committed(await carry_out(database, Trial())).tries == 1


async def test_another_process_lets_the_file_go(sqlite: Database, sqlite_stockroom_url: str) -> None:
    reports = Reports()
    with another_process_holds(sqlite_stockroom_url) as holder:
        task = start(sqlite, Trial(), report=reports)
        await until(lambda: Phase.RUNNING in reports.phases)
        assert not task.done()
        holder.release()
        assert committed(await task).tries == 1  # within the patience for locks: not even another try
    assert await marks(sqlite) == ["trial"]


async def test_another_process_that_is_killed_lets_the_file_go(sqlite: Database, sqlite_stockroom_url: str) -> None:
    statement = "INSERT INTO party (name) VALUES ('never')"
    with another_process_holds(sqlite_stockroom_url, "BEGIN IMMEDIATE", statement):
        task = start(sqlite, Trial())
        await asyncio.sleep(0)
    committed(await task)
    assert await marks(sqlite) == ["trial"]


async def test_a_commit_that_finds_the_file_busy_is_repeated(
    sqlite_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    """Without WAL a reader holds COMMIT up. The transaction is whole and stays so: COMMIT is what is repeated."""
    database, reports = open_database(sqlite_stockroom_url, lock_timeout=0.02), Reports()
    commits: list[str] = []

    @event.listens_for(database.engine.sync_engine, "connect")
    def without_wal(connection: Any, _record: object) -> None:
        connection.cursor().execute("PRAGMA journal_mode = DELETE")

    @event.listens_for(database.engine.sync_engine, "before_cursor_execute")
    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement == "COMMIT":
            commits.append(statement)

    bodies: list[int] = []

    async def body(_work: Work) -> None:
        bodies.append(1)

    assert await marks(database) == []
    with another_process_holds(sqlite_stockroom_url, "BEGIN", "SELECT count(*) FROM party") as reader:
        task = start(database, Trial(body=body), report=reports)
        await until(lambda: len(commits) > 2)
        reader.release()
        assert committed(await task).tries == 1
    assert bodies == [1]
    assert await marks(database) == ["trial"]


async def test_a_full_disk(sqlite: Database) -> None:
    @event.listens_for(sqlite.engine.sync_engine, "connect")
    def no_more_pages(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA max_page_count = 1")  # as many as there are: it cannot be made smaller than the file

    async def fill(work: Work) -> None:
        await work.session.execute(text("UPDATE location SET name = :name"), {"name": "x" * 1_000_000})

    outcome = failed(await carry_out(sqlite, Trial(body=fill)))
    assert outcome.message == "The disk of the database is full. Nothing was saved."
    assert outcome.tries == 1
    assert await marks(sqlite) == []


async def test_a_database_that_can_only_be_read(database: Database, stockroom_url: str) -> None:
    if database.dialect.name == "postgresql":
        name = stockroom_url.rpartition("/")[2]
        async with another_program(stockroom_url) as other:
            await other.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    else:

        @event.listens_for(database.engine.sync_engine, "connect")
        def read_only(connection: Any, _record: object) -> None:
            connection.cursor().execute("PRAGMA query_only = ON")

    outcome = failed(await carry_out(database, Trial()))
    assert outcome.message == "The database can only be read. Nothing was saved."
    assert outcome.tries == 1
    assert await marks(database) == []


async def test_a_statement_that_takes_too_long(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url, statement_timeout=0.05)

    async def sleep(work: Work) -> None:
        await work.session.execute(text("SELECT pg_sleep(60)"))

    outcome = failed(await carry_out(database, Trial(body=sleep)))
    assert outcome.message == "The database took longer than the time limit of the settings. Nothing was saved."
    assert outcome.tries == 1
    assert await marks(database) == []


async def test_trying_ends_with_the_time_for_it(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url)
    tries: list[int] = []

    async def never(work: Work) -> None:
        tries.append(1)
        await work.session.execute(text("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$"))

    outcome = failed(await carry_out(database, Trial(body=never), policy=Policy(max_tries=10**9, max_seconds=1)))
    assert outcome.tries == len(tries) > 1
    assert outcome.seconds >= 1
    outcome = failed(await carry_out(database, Trial(body=never), policy=Policy(max_tries=1)))
    assert (outcome.tries, outcome.message.count("tries")) == (1, 0)


async def test_the_tables_were_changed_while_the_program_ran(
    postgresql: Database, postgresql_stockroom_url: str
) -> None:
    """A migration by a newer program: prepared statements are no longer right, the whole action runs again."""

    async def look(work: Work) -> None:
        await work.session.execute(text("SELECT * FROM category"))

    committed(await carry_out(postgresql, Trial(says="first", body=look)))
    async with another_program(postgresql_stockroom_url) as other:
        await other.run("ALTER TABLE category ADD COLUMN colour text")
    committed(await carry_out(postgresql, Trial(says="second", body=look)))
    assert await marks(postgresql) == ["first", "second"]
