"""Errors as the drivers really raise them, and what the program makes of each."""

from __future__ import annotations

import asyncio
import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from sqlalchemy import insert, text
from sqlalchemy.engine import make_url

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.faults import FaultKind, classify
from inventory_app.database.tables import Location, Party, ProductBarcode
from tests.support.databases import opened
from tests.support.raw import another_program, connect_postgresql, error_of, execute

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shop import Shop

on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])
on_postgresql = pytest.mark.parametrize("engine_name", ["postgresql"])


CONSTRAINTS: dict[FaultKind, tuple[Any, dict[str, str]]] = {
    FaultKind.UNIQUE: (
        insert(Party).values([{"name": "x"}, {"name": "x"}]),
        {"sqlite": "party.name", "postgresql": "uq_party_name"},
    ),
    FaultKind.FOREIGN_KEY: (
        insert(ProductBarcode).values(product_id=987, barcode="x"),
        {"sqlite": "", "postgresql": "fk_product_barcode_product_id"},
    ),
    FaultKind.CHECK: (
        insert(Party).values(name=""),
        {"sqlite": "ck_party_name_length", "postgresql": "ck_party_name_length"},
    ),
    FaultKind.NOT_NULL: (
        text("INSERT INTO location (path, code) VALUES ('X', NULL)"),
        {"sqlite": "location.code", "postgresql": ""},
    ),
}


@pytest.mark.parametrize("kind", CONSTRAINTS, ids=lambda kind: kind.name)
async def test_constraints(database: Database, kind: FaultKind) -> None:
    statement, names = CONSTRAINTS[kind]
    fault = classify(await error_of(execute(database, statement)))
    assert fault.kind is kind
    assert fault.constraint == names[database.dialect.name]
    assert not fault.kind.transient
    assert not fault.unreachable


async def test_the_log_is_only_added_to(shop: Shop) -> None:
    for statement in ("UPDATE action_log SET actor = 'me'", "DELETE FROM stock_move"):
        fault = classify(await error_of(execute(shop.database, statement)))
        assert fault.kind is FaultKind.APPEND_ONLY
        assert fault.kind.words == "The ledger and the log can only be added to"


async def test_an_id_that_is_in_the_log_is_a_unique_violation(shop: Shop) -> None:
    """On SQLite a guard says it before the key can."""
    again = "INSERT INTO action_log SELECT * FROM action_log LIMIT 1"
    fault = classify(await error_of(execute(shop.database, again)))
    assert (fault.kind, fault.constraint) == (FaultKind.UNIQUE, "pk_action_log")
    new_id = "'00000000000000000000000000000009'"
    twice = (
        "INSERT INTO action_log (id, kind, fingerprint, actor, workstation, recorded_at, reverses)"
        f" SELECT {new_id}, kind, fingerprint, actor, workstation, recorded_at, reverses"
        " FROM action_log WHERE reverses IS NOT NULL"
    )
    fault = classify(await error_of(execute(shop.database, twice)))
    assert (fault.kind, fault.constraint) == (FaultKind.UNIQUE, "uq_action_log_reverses")


async def test_a_level_that_disagrees_with_its_place(shop: Shop) -> None:
    change = "UPDATE stock_level SET may_go_negative = true"
    fault = classify(await error_of(execute(shop.database, change)))
    assert fault.kind in (FaultKind.CHECK, FaultKind.FOREIGN_KEY)


async def test_no_tables(database_url: str) -> None:
    empty = Database.open(DatabaseConfig.from_url(database_url))
    try:
        fault = classify(await error_of(execute(empty, "SELECT * FROM product")))
    finally:
        await empty.close()
    assert fault.kind is FaultKind.NO_SCHEMA


async def test_a_number_that_does_not_fit_is_an_error_of_the_program(database: Database) -> None:
    """It must not be taken for a lost connection: asyncpg raises it before the server has seen anything."""
    statement = "INSERT INTO reorder_rule (product_id, location_id, reorder_point) VALUES (1, 1, :big)"
    fault = classify(await error_of(execute(database, statement, big=2**63)))
    assert fault.kind is FaultKind.OTHER
    assert not fault.unreachable


@on_postgresql
async def test_a_value_of_another_type_is_an_error_of_the_program(database: Database) -> None:
    fault = classify(await error_of(execute(database, insert(Location).values(path=1.5, code=b"x"))))
    assert fault.kind is FaultKind.OTHER


