"""The test of a connection against real servers: every way to fail has its own words, none shows a password."""

from __future__ import annotations

import asyncio
import dataclasses
import socket
import sys
from typing import TYPE_CHECKING

import asyncpg
import pytest

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.diagnosis import Remedy, Status, diagnose
from tests.support.databases import running_server
from tests.support.diagnosis import SECRET, admin, configured, failed, prepared, statuses
from tests.support.postgres import PASSWORD, USER, Postgres

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


__all__ = ["admin", "prepared"]  # fixtures


async def test_a_server_in_order_passes_every_check(prepared: str) -> None:
    diagnosis = await diagnose(DatabaseConfig.from_url(prepared))
    assert statuses(diagnosis) == dict.fromkeys(
        ("Reachable", "TLS", "Login", "Rights", "Schema", "Clock", "Round trip"), "ok"
    )
    assert diagnosis.usable
    assert diagnosis.summary == "7 checks · 7 passed"
    assert diagnosis.check("Reachable").sentence.endswith(" answers")
    assert diagnosis.check("TLS").sentence == "not offered by the server; this computer"
    assert diagnosis.check("Login").sentence == "app, password accepted"
    assert diagnosis.check("Login").details.startswith("PostgreSQL 1")
    assert diagnosis.check("Rights").sentence == "read, write and listen; may change the schema"
    assert diagnosis.check("Clock").sentence == "0.0 s apart"
    assert diagnosis.check("Round trip").sentence.startswith("median of 20: ")
    assert all(check.milliseconds is not None for check in diagnosis.checks)
    assert f":{PASSWORD}@" not in diagnosis.place


async def test_an_empty_database_says_that_tables_will_be_made(postgresql_url: str) -> None:
    diagnosis = await diagnose(DatabaseConfig.from_url(postgresql_url))
    assert diagnosis.usable
    assert diagnosis.check("Schema").sentence == "no tables yet; they are made when the database is opened"


async def test_a_diagnosis_leaves_no_connection_behind(
    prepared: str, admin: asyncpg.Connection[asyncpg.Record]
) -> None:
    await diagnose(DatabaseConfig.from_url(prepared))
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    for _ in range(500):  # a backend takes a moment to end
        if not await admin.fetchval(others):
            return
        await asyncio.sleep(0.01)
    pytest.fail("a connection of the diagnosis is still there")


# ----------------------------------------------------------------------------------------------- not reachable


