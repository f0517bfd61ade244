"""Ctrl-C and SIGTERM: the command is cancelled, and tells what became of it."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")


async def stoppable(command: Coroutine[object, object, Result]) -> Result:
    """Run ``command``; SIGTERM cancels it as Ctrl-C does (which asyncio's own runner takes care of)."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    with suppress(NotImplementedError):  # Windows knows no such handlers, and no SIGTERM either
        # Only the main thread hears signals.
        if task is not None and threading.current_thread() is threading.main_thread():
            loop.add_signal_handler(signal.SIGTERM, task.cancel)
    return await command
