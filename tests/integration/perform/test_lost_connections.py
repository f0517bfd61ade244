"""Connections that die, servers that stop, pools that are empty: tried again where that may help, and said."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from inventory_app.actions.outcome import Committed, Phase
from inventory_app.actions.perform import Policy
from inventory_app.database import schema
from tests.support.databases import running_server
from tests.support.postgres import Postgres
from tests.support.raw import another_program, connect_postgresql
from tests.support.trials import Gate, Reports, Trial, carry_out, committed, failed, mark, marks, start
from tests.support.waiting import until, until_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database
    from tests.support.proxy import Proxy


async def backend(work: Work) -> int:
    return int(await work.session.scalar(text("SELECT pg_backend_pid()")) or 0)


@pytest.mark.parametrize("busy", [False, True], ids=["between statements", "in a statement"])
async def test_backend_killed_in_the_body(postgresql: Database, postgresql_stockroom_url: str, busy: bool) -> None:
    gate, backends = Gate(), list[int]()

    async def body(work: Work) -> None:
        backends.append(await backend(work))
        if len(backends) > 1:
            return
        gate.reached.set()
        if busy:
            await work.session.execute(text("SELECT pg_sleep(60)"))
        await gate.opened.wait()
        await mark(work, "never")

    reports = Reports()
    task = start(postgresql, Trial(body=body), report=reports)
    await gate.reached.wait()
    admin = await connect_postgresql(postgresql_stockroom_url)
    if busy:
        query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
        await until_answer(lambda: admin.fetchval(query))
    await admin.execute("SELECT pg_terminate_backend($1)", backends[0])
    alive = "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = $1)"
    await until_answer(lambda: admin.fetchval(alive, backends[0]))
    await admin.close()
    gate.opened.set()
    assert committed(await task).tries == 2
    assert backends[0] != backends[1]
    assert reports.words(Phase.RETRYING) == ["The connection to the database was lost"]
    assert await marks(postgresql) == ["trial"]


async def test_connections_that_died_in_the_pool_cost_a_try_and_no_more(
    postgresql: Database, postgresql_stockroom_url: str
) -> None:
    """The server was started anew over night: the first action of the morning is saved all the same."""
    await asyncio.gather(*(carry_out(postgresql, Trial(says=f"warm {n}")) for n in range(5)))
    admin = await connect_postgresql(postgresql_stockroom_url)
    ours = "datname = current_database() AND pid <> pg_backend_pid()"
    await admin.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}")
    await until_answer(lambda: admin.fetchval(f"SELECT count(*) = 0 FROM pg_stat_activity WHERE {ours}"))
    await admin.close()
    assert committed(await carry_out(postgresql, Trial(says="morning"))).tries == 2
    assert committed(await carry_out(postgresql, Trial(says="next"))).tries == 1


async def test_with_pre_ping_dead_connections_are_noticed_before(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    database = open_database(postgresql_stockroom_url, pre_ping=True)
    await carry_out(database, Trial(says="warm"))
    admin = await connect_postgresql(postgresql_stockroom_url)
    ours = "datname = current_database() AND pid <> pg_backend_pid()"
    await admin.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}")
    await until_answer(lambda: admin.fetchval(f"SELECT count(*) = 0 FROM pg_stat_activity WHERE {ours}"))
    await admin.close()
    assert committed(await carry_out(database, Trial(says="morning"))).tries == 1


async def test_a_pool_that_stays_exhausted(stockroom_url: str, open_database: Callable[..., Database]) -> None:
    database = open_database(stockroom_url, pool_size=1, max_overflow=0, pool_timeout=0.05)
    reports = Reports()
    async with database.read() as session:
        await session.execute(text("SELECT 1"))
        outcome = failed(await carry_out(database, Trial(), report=reports))
    assert outcome.message == "All connections were busy (5 tries). Nothing was saved."
    assert reports.words(Phase.RETRYING) == ["All connections were busy"] * 4
    assert committed(await carry_out(database, Trial())).tries == 1


async def test_a_pool_that_is_free_again_meanwhile(stockroom_url: str, open_database: Callable[..., Database]) -> None:
    database = open_database(stockroom_url, pool_size=1, max_overflow=0, pool_timeout=0.05)
    reports = Reports()
    async with database.read() as session:
        await session.execute(text("SELECT 1"))
        task = start(database, Trial(), report=reports)
        await until(lambda: Phase.RETRYING in reports.phases)
    assert committed(await task).tries > 1


async def test_a_server_without_free_connections(
    postgresql_stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    admin = await connect_postgresql(postgresql_stockroom_url)
    await admin.execute("CREATE ROLE few LOGIN PASSWORD 'test' CONNECTION LIMIT 1 IN ROLE pg_write_all_data")
    await admin.execute("GRANT pg_read_all_data TO few; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO few")
    url = postgresql_stockroom_url.replace("//app:", "//few:")
    database, reports = open_database(url), Reports()
    try:
        async with another_program(url):
            task = start(database, Trial(), report=reports)
            await until(lambda: Phase.RETRYING in reports.phases)
            assert reports.words(Phase.RETRYING)[0] == "The database server has no free connection"
            outcome = failed(await task)
            assert outcome.unreachable
        assert committed(await carry_out(database, Trial())).tries >= 1
    finally:
        await database.close()
        await admin.execute("DROP OWNED BY few; DROP ROLE few")
        await admin.close()


@pytest.fixture
def own_server() -> Iterator[Postgres]:
    """A server that this test may stop and start."""
    with running_server() as server:
        yield server


async def test_a_server_that_is_stopped_and_comes_back(
    own_server: Postgres, open_database: Callable[..., Database]
) -> None:
    database = open_database(own_server.url())
    await schema.prepare(database)
    assert isinstance(await carry_out(database, Trial(says="before")), Committed)
    own_server.stop()
    outcome = failed(await carry_out(database, Trial(says="while it is down")))
    assert outcome.unreachable
    assert outcome.message == "The database cannot be reached (5 tries). Nothing was saved."
    reports = Reports()
    patient = Policy(max_tries=1_000, max_seconds=60, base_delay=0.01, max_delay=0.05)
    task = start(database, Trial(says="patient"), policy=patient, report=reports)
    await until(lambda: len(reports.words(Phase.RETRYING)) > 2)
    own_server.start()
    assert committed(await task).tries > 2
    assert await marks(database) == ["before", "patient"]


async def test_nobody_listens_at_that_port(open_database: Callable[..., Database]) -> None:
    database = open_database("postgresql+asyncpg://app:test@127.0.0.1:1/stockroom")
    outcome = failed(await carry_out(database, Trial()))
    assert outcome.unreachable
    assert "test@" not in outcome.detail


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"password": "wrong"}, "The database refused the user or the password"),
        ({"database": "nowhere"}, "There is no database of that name"),
    ],
    ids=["password", "database"],
)
async def test_what_another_try_would_not_mend_is_not_tried(
    postgresql_stockroom_url: str, open_database: Callable[..., Database], wrong: dict[str, str], words: str
) -> None:
    url = make_url(postgresql_stockroom_url).set(**wrong)  # type: ignore[arg-type]
    outcome = failed(await carry_out(open_database(url.render_as_string(hide_password=False)), Trial()))
    assert outcome.message == f"{words}. Nothing was saved."
    assert outcome.unreachable
    assert outcome.tries == 1


async def test_a_broken_network_in_the_body(
    postgresql_stockroom_url: str, open_database: Callable[..., Database], postgresql_proxy: Proxy
) -> None:
    database, gate = open_database(postgresql_proxy.through(postgresql_stockroom_url)), Gate()
    task = start(database, Trial(body=gate))
    await gate.reached.wait()
    postgresql_proxy.cut()
    postgresql_proxy.mend()
    gate.opened.set()
    assert committed(await task).tries == 2
    assert await marks(database) == ["trial"]
