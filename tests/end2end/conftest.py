"""A desktop for all tests of a process, and programs on it that end with their test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.databases import opened
from tests.support.desktop import Desktop
from tests.support.program import Program
from tests.support.shop import Shop


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """No screen, no window manager: these tests fail, and say what is missing."""
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def start(desktop: Desktop, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts the program with a home of its own: `start("--database", url)`."""
    started: list[Program] = []

    def begin(*arguments: str, home: str = "home", **environment: str) -> Program:
        program = Program(desktop, tmp_path / home, *arguments)
        started.append(program)
        return program.start(**environment)

    yield begin
    for program in started:
        program.stop()


async def stock_up(url: str) -> None:
    """A few products at MAIN, for tests that need something to work with."""
    async with opened(url) as database:
        shop = Shop(database)
        await shop.product("00417", "45", name="Blue enamel mug 350 ml")
        await shop.product("01022", "14", name="Oak tray, large")
        await shop.product("03310", "260", name="Linen tea towel, natural")


@pytest.fixture
async def shop_file(sqlite_stockroom_url: str) -> str:
    """A SQLite file with products in stock."""
    await stock_up(sqlite_stockroom_url)
    return sqlite_stockroom_url


@pytest.fixture
async def shop_server(postgresql_stockroom_url: str) -> str:
    """A database on the server with products in stock."""
    await stock_up(postgresql_stockroom_url)
    return postgresql_stockroom_url