@on_postgresql
async def test_a_connection_used_by_two_at_once_is_an_error_of_the_program(stockroom_url: str) -> None:
    raw = await connect_postgresql(stockroom_url)
    first = asyncio.create_task(raw.execute("SELECT pg_sleep(0.1)"))
    await asyncio.sleep(0)
    error = await error_of(raw.execute("SELECT 1"))
    await first
    await raw.close()
    assert "another operation is in progress" in str(error)
    assert classify(error).kind is FaultKind.OTHER


async def test_a_text_that_cannot_be_stored_is_an_error_of_the_program(database: Database) -> None:
    for bad in ("half a character \ud800", "nul \0"):
        if database.dialect.name == "sqlite" and "\0" in bad:
            continue  # SQLite keeps it
        fault = classify(await error_of(execute(database, "SELECT * FROM party WHERE name = :name", name=bad)))
        assert fault.kind is FaultKind.OTHER


async def test_a_slip_in_sql_is_an_error_of_the_program(database: Database) -> None:
    for statement in ("SELEC 1", "SELECT no_such_column FROM party"):
        fault = classify(await error_of(execute(database, statement)))
        assert fault.kind is FaultKind.OTHER
        assert not fault.kind.transient


async def test_an_exhausted_pool(stockroom_url: str) -> None:
    config = DatabaseConfig.from_url(stockroom_url)
    small = DatabaseConfig(config.url, config.password, pool_size=1, max_overflow=0, pool_timeout=0.05)
    database = Database.open(small)
    try:
        async with database.read() as session:
            await session.execute(text("SELECT 1"))
            fault = classify(await error_of(execute(database, "SELECT 1")))
    finally:
        await database.close()
    assert fault.kind is FaultKind.POOL_EXHAUSTED
    assert fault.kind.transient


# --- PostgreSQL


STATES = {
    "40001": FaultKind.SERIALIZATION,
    "40P01": FaultKind.DEADLOCK,
    "55P03": FaultKind.LOCKED,
    "53300": FaultKind.TOO_MANY_CONNECTIONS,
    "53100": FaultKind.DISK_FULL,
    "57014": FaultKind.STATEMENT_TIMEOUT,
    "25006": FaultKind.READ_ONLY,
    "42501": FaultKind.NOT_ALLOWED,
    "28P01": FaultKind.LOGIN,
    "28000": FaultKind.LOGIN,
    "3D000": FaultKind.NO_DATABASE,
    "42P01": FaultKind.NO_SCHEMA,
    "26000": FaultKind.STALE_STATEMENT,
    "08006": FaultKind.CONNECTION_LOST,
    "57P01": FaultKind.CONNECTION_LOST,
    "57P03": FaultKind.CONNECTION_LOST,
    "25P03": FaultKind.CONNECTION_LOST,
    "25P04": FaultKind.CONNECTION_LOST,
    "23001": FaultKind.FOREIGN_KEY,
    "22012": FaultKind.OTHER,
    "XX000": FaultKind.OTHER,
}


@on_postgresql
@pytest.mark.parametrize("state", STATES)
async def test_states_of_the_server(database: Database, state: str) -> None:
    """Raised by the server itself, seen through both drivers' layers and bare."""
    raising = f"DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '{state}'; END $$"
    error = await error_of(execute(database, raising))
    fault = classify(error)
    assert (fault.kind, fault.code) == (STATES[state], state)
    raw = await connect_postgresql(database.engine.url.render_as_string(hide_password=False))
    assert classify(await error_of(raw.execute(raising))).kind is STATES[state]
    await raw.close()


@on_postgresql
async def test_lost_connections(database: Database, stockroom_url: str) -> None:
    async def killed(connection: Any) -> None:
        backend = await connection.scalar(text("SELECT pg_backend_pid()"))
        async with another_program(stockroom_url) as other:
            await other.run(f"SELECT pg_terminate_backend({backend})")
        await connection.execute(text("SELECT pg_sleep(5)"))

    async with database.writing_connection() as connection:
        fault = classify(await error_of(killed(connection)))
    assert fault.kind is FaultKind.CONNECTION_LOST
    assert fault.connection_is_gone
    assert fault.unreachable
    assert fault.kind.transient


