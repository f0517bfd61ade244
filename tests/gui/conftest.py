"""Fixtures of the tests of the window."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication

from inventory_app.database.database import Database
from inventory_app.ui import theme, translation
from tests.gui.stock_support import Bench, bench_on
from tests.support.databases import opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that stands still is ended by a thread.

    The usual signal is heard inside a callback of Qt, which drops what is raised there: the test would stand for ever.
    """
    for item in items:
        if "gui" in item.path.parts:
            item.add_marker(pytest.mark.timeout(method="thread"))


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """The forms of singular and plural stand in a catalogue, also in English."""
    translation.install(qapp, "en")


@pytest.fixture
def light(qapp: QApplication) -> None:
    """The light look, for widgets that stand alone."""
    theme.apply(qapp, dark=False)


@pytest.fixture
async def sqlite_database(sqlite_stockroom_url: str) -> AsyncIterator[Database]:
    """Open, with our tables; for what need not be seen on both engines."""
    async with opened(sqlite_stockroom_url) as database:
        yield database


@pytest.fixture
async def empty_bench(sqlite_stockroom_url: str) -> AsyncIterator[Bench]:
    """An empty shop in a file."""
    async with opened(sqlite_stockroom_url) as database, bench_on(database) as empty:
        yield empty
