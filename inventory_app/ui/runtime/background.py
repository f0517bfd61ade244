"""Tasks that belong to a window, a dialog or a presenter: held strongly, never silent, ended with their
owner.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


class Background(QObject):
    """A set of tasks. Its parent is whoever started them; when the parent goes they are cancelled.

    Slots use it to await something: ``self._background.start(self._save())``. What a task raises goes to the
    loop's
    exception handler, which the notices turn into a report.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: set[asyncio.Task[Any]] = set()
        self.destroyed.connect(partial(_cancel, self._tasks))

    @property
    def running(self) -> int:
        return len(self._tasks)

    @staticmethod
    def can_start() -> bool:
        """Whether the event loop runs: not before the program's main coroutine, nor after it."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return False
        return True

    def start(self, work: Coroutine[Any, Any, T], name: str | None = None) -> asyncio.Task[T]:
        """Run ``work`` as a task of its own."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(partial(_ended, self._tasks))
        return task

    def cancel_all(self) -> None:
        _cancel(self._tasks)

    async def drain(self) -> None:
        """Cancel what runs, and wait until it has ended."""
        waiting = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in waiting:
            task.cancel()
        if waiting:
            await asyncio.wait(waiting)


def _cancel(tasks: set[asyncio.Task[Any]], *_destroyed: object) -> None:
    for task in list(tasks):
        if not task.get_loop().is_closed():
            task.cancel()


def _ended(tasks: set[asyncio.Task[Any]], task: asyncio.Task[Any]) -> None:
    tasks.discard(task)
    if task.cancelled() or task.exception() is None:
        return
    task.get_loop().call_exception_handler(
        {"message": f"{task.get_name()} failed", "exception": task.exception(), "task": task}
    )
