"""Fixtures of databases: an empty one or one with our tables, on either engine, new for each test.

Tables are made once for a test process; each test gets a copy of the file (SQLite) or of the template (PostgreSQL).
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import asyncpg
import pytest

from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from tests.support.postgres import PASSWORD, USER, Postgres
from tests.support.proxy import Proxy
from tests.support.waiting import until_answer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator
    from pathlib import Path

_TEMPLATE = "stockroom_template"
_numbers = itertools.count(1)


def _run_apart(work: Coroutine[None, None, None]) -> None:
    """Run a coroutine on a loop of its own, out of the way of the loop that the test is about to get."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """The database of an address, closed again whatever happens."""
    database = Database.open(DatabaseConfig.from_url(url))
    try:
        yield database
    finally:
        await database.close()


async def _upgrade(url: str) -> None:
    async with opened(url) as database:
        await schema.upgrade(database)


# --- PostgreSQL


@contextmanager
def running_server() -> Iterator[Postgres]:
    """A server of its own, for those who stop it or change it."""
    server = Postgres()
    try:
        server.create()
        server.start()
        yield server
    finally:
        server.discard()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One server for each process that runs tests (about a second); no server is a failure, never a skip."""
    with running_server() as server:
        yield server


@pytest.fixture
def replicated_server() -> Iterator[tuple[Postgres, Postgres]]:
    """A primary and its standby. The primary answers a COMMIT only when the standby has applied it:

    pg_wal_replay_pause() on the standby, or its stop(), holds commits up; resuming lets them go.
    """
    primary = Postgres({"synchronous_commit": "remote_apply"})
    standby: Postgres | None = None
    try:
        primary.create()
        primary.start()
        standby = primary.create_standby()
        standby.start()
        _run_apart(_wait_for(primary, standby))
        yield primary, standby
    finally:
        primary.stop(at_once=True)  # a fast shutdown would wait for the standby
        primary.discard()
        if standby is not None:
            standby.discard()


async def _wait_for(primary: Postgres, standby: Postgres) -> None:
    """Commits wait for the standby from the moment that it follows."""
    await _admin(primary, f"ALTER SYSTEM SET synchronous_standby_names = '{standby.name}'", "SELECT pg_reload_conf()")
    connection = await _connect(primary)
    try:
        follows = "SELECT sync_state = 'sync' FROM pg_stat_replication"
        await until_answer(lambda: connection.fetchval(follows), what="the standby")
    finally:
        await connection.close()


async def _connect(server: Postgres) -> asyncpg.Connection[asyncpg.Record]:
    return await asyncpg.connect(host="127.0.0.1", port=server.port, user=USER, password=PASSWORD, database="postgres")


async def _admin(server: Postgres, *statements: str) -> None:
    connection = await _connect(server)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def postgresql_template(postgres_server: Postgres) -> str:
    """The name of a database with our tables, to be copied."""
    _run_apart(_admin(postgres_server, f"CREATE DATABASE {_TEMPLATE}"))
    _run_apart(_upgrade(postgres_server.url(_TEMPLATE)))
    return _TEMPLATE


@asynccontextmanager
async def _fresh(server: Postgres, template: str) -> AsyncIterator[str]:
    """The address of a new database, which is dropped again."""
    name = f"test_{next(_numbers)}"
    await _admin(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    yield server.url(name)
    await _admin(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
async def postgresql_url(postgres_server: Postgres) -> AsyncIterator[str]:
    """An empty database."""
    async with _fresh(postgres_server, "template1") as url:
        yield url


@pytest.fixture
async def postgresql_stockroom_url(postgres_server: Postgres, postgresql_template: str) -> AsyncIterator[str]:
    """A database with our tables."""
    async with _fresh(postgres_server, postgresql_template) as url:
        yield url


@pytest.fixture
def postgresql_proxy(postgres_server: Postgres) -> Iterator[Proxy]:
    """A way to the server that can be cut; `through(url)` leads a database's address over it."""
    with Proxy(postgres_server.port) as proxy:
        yield proxy


# --- SQLite


def sqlite_address(path: Path | str) -> str:
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A file that does not exist yet."""
    return sqlite_address(tmp_path / "stockroom.db")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed file with our tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "stockroom.db"
    _run_apart(_upgrade(sqlite_address(path)))
    return path


@pytest.fixture
def sqlite_stockroom_url(tmp_path: Path, sqlite_template: Path) -> str:
    """A file with our tables."""
    return sqlite_address(shutil.copy(sqlite_template, tmp_path / "stockroom.db"))


# --- both


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """The test runs once on each engine."""
    name: str = request.param
    return name


def _named(request: pytest.FixtureRequest, fixture: str) -> str:
    """The value of the fixture of that name; it is made only now, so that no server starts for a file."""
    value: str = request.getfixturevalue(fixture)
    return value


@pytest.fixture
def database_url(engine_name: str, request: pytest.FixtureRequest) -> str:
    """An empty database on each engine."""
    return _named(request, f"{engine_name}_url")


@pytest.fixture
def stockroom_url(engine_name: str, request: pytest.FixtureRequest) -> str:
    """A database with our tables on each engine, for programs and for tests that open it in their own way."""
    return _named(request, f"{engine_name}_stockroom_url")


@pytest.fixture
async def database(stockroom_url: str) -> AsyncIterator[Database]:
    """An open database with our tables, on each engine."""
    async with opened(stockroom_url) as database:
        yield database


@pytest.fixture
def another_sqlite_stockroom_url(tmp_path: Path, sqlite_template: Path) -> str:
    """A second file with our tables."""
    return sqlite_address(shutil.copy(sqlite_template, tmp_path / "another.db"))


@pytest.fixture
async def another_postgresql_stockroom_url(postgres_server: Postgres, postgresql_template: str) -> AsyncIterator[str]:
    """A second database with our tables."""
    async with _fresh(postgres_server, postgresql_template) as url:
        yield url


@pytest.fixture
def another_stockroom_url(engine_name: str, request: pytest.FixtureRequest) -> str:
    """A second database with our tables, on the engine of the first."""
    return _named(request, f"another_{engine_name}_stockroom_url")


@pytest.fixture
async def another_database(another_stockroom_url: str) -> AsyncIterator[Database]:
    """The same, open."""
    async with opened(another_stockroom_url) as database:
        yield database
