"""The connection dies in COMMIT: what is said then is the truth, or nothing until it is known."""

from __future__ import annotations

import asyncio
import resource
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, text

from inventory_app.actions.outcome import Committed, Failed, Phase, Progress, Unknown
from inventory_app.actions.perform import Policy
from inventory_app.actions.perform.probe import Answer, probe
from inventory_app.database.faults import FaultKind
from tests.support.postgres import USER
from tests.support.raw import CommitGate, connect_postgresql
from tests.support.trials import Gate, Reports, Trial, carry_out, is_logged, mark, marks, start
from tests.support.waiting import until, until_answer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database
    from tests.support.postgres import Postgres
    from tests.support.proxy import Proxy
    from tests.support.raw import Connection

IMPATIENT = Policy(base_delay=0.001, max_delay=0.01, probe_lock_timeout=0.05, resolve_time=0.2)


@pytest.fixture
async def no_standby(postgresql_stockroom_url: str) -> AsyncIterator[Connection]:
    """The server answers no COMMIT in this database: it waits for a standby that does not exist."""
    admin = await connect_postgresql(postgresql_stockroom_url)
    name = postgresql_stockroom_url.rpartition("/")[2]
    try:
        await admin.execute(f"ALTER DATABASE {name} SET synchronous_commit = on")
        await admin.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        await admin.execute("SELECT pg_reload_conf()")
        await until_answer(lambda: admin.fetchval("SELECT current_setting('synchronous_standby_names') = 'nobody'"))
        yield admin
    finally:
        await answer_commits(admin)
        await admin.close()


async def answer_commits(admin: Connection) -> None:
    """Wait for no standby any more: the commits that are held up go through."""
    await admin.execute("ALTER SYSTEM RESET synchronous_standby_names")
    await admin.execute("SELECT pg_reload_conf()")


async def held_up(admin: Connection) -> int:
    """The backend that waits for a standby: what it commits is written, and visible to nobody."""
    query = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND datname = current_database()"
    found: int = await until_answer(lambda: admin.fetchval(query), what="a commit that waits for a standby")
    return found


def waits_for_a_commit(admin: Connection) -> Any:
    """Whether a probe stands before the row of a transaction that is still under way."""
    return admin.fetchval("SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted")


async def test_backend_killed_in_commit_before_it_was_decided(
    postgresql: Database, postgresql_stockroom_url: str
) -> None:
    reports, action = Reports(), Trial()
    async with CommitGate(postgresql_stockroom_url) as gate:
        task = start(postgresql, action, report=reports)
        backend = await gate.waiting()
        await gate.admin.execute("SELECT pg_terminate_backend($1)", backend)
        outcome = await task
    assert isinstance(outcome, Failed)
    assert outcome.message.endswith("Nothing was saved.")
    assert outcome.tries == 1  # never guessed, and never carried out twice either
    assert reports.phases == [Phase.RUNNING, Phase.COMMITTING, Phase.CHECKING]
    assert not await is_logged(postgresql, action.action_id)


async def test_backend_killed_in_commit_after_it_was_decided(postgresql: Database, no_standby: Connection) -> None:
    reports, action = Reports(), Trial()
    task = start(postgresql, action, report=reports)
    backend = await held_up(no_standby)
    await no_standby.execute("SELECT pg_terminate_backend($1)", backend)
    outcome = await task
    assert isinstance(outcome, Committed)
    assert (outcome.message, dict(outcome.result), outcome.repeated) == ("trial done", {"says": "trial"}, False)
    assert outcome.notes == ("a side remark",)
    assert Phase.CHECKING in reports.phases
    assert await is_logged(postgresql, action.action_id)


@pytest.mark.parametrize("settings", [{}, {"isolation": "SERIALIZABLE"}, {"pooler": True}], ids=str)
@pytest.mark.parametrize("saved", [False, True], ids=["not heard", "heard"])
async def test_the_network_breaks_as_commit_is_sent(
    open_database: Callable[..., Database],
    postgresql_stockroom_url: str,
    postgresql_proxy: Proxy,
    saved: bool,
    settings: dict[str, object],
) -> None:
    database = open_database(postgresql_proxy.through(postgresql_stockroom_url), **settings)
    (postgresql_proxy.cut_after if saved else postgresql_proxy.cut_before)(b"COMMIT;")
    action = Trial()
    task = start(database, action)
    await until(postgresql_proxy.tripped.is_set)
    postgresql_proxy.mend()
    outcome = await task
    assert isinstance(outcome, Committed if saved else Failed)
    assert await is_logged(database, action.action_id) is saved


