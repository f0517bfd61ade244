"""Every way to end the program is one event: window closed, Quit, SIGTERM, Ctrl+C. Nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import asyncio, os, signal, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from inventory_app.ui.runtime.running import run

how = sys.argv[1]
app = QApplication([])

async def at_work():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print("cancelled")
        raise

async def main(stop):
    window = QMainWindow()
    window.show()
    task = asyncio.ensure_future(at_work())
    await asyncio.sleep(0.01)
    ends = {
        "window": window.close,
        "quit": app.quit,
        "term": lambda: os.kill(os.getpid(), signal.SIGTERM),
        "interrupt": lambda: os.kill(os.getpid(), signal.SIGINT),
        "fault": stop.set,
    }
    QTimer.singleShot(10, ends[how])
    await stop.wait()
    if how == "fault":
        raise LookupError("on purpose")
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print("drained")
    return 7

status = run(app, main)
print("threads", len(threading.enumerate()))
sys.exit(status)
"""


@pytest.mark.parametrize("how", ["window", "quit", "term", "interrupt"])
def test_it_ends_in_good_order(how: str, tmp_path: Path) -> None:
    done = _run(how, tmp_path)
    assert done.stdout.split("\n")[:3] == ["cancelled", "drained", "threads 1"]
    assert done.returncode == 7
    for word in ("Traceback", "destroyed", "closed"):
        assert word not in done.stderr


def test_a_fault_of_the_main_coroutine_is_not_hidden(tmp_path: Path) -> None:
    done = _run("fault", tmp_path)
    assert done.returncode == 1
    assert "LookupError: on purpose" in done.stderr
    assert "cancelled" in done.stdout  # tasks that are left are ended all the same


def _run(how: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = folder / "program.py"
    program.write_text(PROGRAM)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, str(program), how],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
