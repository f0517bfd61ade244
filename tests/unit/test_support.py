"""The tools of the tests themselves: servers that start, loops that report, homes that are private."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import keyring
import platformdirs
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from inventory_app.database import schema
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from inventory_app.database.database import Database
    from tests.support.loops import LoopErrors


async def test_database_is_empty_and_its_own(database_url: str) -> None:
    engine = create_async_engine(database_url)
    try:
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE only_here (id INTEGER)"))
            await connection.execute(text("INSERT INTO only_here VALUES (1)"))
            assert await connection.scalar(text("SELECT count(*) FROM only_here")) == 1
    finally:
        await engine.dispose()


async def test_database_has_our_tables(database: Database) -> None:
    assert await schema.state(database) is schema.SchemaState.CURRENT


async def test_a_failed_task_that_nobody_awaits_is_reported(loop_errors: LoopErrors) -> None:
    async def fail() -> None:
        raise ValueError("nobody looks")

    task = asyncio.get_running_loop().create_task(fail())
    await until(task.done)
    del task
    reports = loop_errors.take()
    assert "nobody looks" in "\n".join(reports)


def test_the_home_is_private(private_home: Path) -> None:
    assert platformdirs.user_config_path("stockroom").is_relative_to(private_home)
    assert platformdirs.user_data_path("stockroom").is_relative_to(private_home)


def test_passwords_stay_in_memory() -> None:
    keyring.set_password("stockroom", "me", "secret")
    assert keyring.get_password("stockroom", "me") == "secret"


def test_passwords_of_another_test_are_gone() -> None:
    assert keyring.get_password("stockroom", "me") is None
