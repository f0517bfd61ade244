"""Event loops for the tests: asyncio's own, and under tests/gui the window's. Both report their errors."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pytestqt import plugin

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterator


class LoopErrors:
    """Collects what a loop's exception handler is told: the failures of tasks that nobody awaits."""

    def __init__(self) -> None:
        self.reports: list[str] = []

    def watch(self, factory: Callable[[], asyncio.AbstractEventLoop]) -> Callable[[], asyncio.AbstractEventLoop]:
        def watched() -> asyncio.AbstractEventLoop:
            loop = factory()
            loop.set_exception_handler(self._note)
            return loop

        return watched

    def _note(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        lines = [str(context.get("message"))]
        lines += [f"{name}: {value!r}" for name, value in context.items() if name not in {"message", "exception"}]
        if isinstance(error, BaseException):
            lines += traceback.format_exception(error)
        self.reports.append("\n".join(lines))

    def take(self) -> list[str]:
        """The reports so far; a test that provokes one takes it away by this."""
        reports, self.reports = self.reports, []
        return reports


@contextmanager
def no_events_between_phases() -> Iterator[None]:
    """Qt's events wait for the loop: pytest-qt processes them before and after each phase of a test, without a loop.

    A timer of a window that is still open would ask the database there, and find no loop to ask on.
    """
    before = plugin._process_events
    plugin._process_events = _nothing
    try:
        yield
    finally:
        plugin._process_events = before


def _nothing() -> None:
    pass


def qt_loop() -> asyncio.AbstractEventLoop:
    """The loop of the window, on the one QApplication of this process."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)  # else closing a window ends the loop under the test
    return _window_loop(app)


def _window_loop(app: Any) -> asyncio.AbstractEventLoop:
    try:
        from inventory_app.ui.runtime.event_loop import WindowEventLoop
    except ImportError:
        import qasync

        loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
        return loop
    return WindowEventLoop(app)
