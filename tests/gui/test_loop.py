"""The loop of the window, as the tests of the window see it."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QTimer
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.support.waiting import wait_signal


async def test_timers_of_qt_run_beside_tasks() -> None:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.start(5)
    assert await wait_signal(timer.timeout) == ()
    assert type(asyncio.get_running_loop()).__module__ not in {
        "asyncio.unix_events",
        "asyncio.windows_events",
    }


async def test_both_databases_answer_on_it(database_url: str) -> None:
    engine = create_async_engine(database_url)
    try:
        async with engine.connect() as connection:
            assert await connection.scalar(text("SELECT 1")) == 1
    finally:
        await engine.dispose()