async def test_a_name_that_nobody_knows() -> None:
    config = configured(f"postgresql+asyncpg://app:{SECRET}@no-such-host.invalid/x")
    assert failed(await diagnose(config), "Reachable") == (
        "the name no-such-host.invalid is not known; check its spelling and this computer's network"
    )


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_server_that_was_stopped(host: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    sentence = failed(await diagnose(configured(f"postgresql+asyncpg://app:{SECRET}@{host}:{port}/x")), "Reachable")
    assert sentence == f"nothing listens at {host}:{port}; check the port, and whether the server runs"


async def test_a_server_that_stops_while_it_is_asked() -> None:
    with running_server() as server:
        assert (await diagnose(DatabaseConfig.from_url(server.url()))).usable
        server.stop(at_once=True)
        assert "nothing listens" in failed(await diagnose(DatabaseConfig.from_url(server.url())), "Reachable")


async def test_a_standby_is_told_from_the_primary() -> None:
    with running_server() as primary:
        standby = primary.create_standby()
        try:
            standby.start()
            sentence = failed(await diagnose(DatabaseConfig.from_url(standby.url())), "Rights")
        finally:
            standby.discard()
    assert sentence == "read only: this server is a standby; give the address of the primary"


async def test_a_socket_that_is_not_there(tmp_path: Path) -> None:
    config = configured(f"postgresql+asyncpg://app@/x?host={tmp_path}")
    assert "there is no server socket" in failed(await diagnose(config), "Reachable")


async def test_a_socket_of_this_computer_works(prepared: str, postgres_server: Postgres) -> None:
    name = prepared.rpartition("/")[2]
    query = f"host={postgres_server.folder}&port={postgres_server.port}"
    diagnosis = await diagnose(configured(f"postgresql+asyncpg://{USER}:{PASSWORD}@/{name}?{query}"))
    assert diagnosis.usable, diagnosis.checks
    assert diagnosis.check("TLS").sentence == "not needed: a socket of this computer"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse when the queue is full")
async def test_a_host_that_never_answers() -> None:
    # A listener whose queue is full drops what comes, as a firewall does.
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        for waiting in (first, second):
            waiting.setblocking(False)
            waiting.connect_ex(("127.0.0.1", port))
        config = configured(f"postgresql+asyncpg://app:{SECRET}@127.0.0.1:{port}/x", connect_timeout=0.3)
        sentence = failed(await diagnose(config), "Reachable")
    assert sentence == (f"127.0.0.1:{port} does not answer within 0.3 s; check the address and the firewall between")


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"", None], ids=["http", "closes", "silent"])
async def test_a_listener_that_is_no_postgresql(answer: bytes | None) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(8)
        if answer is None:
            await reader.read()
        else:
            writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        config = configured(f"postgresql+asyncpg://app:{SECRET}@127.0.0.1:{port}/x", connect_timeout=0.5)
        sentence = failed(await diagnose(config), "TLS")
    assert sentence == f"what answers at 127.0.0.1:{port} is not a PostgreSQL server; check the port"


# ------------------------------------------------------------------------------------------------------- login


async def test_a_wrong_password(postgresql_url: str) -> None:
    diagnosis = await diagnose(configured(postgresql_url, password=SECRET))
    assert failed(diagnosis, "Login") == "the server refused the user app or the password"
    assert "password authentication failed" in diagnosis.check("Login").details
    assert diagnosis.summary == "7 checks · 2 passed · 1 needs you"


async def test_a_password_that_is_missing(postgresql_url: str) -> None:
    diagnosis = await diagnose(configured(postgresql_url, password=None))
    assert failed(diagnosis, "Login") == "the server asks for a password for app, and none is kept; type it"


async def test_a_database_that_does_not_exist(postgres_server: Postgres) -> None:
    diagnosis = await diagnose(DatabaseConfig.from_url(postgres_server.url("no_such")))
    assert failed(diagnosis, "Login").startswith("there is no database “no_such” on 127.0.0.1:")


async def test_a_role_that_may_not_log_in(prepared: str, admin: asyncpg.Connection[asyncpg.Record]) -> None:
    await admin.execute(f"CREATE ROLE shut_out NOLOGIN PASSWORD '{SECRET}'")
    try:
        config = configured(prepared.replace(f"{USER}:{PASSWORD}", f"shut_out:{SECRET}"))
        assert "does not let shut_out in" in failed(await diagnose(config), "Login")
    finally:
        await admin.execute("DROP ROLE shut_out")


async def test_a_role_that_does_not_exist(prepared: str) -> None:
    config = configured(prepared.replace(f"{USER}:{PASSWORD}", f"nobody_of_that_name:{SECRET}"))
    assert "nobody_of_that_name" in failed(await diagnose(config), "Login")


async def test_a_database_that_takes_no_more_connections(
    prepared: str, admin: asyncpg.Connection[asyncpg.Record]
) -> None:
    name = prepared.rpartition("/")[2]
    await admin.execute(f"CREATE ROLE crowded LOGIN PASSWORD '{SECRET}' CONNECTION LIMIT 0")
    try:
        config = configured(prepared.replace(f"{USER}:{PASSWORD}", f"crowded:{SECRET}"))
        assert "all connections" in failed(await diagnose(config), "Login")
        await admin.execute("ALTER ROLE crowded CONNECTION LIMIT -1")
        await admin.execute(f"REVOKE CONNECT ON DATABASE {name} FROM PUBLIC")
        assert "may not do this" in failed(await diagnose(config), "Login")
    finally:
        await admin.execute("DROP ROLE crowded")


