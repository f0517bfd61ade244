"""The event loop of the window: qasync's, with its slow or unsafe parts replaced.

What differs from qasync 0.28, each measured:
- callbacks wait in a queue that one posted event drains, instead of one QTimer each;
- timers are precise, never early, and die with their cancellation (asyncpg leaves one per query otherwise);
- a nested Qt loop (a menu, a drag, a native dialog) that starts inside a task pumps the other tasks instead
  of ending them for good. Dialogs are opened, never executed, all the same.
It leans on `asyncio.tasks._enter_task` and `_leave_task`, which Python 3.11 to 3.13 have; its tests fail when
that changes.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections import deque
from typing import TYPE_CHECKING, Any

# qasync takes the first binding that it finds unless told which.
os.environ["QT_API"] = "pyside6"

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimerEvent
from qasync import QEventLoop as QasyncEventLoop
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Context

    from PySide6.QtWidgets import QApplication

_log = logging.getLogger(__name__)
_WAKE_UP = QEvent.Type(QEvent.registerEventType())
_LONGEST = 24 * 3600.0  # Qt counts milliseconds in 32 bits; a longer timer is started again when this is over


class _Timer(asyncio.TimerHandle):
    """A handle that stops its Qt timer when it is cancelled."""

    __slots__ = ("_pump", "_timer_id")

    def __init__(
        self,
        when: float,
        callback: Callable[..., object],
        args: tuple[Any, ...],
        loop: WindowEventLoop,
        context: Context | None,
    ) -> None:
        super().__init__(when, callback, args, loop, context)
        self._pump: _Pump | None = None
        self._timer_id = 0

    def started(self, pump: _Pump, timer_id: int) -> None:
        self._pump, self._timer_id = pump, timer_id

    def fired(self) -> None:
        """Forget the Qt timer: its number may belong to another timer by now."""
        self._pump = None

    @override
    def cancel(self) -> None:
        if self._pump is not None:
            self._pump.stop(self._timer_id)
            self._pump = None
        super().cancel()


class _Pump(QObject):
    """Receives the events of Qt that stand for "callbacks are waiting" and "a time has come"."""

    def __init__(self, loop: WindowEventLoop) -> None:
        super().__init__()
        self._loop: WindowEventLoop | None = loop
        self._timers: dict[int, _Timer] = {}

    @property
    def timers(self) -> int:
        return len(self._timers)

    def wake(self) -> None:
        """May be called from any thread."""
        QCoreApplication.postEvent(self, QEvent(_WAKE_UP))

    def start(self, handle: _Timer, delay: float) -> None:
        milliseconds = int(min(delay, _LONGEST) * 1000 + 0.999)
        timer_id = self.startTimer(max(1, milliseconds), Qt.TimerType.PreciseTimer)
        self._timers[timer_id] = handle
        handle.started(self, timer_id)

    def stop(self, timer_id: int) -> None:
        if self._timers.pop(timer_id, None) is not None:
            self.killTimer(timer_id)

    def close(self) -> None:
        for timer_id in list(self._timers):
            self.stop(timer_id)
        self._loop = None
        self.deleteLater()

    @override
    def customEvent(self, event: QEvent) -> None:
        if event.type() == _WAKE_UP and self._loop is not None:
            self._loop.drain()

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        timer_id = event.timerId()
        self.killTimer(timer_id)
        handle = self._timers.pop(timer_id, None)
        if handle is not None and self._loop is not None:
            handle.fired()
            self._loop.due(handle)


class WindowEventLoop(QasyncEventLoop):  # type: ignore[misc] # qasync is published without types
    """asyncio on the loop of the QApplication."""

    def __init__(self, app: QApplication) -> None:
        self._waiting: deque[asyncio.Handle] = deque()
        self._awake = False  # a wake-up is posted and not yet received
        self._pump = _Pump(self)
        super().__init__(app)

    @property
    def timers(self) -> int:
        """How many timers are alive (for tests and diagnosis)."""
        return self._pump.timers

    # ------------------------------------------------------------------------------------ what is to be
    # called

    @override
    def call_soon(self, callback: Callable[..., object], *args: Any, context: Context | None = None) -> asyncio.Handle:
        self._refuse_coroutine(callback)
        handle = asyncio.Handle(callback, args, self, context)
        self._enqueue(handle)
        return handle

    @override
    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        self._check_closed()
        return self.call_soon(callback, *args, context=context)

    @override
    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        return self.call_at(self.time() + delay, callback, *args, context=context)

    @override
    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        self._refuse_coroutine(callback)
        handle = _Timer(when, callback, args, self, context)
        self.due(handle)
        return handle

    @override
    def time(self) -> float:
        return time.monotonic()

    def due(self, handle: _Timer) -> None:
        """Call it now, or wait for the rest: a timer is never early."""
        rest = handle.when() - self.time()
        if rest > 0:
            self._pump.start(handle, rest)
        else:
            self._enqueue(handle)

    def _add_callback(self, handle: asyncio.Handle, delay: float = 0) -> asyncio.Handle:
        # asyncio's own transports and qasync's signal handling come in here, always without a delay.
        if delay > 0:
            raise NotImplementedError("use call_later for a delay")
        self._enqueue(handle)
        return handle

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """asyncio counts cancelled timers to sweep its heap; here there is none."""

    def _refuse_coroutine(self, callback: object) -> None:
        if asyncio.iscoroutinefunction(callback) or asyncio.iscoroutine(callback):
            raise TypeError("a coroutine function cannot be called by the loop; make a task of it")
        if not callable(callback):
            raise TypeError(f"a callable is needed, not {type(callback).__name__}")

    def _enqueue(self, handle: asyncio.Handle) -> None:
        # Appended before the flag is read, and `drain` clears the flag before it counts: nothing is ever
        # left behind,
        # whatever thread comes in here.
        self._waiting.append(handle)
        if not self._awake:
            self._awake = True
            self._pump.wake()

    # ----------------------------------------------------------------------------------------------- calling
    # it

    def drain(self) -> None:
        """Call what is waiting now; what comes in meanwhile is for the next wake-up, so that Qt gets its
        turn.
        """
        self._awake = False  # first: a nested Qt loop inside a callback must be able to post again
        if self.is_closed():
            return
        count = len(self._waiting)
        # Not None only when a callback of ours is running a nested Qt loop further down the stack.
        outer = asyncio.current_task(self)
        if outer is not None:
            asyncio.tasks._leave_task(self, outer)
        stopped = asyncio._get_running_loop() is None  # the last pass after run_until_complete
        if stopped:
            asyncio._set_running_loop(self)
        try:
            while count and self._waiting:
                count -= 1
                self._call(self._waiting.popleft())
        finally:
            if stopped:
                asyncio._set_running_loop(None)
            if outer is not None:
                asyncio.tasks._enter_task(self, outer)
            if self._waiting and not self._awake:
                self._awake = True
                self._pump.wake()

    def _call(self, handle: asyncio.Handle) -> None:
        if handle.cancelled():
            return
        if not self.get_debug():
            handle._run()
            return
        start = self.time()
        handle._run()
        took = self.time() - start
        if took >= self.slow_callback_duration:
            _log.warning("the window stood still for %.0f ms in %s", took * 1000, handle)

    @override
    def close(self) -> None:
        if self.is_closed():
            return
        super().close()
        self._waiting.clear()
        self._pump.close()
