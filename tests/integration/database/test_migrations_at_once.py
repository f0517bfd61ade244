"""Several programs that make or change the tables at the same moment: one does, the others wait and find it done."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.schema import HEAD_REVISION, SchemaState
from tests.support.guards import GUARDS, triggers
from tests.support.raw import another_process_holds, connect_postgresql
from tests.support.waiting import until_answer

ROOT = Path(__file__).parents[3]
_MIGRATE = """
import asyncio, sys
from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database

async def main(url):
    database = Database.open(DatabaseConfig.from_url(url))
    print("ready", flush=True)
    sys.stdin.readline()
    await schema.prepare(database)
    print((await schema.state(database)).value, flush=True)
    await database.close()

asyncio.run(main(sys.argv[1]))
"""


async def test_two_processes_at_once(empty: Database, database_url: str) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _MIGRATE, database_url],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for _ in range(2)
    ]  # fmt: skip
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        output, errors = process.communicate(timeout=60)
        assert (process.returncode, output) == (0, "current\n"), errors
    assert await schema.state(empty) is SchemaState.CURRENT
    assert await triggers(empty) == GUARDS[empty.dialect.name]
    async with empty.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM alembic_version")) == 1
        assert await session.scalar(text("SELECT count(*) FROM location")) == 5


async def test_two_windows_of_one_process_at_once(empty: Database) -> None:
    second = Database.open(empty.config)
    try:
        await asyncio.gather(schema.prepare(empty), schema.prepare(second), schema.prepare(empty))
    finally:
        await second.close()
    assert await schema.state(empty) is SchemaState.CURRENT


async def test_tables_that_appear_between_two_looks_are_not_taken_for_foreign(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another workstation was first: it committed after we asked for the revision and before we looked for tables."""
    ask = schema.current_revision
    others: list[Database] = []

    async def ask_too_early(database: Database) -> str | None:
        answer = await ask(database)
        if not others:
            others.append(Database.open(database.config))
            await schema.upgrade(others[0])
            await others[0].close()
        return answer

    monkeypatch.setattr(schema, "current_revision", ask_too_early)
    assert await schema.state(empty) is SchemaState.CURRENT


@pytest.mark.parametrize("lock_timeout", [0.05, 30], ids=["longer than a lock may take", "at one go"])
@pytest.mark.parametrize("isolation", ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
async def test_it_waits_for_another_workstation(postgresql_url: str, isolation: Any, lock_timeout: float) -> None:
    """It sees afterwards what the other one has made: then there is nothing to do."""
    config = DatabaseConfig.from_url(postgresql_url)
    values = {name: getattr(config, name) for name in config.__dataclass_fields__}
    database = Database.open(DatabaseConfig(**{**values, "isolation": isolation, "lock_timeout": lock_timeout}))
    other = await connect_postgresql(postgresql_url)
    try:
        await other.execute(
            f"""
            BEGIN;
            SELECT pg_advisory_xact_lock({0x53544F434B4D4947});
            CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
            CREATE TABLE reason_code (code text);
            INSERT INTO alembic_version VALUES ('{HEAD_REVISION}');
            """
        )
        waiting = asyncio.create_task(schema.prepare(database))
        waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        await until_answer(lambda: other.fetchval(waits))
        done, _ = await asyncio.wait({waiting}, timeout=0.2)
        assert not done
        await other.execute("COMMIT")
        await asyncio.wait_for(waiting, 20)
        assert await schema.state(database) is SchemaState.CURRENT
        tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
        assert await other.fetchval(tables) == 2  # it made none
    finally:
        await other.close()
        await database.close()


async def test_it_waits_for_another_process_that_holds_the_file(sqlite_url: str) -> None:
    config = DatabaseConfig.from_url(sqlite_url)
    values = {name: getattr(config, name) for name in config.__dataclass_fields__}
    database = Database.open(DatabaseConfig(**{**values, "lock_timeout": 0.05}))
    try:
        assert await schema.state(database) is SchemaState.EMPTY
        with another_process_holds(sqlite_url) as holder:
            task = asyncio.create_task(schema.prepare(database))
            done, _ = await asyncio.wait({task}, timeout=0.3)
            assert not done
            holder.release()
            await asyncio.wait_for(task, 20)
        assert await schema.state(database) is SchemaState.CURRENT
    finally:
        await database.close()


async def test_a_new_file_that_another_program_writes_is_waited_for(tmp_path: Path) -> None:
    """It has to be changed to WAL, which SQLite refuses at once while somebody writes."""
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE theirs (x)")
        other.execute("BEGIN IMMEDIATE")
        ours = Database.open(DatabaseConfig.from_url(f"sqlite+aiosqlite:///{path}"))
        asked = asyncio.ensure_future(_journal_mode(ours))
        while not list(tmp_path.glob("new.db-journal*")):  # theirs is about to write, in the old way
            other.execute("INSERT INTO theirs VALUES (1)")
        assert not asked.done()
        asyncio.get_running_loop().call_later(0.2, other.execute, "COMMIT")
        assert await asked == "wal"
        await ours.close()


async def _journal_mode(database: Database) -> str:
    async with database.read() as session:
        return str(await session.scalar(text("PRAGMA journal_mode")))