async def test_client_cut_off_while_the_commit_is_held_up(
    open_database: Callable[..., Database],
    postgresql_stockroom_url: str,
    postgresql_proxy: Proxy,
    no_standby: Connection,
) -> None:
    """A read would find nothing and say “failed”; the row appears later. The probe waits, and says so."""
    database = open_database(postgresql_proxy.through(postgresql_stockroom_url))
    reports, action = Reports(), Trial()
    task = start(database, action, report=reports)
    await held_up(no_standby)
    postgresql_proxy.cut()
    postgresql_proxy.mend()
    await until_answer(lambda: waits_for_a_commit(no_standby), what="the probe")
    assert not await is_logged(database, action.action_id)  # what a read would have found
    answer, fault = await probe(database, action.action_id, lock_timeout=0.05)
    assert (answer, fault and fault.kind) == (Answer.PENDING, FaultKind.LOCKED)
    assert not task.done()
    assert reports.phases[-1] is Phase.CHECKING
    await answer_commits(no_standby)
    outcome = await task
    assert isinstance(outcome, Committed)
    assert outcome.message == "trial done"
    assert await is_logged(database, action.action_id)


async def test_it_stays_unknown_until_it_is_decided(
    open_database: Callable[..., Database],
    postgresql_stockroom_url: str,
    postgresql_proxy: Proxy,
    no_standby: Connection,
) -> None:
    database = open_database(postgresql_proxy.through(postgresql_stockroom_url))
    action = Trial()
    task = start(database, action, policy=IMPATIENT)
    await held_up(no_standby)
    postgresql_proxy.cut()
    postgresql_proxy.mend()
    outcome = await task
    assert isinstance(outcome, Unknown)
    assert "not known yet" in outcome.message
    for _ in range(3):
        assert (await probe(database, action.action_id, lock_timeout=0.05))[0] is Answer.PENDING
    # Asking for the same again does not carry it out twice: it waits for the first, and gets its outcome.
    again = start(database, Trial(action_id=action.action_id))
    await until_answer(lambda: waits_for_a_commit(no_standby), what="the second")
    await answer_commits(no_standby)
    repeated = await again
    assert isinstance(repeated, Committed)
    assert repeated.repeated
    assert (await probe(database, action.action_id, lock_timeout=5))[0] is Answer.COMMITTED
    assert await marks(database) == ["trial"]


async def test_a_standby_that_does_not_apply_holds_the_commit_up(
    replicated_server: tuple[Postgres, Postgres], open_database: Callable[..., Database]
) -> None:
    """The same with a real standby that lags, and a network that breaks meanwhile."""
    from inventory_app.database import schema
    from tests.support.proxy import Proxy

    primary, standby = replicated_server
    follower, admin = await connect_postgresql(standby.url()), await connect_postgresql(primary.url())
    with Proxy(primary.port) as proxy:
        database = open_database(proxy.through(primary.url()))
        await schema.prepare(database)
        await follower.execute("SELECT pg_wal_replay_pause()")
        action = Trial()
        task = start(database, action)
        await held_up(admin)
        proxy.cut()
        proxy.mend()
        await until_answer(lambda: waits_for_a_commit(admin), what="the probe")
        assert not task.done()
        await follower.execute("SELECT pg_wal_replay_resume()")
        assert isinstance(await task, Committed)
        assert await is_logged(database, action.action_id)
        await follower.close()
        await admin.close()


async def test_stop_while_it_is_checked_says_that_it_is_not_known(
    postgresql_stockroom_url: str,
    open_database: Callable[..., Database],
    postgresql_proxy: Proxy,
    no_standby: Connection,
) -> None:
    database = open_database(postgresql_proxy.through(postgresql_stockroom_url))
    reports = Reports()
    task = start(database, Trial(), report=reports)
    await held_up(no_standby)
    postgresql_proxy.cut()
    await until(lambda: Phase.CHECKING in reports.phases)
    task.cancel()
    outcome = await asyncio.wait_for(task, 5)
    postgresql_proxy.mend()
    assert isinstance(outcome, Unknown)


async def test_an_unreachable_server_is_asked_until_the_time_is_over(
    postgresql_stockroom_url: str, open_database: Callable[..., Database], postgresql_proxy: Proxy
) -> None:
    database = open_database(postgresql_proxy.through(postgresql_stockroom_url))
    postgresql_proxy.cut_after(b"COMMIT;")
    action = Trial()
    outcome = await carry_out(database, action, policy=IMPATIENT)
    assert isinstance(outcome, Unknown)
    postgresql_proxy.mend()
    assert (await probe(database, action.action_id, lock_timeout=1))[0] is Answer.COMMITTED


async def test_a_probe_leaves_nothing(database: Database) -> None:
    action = Trial()
    for _ in range(2):
        assert await probe(database, action.action_id, lock_timeout=1) == (Answer.NOT_COMMITTED, None)
    assert isinstance(await carry_out(database, action), Committed)
    assert await probe(database, action.action_id, lock_timeout=1) == (Answer.COMMITTED, None)


