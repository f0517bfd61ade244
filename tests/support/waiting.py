"""Waiting for a condition, never for a time, on whatever event loop the test runs.

Inside `async def` tests use these and never qtbot.wait*: those run a nested Qt loop, and other tasks hang.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from PySide6.QtCore import SignalInstance

T = TypeVar("T")

PATIENCE = 10.0


async def until(condition: Callable[[], T], patience: float = PATIENCE, what: str = "") -> T:
    """The first true value that `condition` returns; asked every 10 ms."""
    loop = asyncio.get_running_loop()
    end = loop.time() + patience
    while not (value := condition()):
        if loop.time() > end:
            raise AssertionError(f"waited {patience:g} s in vain for {what or condition}")
        await asyncio.sleep(0.01)
    return value


async def until_answer(ask: Callable[[], Awaitable[T]], patience: float = PATIENCE, what: str = "") -> T:
    """The first true value that `ask` answers; asked every 10 ms (a database, say)."""
    loop = asyncio.get_running_loop()
    end = loop.time() + patience
    while not (value := await ask()):
        if loop.time() > end:
            raise AssertionError(f"waited {patience:g} s in vain for {what or ask}")
        await asyncio.sleep(0.01)
    return value


async def wait_signal(signal: SignalInstance, patience: float = PATIENCE) -> tuple[Any, ...]:
    """The arguments of the signal's next emission."""
    future: asyncio.Future[tuple[Any, ...]] = asyncio.get_running_loop().create_future()

    def received(*arguments: Any) -> None:
        if not future.done():
            future.set_result(arguments)

    signal.connect(received)
    try:
        return await asyncio.wait_for(future, patience)
    except TimeoutError:
        raise AssertionError(f"waited {patience:g} s in vain for {signal}") from None
    finally:
        signal.disconnect(received)
