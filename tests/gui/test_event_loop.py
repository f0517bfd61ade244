"""The window's event loop: asyncio semantics, exact timers, and what happens inside a nested Qt loop."""

from __future__ import annotations

import asyncio
import contextvars
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from inventory_app.ui.runtime.event_loop import WindowEventLoop
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from PySide6.QtGui import QPaintEvent

    from tests.support.loops import LoopErrors


@pytest.fixture
async def loop() -> AsyncIterator[WindowEventLoop]:
    running = asyncio.get_running_loop()
    assert isinstance(running, WindowEventLoop)
    before = running.timers
    yield running
    assert running.timers <= before, "the test left timers behind"


def nested(milliseconds: int) -> None:
    """A nested Qt loop, as a menu, a drag or a native dialog makes one."""
    inner = QEventLoop()
    QTimer.singleShot(milliseconds, inner.quit)
    inner.exec()


async def test_callbacks_keep_their_order(loop: WindowEventLoop) -> None:
    seen: list[int] = []
    for number in range(5):
        loop.call_soon(seen.append, number)
    loop.call_soon(seen.append, 9).cancel()
    await asyncio.sleep(0)
    assert seen == [0, 1, 2, 3, 4]


@pytest.mark.usefixtures("loop")
async def test_timers_are_never_early_and_hardly_late() -> None:
    for wanted in (0.0025, 0.02, 0.1):
        start = time.monotonic()
        await asyncio.sleep(wanted)
        took = time.monotonic() - start
        assert took >= wanted
        assert took < wanted + 0.25


async def test_timers_come_in_the_order_of_their_times(loop: WindowEventLoop) -> None:
    seen: list[str] = []
    loop.call_later(0.03, seen.append, "late")
    handle = loop.call_later(0.005, seen.append, "soon")
    loop.call_at(loop.time() - 1, seen.append, "past")
    assert handle.when() > loop.time() - 0.01
    await asyncio.sleep(0.05)
    assert seen == ["past", "soon", "late"]


async def test_cancelled_timers_leave_nothing_behind(loop: WindowEventLoop) -> None:
    before = loop.timers
    handles = [loop.call_later(60, print) for _ in range(500)]
    assert loop.timers == before + 500
    for handle in handles:
        handle.cancel()
        handle.cancel()
    assert loop.timers == before


async def test_cancelling_a_timer_that_fired_stops_no_other(loop: WindowEventLoop) -> None:
    seen: list[str] = []
    fired = [loop.call_later(0.001, seen.append, "fired") for _ in range(20)]
    await asyncio.sleep(0.02)
    later = [loop.call_later(0.02, seen.append, "later") for _ in range(20)]
    for handle in fired:
        handle.cancel()
    await asyncio.sleep(0.05)
    assert seen.count("later") == len(later)


async def test_timeouts_leave_no_timers(loop: WindowEventLoop) -> None:
    before = loop.timers
    for _ in range(50):
        await asyncio.wait_for(asyncio.sleep(0), timeout=60)
    assert loop.timers == before
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asyncio.Event().wait(), timeout=0.01)
    assert loop.timers == before


async def test_context_variables_are_kept(loop: WindowEventLoop) -> None:
    variable: contextvars.ContextVar[str] = contextvars.ContextVar("variable", default="none")
    context = contextvars.copy_context()
    context.run(variable.set, "mine")
    seen: list[str] = []
    loop.call_soon(lambda: seen.append(variable.get()), context=context)
    loop.call_later(0.001, lambda: seen.append(variable.get()), context=context)
    loop.call_soon_threadsafe(lambda: seen.append(variable.get()), context=context)
    await asyncio.sleep(0.02)
    assert seen == ["mine", "mine", "mine"]


async def test_what_other_threads_send_all_arrives(loop: WindowEventLoop) -> None:
    seen: list[int] = []

    def send(first: int) -> None:
        for number in range(first, first + 2000):
            loop.call_soon_threadsafe(seen.append, number)

    threads = [threading.Thread(target=send, args=(first,)) for first in (0, 2000, 4000, 6000)]
    for thread in threads:
        thread.start()
    await until(lambda: len(seen) == 8000)
    for thread in threads:
        thread.join()
    assert sorted(seen) == list(range(8000))


