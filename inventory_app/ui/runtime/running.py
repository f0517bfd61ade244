"""Running the program on the event loop, from its first coroutine to the end of its last task.

Every way to end (last window closed, Quit of the system, Ctrl+C, SIGTERM) sets one event that the main
coroutine awaits;
Qt never ends its loop by itself, which would leave tasks behind in the middle of a transaction.
"""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from inventory_app.ui.runtime.event_loop import WindowEventLoop

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from PySide6.QtWidgets import QApplication


class _QuitFilter(QObject):
    """Turns the system's Quit into a wish: the program ends when its actions have their outcomes."""

    def __init__(self, app: QApplication, wish: Callable[[], None]) -> None:
        super().__init__(app)
        self._wish = wish

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit and watched is self.parent():
            self._wish()
            return True
        return False


def run(app: QApplication, main: Callable[[asyncio.Event], Coroutine[Any, Any, int]]) -> int:
    """Run ``main`` with the event that says "end now"; its result is the exit status.

    ``main`` opens the window, awaits the event, lets running actions end and closes the database. Tasks that
    are left
    after it are cancelled and awaited by the runner.
    """
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: WindowEventLoop(app)) as runner:
        return runner.run(_guarded(app, main))


async def _guarded(app: QApplication, main: Callable[[asyncio.Event], Coroutine[Any, Any, int]]) -> int:
    stop = asyncio.Event()
    quit_filter = _QuitFilter(app, stop.set)
    app.installEventFilter(quit_filter)
    app.lastWindowClosed.connect(stop.set)
    loop = asyncio.get_running_loop()
    caught = _catch_signals(loop, stop)
    try:
        return await main(stop)
    finally:
        for number in caught:
            loop.remove_signal_handler(number)
        app.lastWindowClosed.disconnect(stop.set)
        app.removeEventFilter(quit_filter)
        quit_filter.deleteLater()


def _catch_signals(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> list[signal.Signals]:
    caught = []
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except (NotImplementedError, RuntimeError):
            continue  # Windows has no signal handlers on a loop; its window is closed by messages instead
        caught.append(number)
    return caught