async def test_the_probe_runs_beside_the_everyday_rights(postgresql: Database, postgresql_stockroom_url: str) -> None:
    """The probe writes nothing but what every action writes: SELECT and INSERT on the log are enough for it."""
    admin = await connect_postgresql(postgresql_stockroom_url)
    await admin.execute("CREATE ROLE clerk; GRANT SELECT, INSERT ON action_log TO clerk; ALTER ROLE clerk NOLOGIN")
    try:

        @event.listens_for(postgresql.engine.sync_engine, "connect")
        def as_clerk(connection: Any, _record: object) -> None:
            cursor = connection.cursor()
            cursor.execute("SET ROLE clerk")
            connection.commit()

        assert await probe(postgresql, Trial().action_id, lock_timeout=1) == (Answer.NOT_COMMITTED, None)
        await postgresql.engine.dispose()
    finally:
        await admin.execute(f"REASSIGN OWNED BY clerk TO {USER}; DROP OWNED BY clerk; DROP ROLE clerk")
        await admin.close()


# --- a COMMIT that the database itself refuses


async def test_a_constraint_that_is_checked_at_commit(database: Database) -> None:
    """A deferred foreign key: COMMIT says no, and nothing is saved on either engine."""

    async def break_it(work: Work) -> None:
        if work.dialect.name == "sqlite":
            await work.session.execute(text("PRAGMA defer_foreign_keys = ON"))
        else:
            await work.session.execute(
                text("ALTER TABLE location ALTER CONSTRAINT fk_location_parent_id DEFERRABLE INITIALLY DEFERRED")
            )
        await work.session.execute(text("INSERT INTO location (path, code, parent_id) VALUES ('X', 'X', 999)"))

    action = Trial(body=break_it)
    outcome = await asyncio.wait_for(carry_out(database, action), 10)
    assert isinstance(outcome, Failed)
    assert outcome.message == (
        "A record that this one refers to is missing, or others still refer to it. Nothing was saved."
    )
    assert not await is_logged(database, action.action_id)
    assert isinstance(await carry_out(database, Trial(says="next")), Committed)
    assert await marks(database) == ["next"]


@pytest.mark.parametrize("state", ["40001", "40P01"])
async def test_a_sure_rollback_in_commit_is_tried_again(
    postgresql: Database, postgresql_stockroom_url: str, state: str
) -> None:
    admin = await connect_postgresql(postgresql_stockroom_url)
    await admin.execute(
        f"""
        CREATE SEQUENCE commits;
        CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF nextval('commits') = 1 THEN RAISE EXCEPTION 'once' USING ERRCODE = '{state}'; END IF;
            RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER fail_once AFTER INSERT ON party DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION fail_once();
        """
    )
    await admin.close()
    reports = Reports()
    outcome = await carry_out(postgresql, Trial(), report=reports)
    assert isinstance(outcome, Committed)
    assert outcome.tries == 2
    assert Phase.CHECKING not in reports.phases
    assert await marks(postgresql) == ["trial"]


async def test_a_disk_that_is_full_at_commit(sqlite: Database) -> None:
    """The file system refuses to let the file grow just as COMMIT writes; the probe does not need it to."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(progress: Progress) -> None:
        if progress.phase is Phase.COMMITTING:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1024, limits[1]))
        if progress.phase is Phase.CHECKING:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    action = Trial(body=lambda work: mark(work, "x" * 900))
    try:
        outcome = await asyncio.wait_for(carry_out(sqlite, action, report=fill), 10)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert isinstance(outcome, Failed)
    assert outcome.message == "The file of the database could not be read or written. Nothing was saved."
    assert not await is_logged(sqlite, action.action_id)
    assert isinstance(await carry_out(sqlite, Trial(says="next")), Committed)
    assert await marks(sqlite) == ["next"]


async def test_the_others_of_this_process_wait_while_one_is_checked(database: Database) -> None:
    """Nothing is held while it is asked: on SQLite the probe itself needs the turn that the action had."""
    gate = Gate()

    async def break_it(work: Work) -> None:
        await gate(work)
        if work.dialect.name == "sqlite":
            await work.session.execute(text("PRAGMA defer_foreign_keys = ON"))
        else:
            await work.session.execute(
                text("ALTER TABLE location ALTER CONSTRAINT fk_location_parent_id DEFERRABLE INITIALLY DEFERRED")
            )
        await work.session.execute(text("INSERT INTO location (path, code, parent_id) VALUES ('X', 'X', 999)"))

    broken = start(database, Trial(says="broken", body=break_it))
    await gate.reached.wait()
    others = [start(database, Trial(says=f"other {n}")) for n in range(4)]
    gate.opened.set()
    outcomes = await asyncio.wait_for(asyncio.gather(broken, *others), 20)
    assert isinstance(outcomes[0], Failed)
    assert [type(one) for one in outcomes[1:]] == [Committed] * 4