# ------------------------------------------------------------------------------------------- rights and schema


@pytest.fixture
async def everyday(prepared: str, admin: asyncpg.Connection[asyncpg.Record]) -> AsyncIterator[DatabaseConfig]:
    """A role that owns nothing and may do what the everyday work needs."""
    await admin.execute(f"""
        CREATE ROLE everyday LOGIN PASSWORD '{SECRET}';
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public TO everyday;
        GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO everyday;
        GRANT UPDATE ON product, stock_level TO everyday""")
    yield configured(prepared.replace(f"{USER}:{PASSWORD}", f"everyday:{SECRET}"))
    await admin.execute("DROP OWNED BY everyday; DROP ROLE everyday")


async def test_the_everyday_role_may_work_and_not_migrate(everyday: DatabaseConfig) -> None:
    diagnosis = await diagnose(everyday)
    assert diagnosis.usable, diagnosis.checks
    assert diagnosis.check("Rights").sentence == "read, write and listen; may not change the schema"
    through = await diagnose(dataclasses.replace(everyday, pooler=True))
    assert "a pooler passes no hints on" in through.check("Rights").sentence


async def test_missing_rights_are_named(everyday: DatabaseConfig, admin: asyncpg.Connection[asyncpg.Record]) -> None:
    await admin.execute("REVOKE INSERT ON stock_move, action_log FROM everyday")
    sentence = failed(await diagnose(everyday), "Rights")
    assert sentence == "everyday lacks INSERT on stock_move, INSERT on action_log; have it granted"


async def test_a_schema_that_may_not_be_used(
    everyday: DatabaseConfig, admin: asyncpg.Connection[asyncpg.Record]
) -> None:
    await admin.execute("REVOKE USAGE ON SCHEMA public FROM everyday, PUBLIC")
    assert "may not use the schema" in failed(await diagnose(everyday), "Rights")


async def test_a_server_that_takes_no_changes(
    everyday: DatabaseConfig, admin: asyncpg.Connection[asyncpg.Record]
) -> None:
    await admin.execute("ALTER ROLE everyday SET default_transaction_read_only = on")
    assert failed(await diagnose(everyday), "Rights").startswith("read only:")


async def test_an_older_schema_can_be_migrated_by_its_owner_alone(
    prepared: str, everyday: DatabaseConfig, admin: asyncpg.Connection[asyncpg.Record]
) -> None:
    await admin.execute("UPDATE alembic_version SET version_num = '0001'")
    check = (await diagnose(DatabaseConfig.from_url(prepared))).check("Schema")
    assert (check.status, check.remedy) == (Status.WARN, Remedy.MIGRATE)
    assert check.sentence.startswith("version 1, this program needs ")
    diagnosis = await diagnose(everyday)
    assert not diagnosis.usable
    assert "everyday may not change it" in diagnosis.check("Schema").sentence


async def test_a_newer_schema_needs_a_newer_program(prepared: str, admin: asyncpg.Connection[asyncpg.Record]) -> None:
    await admin.execute("UPDATE alembic_version SET version_num = '0999'")
    diagnosis = await diagnose(DatabaseConfig.from_url(prepared))
    assert not diagnosis.usable
    assert "version 999 of a newer Stockroom" in diagnosis.check("Schema").sentence


async def test_tables_of_another_program_are_told(postgresql_url: str) -> None:
    connection = await asyncpg.connect(postgresql_url.replace("+asyncpg", ""))
    await connection.execute("CREATE TABLE blog (id int)")
    await connection.close()
    diagnosis = await diagnose(DatabaseConfig.from_url(postgresql_url))
    assert not diagnosis.usable
    assert diagnosis.check("Schema").sentence == "holds tables of another program; choose an empty database"
