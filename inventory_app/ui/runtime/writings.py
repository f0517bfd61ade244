"""Files that are being written beside the actions: exports, and the rejected rows of an import that is saved.

They are work that runs, as actions are: who closes the program is asked about them, and they come to an end before it.
"""

from __future__ import annotations

import asyncio
from typing import Any


class Writings:
    """The tasks that write; each counts until it has ended, however that comes."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    def hold(self, task: asyncio.Task[Any] | None = None) -> None:
        """Count a task, or the one that runs now, from here on. A cancel stops it, and leaves no half file."""
        held = task or asyncio.current_task()
        if held is None:
            raise RuntimeError("only a task can write a file")
        self._tasks.add(held)
        held.add_done_callback(self._tasks.discard)

    async def drain(self, *, cancel: bool = False) -> None:
        """Wait until all are done; with ``cancel`` stop them first."""
        while self._tasks:
            tasks = list(self._tasks)
            for task in tasks if cancel else ():
                task.cancel()
            await asyncio.wait(tasks)
            await asyncio.sleep(0)  # what is done is counted no more before we look again