async def test_executor_and_its_exceptions(loop: WindowEventLoop) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert await loop.run_in_executor(pool, pow, 2, 10) == 1024
        with pytest.raises(ZeroDivisionError):
            await loop.run_in_executor(pool, divmod, 1, 0)


@pytest.mark.usefixtures("loop")
async def test_a_busy_coroutine_does_not_starve_qt() -> None:
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(1)
    end = time.monotonic() + 5
    while len(ticks) < 5 and time.monotonic() < end:  # noqa: ASYNC110 - the busy loop is what is tested
        await asyncio.sleep(0)
    timer.stop()
    assert len(ticks) >= 5


@pytest.mark.usefixtures("loop")
async def test_subprocesses_work() -> None:
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate(b"x" * 300_000)
    assert len(out) == 300_000
    assert process.returncode == 0


@pytest.mark.usefixtures("loop")
async def test_a_nested_loop_lets_the_other_tasks_go_on() -> None:
    """With plain qasync every task that wakes up in there is dead for good."""
    steps: list[int] = []

    async def other() -> str:
        for step in range(10):
            await asyncio.sleep(0.002)
            steps.append(step)
        return "whole"

    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    nested(80)
    inside = len(steps)
    assert await asyncio.wait_for(task, 5) == "whole"
    assert inside > 0
    assert steps == list(range(10))


@pytest.mark.usefixtures("loop")
async def test_nested_in_nested() -> None:
    done: list[str] = []

    async def inner() -> None:
        await asyncio.sleep(0.005)
        nested(20)
        await asyncio.sleep(0.005)
        done.append("inner")

    task = asyncio.create_task(inner())
    await asyncio.sleep(0)
    nested(60)
    await asyncio.sleep(0.001)
    await asyncio.wait_for(task, 5)
    assert done == ["inner"]
    current = asyncio.current_task()
    assert current is not None
    assert not current.done()


@pytest.mark.usefixtures("loop")
async def test_a_slot_that_runs_a_nested_loop() -> None:
    """From a real event of Qt, outside of any task."""
    seen: list[str] = []

    async def other() -> None:
        await asyncio.sleep(0.005)
        seen.append("other")

    task = asyncio.create_task(other())
    QTimer.singleShot(0, lambda: nested(40))
    await asyncio.wait_for(task, 5)
    assert seen == ["other"]


async def test_the_failure_of_a_callback_is_reported(loop: WindowEventLoop, loop_errors: LoopErrors) -> None:
    seen: list[str] = []

    def fail() -> None:
        raise LookupError("on purpose")

    loop.call_soon(fail)
    loop.call_soon(seen.append, "after")
    await asyncio.sleep(0.01)
    assert seen == ["after"]
    reports = loop_errors.take()
    assert len(reports) == 1
    assert "on purpose" in reports[0]


async def test_slow_callbacks_are_named_in_debug(loop: WindowEventLoop, caplog: pytest.LogCaptureFixture) -> None:
    loop.set_debug(True)
    try:
        loop.slow_callback_duration = 0.01
        loop.call_soon(time.sleep, 0.03)
        await asyncio.sleep(0.05)
    finally:
        loop.set_debug(False)
    assert "stood still" in caplog.text


async def test_wrong_callbacks_are_refused(loop: WindowEventLoop) -> None:
    async def coroutine() -> None: ...

    with pytest.raises(TypeError, match="task"):
        loop.call_soon(coroutine)
    with pytest.raises(TypeError, match="callable"):
        loop.call_later(1, "text")  # type: ignore[arg-type]


async def test_signals_arrive(loop: WindowEventLoop) -> None:
    got = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, got.set)
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        await asyncio.wait_for(got.wait(), 5)
    finally:
        loop.remove_signal_handler(signal.SIGUSR1)


@pytest.mark.usefixtures("loop")
async def test_widgets_paint_while_tasks_run() -> None:
    painted: list[int] = []

    class Painted(QWidget):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event.rect().width())

    widget = Painted()
    widget.show()
    try:
        await until(lambda: painted)
    finally:
        widget.close()
        widget.deleteLater()


def test_closed_loop_refuses_and_frees() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    closed = WindowEventLoop(app)
    closed.call_later(60, print)
    assert closed.timers == 1
    closed.close()
    closed.close()
    assert closed.timers == 0
    with pytest.raises(RuntimeError):
        closed.call_soon_threadsafe(print)