@on_postgresql
async def test_a_driver_connection_that_is_closed(stockroom_url: str) -> None:
    raw = await connect_postgresql(stockroom_url)
    await raw.close()
    assert classify(await error_of(raw.execute("SELECT 1"))).kind is FaultKind.CONNECTION_LOST


def test_a_connection_that_has_heard_the_servers_farewell() -> None:
    """Seen when a backend was killed between two statements: the driver is between two states then."""
    error = asyncpg.InternalClientError("cannot switch to state 15; another operation (2) is in progress")
    assert classify(error).kind is FaultKind.CONNECTION_LOST


@on_postgresql
async def test_a_session_that_was_idle_for_too_long(database: Database) -> None:
    async def idle(connection: Any) -> None:
        await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = '20ms'"))
        driver = (await connection.get_raw_connection()).driver_connection
        while not driver.is_closed():  # noqa: ASYNC110 - the driver tells nobody
            await asyncio.sleep(0.01)
        await connection.execute(text("SELECT 1"))

    async with database.writing_connection() as connection:
        fault = classify(await error_of(idle(connection)))
    assert fault.kind is FaultKind.CONNECTION_LOST


@on_postgresql
@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"port": 1}, FaultKind.UNREACHABLE),
        ({"host": "nowhere.invalid"}, FaultKind.UNREACHABLE),
        ({"password": "wrong"}, FaultKind.LOGIN),
        ({"username": "nobody"}, FaultKind.LOGIN),
        ({"database": "nowhere"}, FaultKind.NO_DATABASE),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else value.name,
)
async def test_where_nobody_answers(stockroom_url: str, wrong: dict[str, Any], kind: FaultKind) -> None:
    url = make_url(stockroom_url).set(**wrong)
    async with opened(url.render_as_string(hide_password=False)) as database:
        error = await error_of(execute(database, "SELECT 1"))
    fault = classify(error)
    assert fault.kind is kind
    assert fault.unreachable
    assert "wrong" not in fault.detail.replace("wrong password", "")


async def test_a_socket_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as raised:
        await asyncpg.connect(host=str(tmp_path), port=5432, user="app", database="x")
    assert classify(raised.value).kind is FaultKind.UNREACHABLE


@on_postgresql
async def test_a_deadlock_and_a_lock_and_a_timeout(database: Database, stockroom_url: str) -> None:
    async with another_program(stockroom_url) as other:
        await other.run("BEGIN")
        await other.run("SELECT * FROM location FOR UPDATE")
        lock = "SELECT * FROM location FOR UPDATE"
        waits = execute(database, "SET LOCAL lock_timeout = '20ms'", lock)
        assert classify(await error_of(waits)).kind is FaultKind.LOCKED
        assert classify(await error_of(execute(database, f"{lock} NOWAIT"))).kind is FaultKind.LOCKED
        waits = execute(database, "SET LOCAL statement_timeout = '20ms'", lock)
        assert classify(await error_of(waits)).kind is FaultKind.STATEMENT_TIMEOUT


# --- what is looked at


def test_errors_that_have_nothing_to_do_with_a_database() -> None:
    for error in (ValueError("x"), KeyError("y"), FileNotFoundError(2, "no", "/import.csv"), asyncio.CancelledError()):
        fault = classify(error)
        assert fault.kind is FaultKind.OTHER
        assert type(error).__name__ in fault.detail
        assert not fault.kind.transient


def test_an_error_that_was_raised_from_a_driver_error_is_seen_through() -> None:
    def raise_from() -> None:
        try:
            raise sqlite3.OperationalError("disk full")  # noqa: TRY301
        except sqlite3.OperationalError as error:
            error.sqlite_errorname = "SQLITE_FULL"
            raise RuntimeError("while importing") from error

    with pytest.raises(RuntimeError) as raised:
        raise_from()
    fault = classify(raised.value)
    assert fault.kind is FaultKind.DISK_FULL
    assert fault.detail == "RuntimeError: while importing"


def test_an_error_in_a_circle_ends() -> None:
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    assert classify(first).kind is FaultKind.OTHER


def test_every_kind_has_words_for_people() -> None:
    for kind in FaultKind:
        assert kind.words[0].isupper()
        assert not kind.words.endswith(".")
    assert Decimal(len({kind.name for kind in FaultKind})) == len(FaultKind)
